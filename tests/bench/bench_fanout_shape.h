// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "bench/bench_fanout_ward.h"

namespace vitalwall::bench {

/// When the next tick comes.
enum class Pace { Saturated, Paced };

/// Whether the stations watch the same beds, or each one beds of its own choice.
enum class Beds { Shared, Different };

/// One measurement's load; goes to the roles as words.
struct Shape {
  Pace pace = Pace::Saturated;
  Beds beds = Beds::Shared;
  std::size_t streams = 0;
  std::size_t watched = kFanoutPatients;  ///< beds of each station; 0: its stream is open but idle

  /// Beds from one station's first to the next one's.
  std::size_t stride() const { return beds == Beds::Shared ? 0 : 1; }

  /// Just so many that no two stations watch the same beds if they are to differ.
  std::size_t patients() const { return kFanoutPatients + stride() * streams; }

  QStringList toWords() const {
    return {QString::number(static_cast<int>(pace)), QString::number(static_cast<int>(beds)),
            QString::number(streams), QString::number(watched)};
  }

  /// `words` are those of toWords().
  static Shape fromWords(const QStringList& words) {
    return {static_cast<Pace>(words.value(0).toInt()), static_cast<Beds>(words.value(1).toInt()),
            words.value(2).toULong(), words.value(3).toULong()};
  }
};

}  // namespace vitalwall::bench
