// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "bench/bench_fanout_ward.h"

namespace vitalwall::bench {

/// When the next tick comes.
enum class Pace { Saturated, Paced };

/// Whether all stations watch the same beds, or no two of them.
enum class Beds { Shared, Different };

/// One measurement's load; goes to the roles as words.
struct Shape {
  Pace pace = Pace::Saturated;
  Beds beds = Beds::Shared;
  std::size_t streams = 0;
  std::size_t watched = kFanoutPatients;  ///< beds of each station; 0: its stream is open but idle

  /// Beds of the ward: two more than a station watches if the stations are to differ.
  std::size_t patients() const { return kFanoutPatients + (beds == Beds::Shared ? 0 : 2); }

  /// Every station of 256 that are to differ leaves out another pair of beds.
  bool watches(std::size_t station, std::size_t bed) const {
    if (watched == 0) return false;
    return beds == Beds::Shared || (bed != station % 16 && bed != 16 + station / 16);
  }

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
