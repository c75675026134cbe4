// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <chrono>
#include <optional>

#include "bench/bench_alarm_latency_figure.h"
#include "bench/bench_alarm_latency_loudspeaker.h"
#include "domain/alert.h"

namespace vitalwall::bench {

/// All who take part, each in a role of its own, and what has been measured.
class Measurement {
 public:
  /// Starts the roles and waits until all are ready.
  Measurement();

  /// One alarm, from its crossing until the next one may cross. High is red and has no condition
  /// delay; Medium is yellow and has one, which is taken off.
  void run(const QString& patient, AlertPriority priority);

  const QStringList& patients() const { return m_patients; }

  /// Prints the table; false if something takes longer than it may.
  bool report() const;

 private:
  using Moment = std::chrono::nanoseconds;  ///< as of momentNow()

  static Moment momentIn(const QString& line);
  QStringList stationWords(const QString& user, bool sounds) const;
  Moment cross(const QString& patient, AlertPriority priority);
  QString awaitPixels(RoleProcess& station, AlertPriority priority, Moment due);
  std::optional<Moment> awaitTone(AlertPriority priority, Moment due);
  void acknowledge(const QString& alert);
  static void waitForBreak(Moment tone);

  Loudspeaker m_loudspeaker;
  RoleProcess m_ward;
  QStringList m_patients;
  RoleProcess m_first;   ///< acknowledges
  RoleProcess m_second;  ///< without sound
  RoleProcess m_base;

  Figure m_red{"crossing to red pixels, both stations"};
  Figure m_redLine{"crossing to the line filled with red"};
  Figure m_redTone{"crossing to the first tone, red"};
  Figure m_yellow{"crossing to yellow pixels, beyond its delay"};
  Figure m_yellowTone{"crossing to the first tone, yellow, beyond it"};
  Figure m_named{"acknowledge to the name on the other station"};
  Figure m_told{"acknowledge to alert_acknowledged, base client"};
};

}  // namespace vitalwall::bench
