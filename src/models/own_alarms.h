// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "models/alarm_model.h"
#include "models/bed_model.h"
#include "models/connection_model.h"

namespace vitalwall::models {

/// What a station alarms by itself.
enum class OwnAlarm : std::uint8_t {
  NoData,      ///< of a bed, although the server is there
  ServerLost,  ///< one for all beds
  NoSound      ///< the station cannot be heard
};

/// The technical alarms that this station raises itself and of which no server knows. Those that
/// concern no single bed have the nil patient. GUI thread.
class OwnAlarms {
 public:
  /// Takes each alarm in a new revision.
  using Sink = std::function<void(const Alert&)>;

  /// `clock` must outlive this.
  OwnAlarms(const Clock& clock, Sink sink);

  /// Raises what is to be raised of the beds' silence and the server's loss, and ends what is over.
  /// A lost server is told once, not bed by bed. Call once a second.
  void judge(const BedModel& beds, const ConnectionModel& link);

  /// High priority as long as there is a sentence: what is wrong with the sound, or empty.
  void setSoundProblem(const QString& sentence);

  /// False if the alarm is not one of these.
  bool acknowledge(AlertId alert, const QString& by);

  void forget(PatientId patient);

 private:
  using Key = std::pair<OwnAlarm, PatientId>;

  void judgeBed(const BedState& bed, const ConnectionModel& link);
  void judgeLink(int beds, const ConnectionModel& link);
  void raise(const Key& key, AlertPriority priority, const QString& message);
  void end(const Key& key);
  void publish(Alert& alert);

  const Clock& m_clock;
  const Sink m_sink;
  std::map<Key, Alert> m_open;
  std::uint64_t m_revision = 0;
};

}  // namespace vitalwall::models
