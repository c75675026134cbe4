// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "models/ward.h"
#include "session/request_writer.h"

namespace vitalwall::station {

/// Carries out what a person wants of alarms: to the server what concerns its alarms and settings,
/// to the station's own models what concerns the station alone. GUI thread.
class AlarmCommands : public QObject {
  Q_OBJECT

 public:
  /// `ward` must outlive this. `user` acknowledges the station's own alarms and pauses its sound.
  AlarmCommands(models::Ward& ward, session::RequestWriter writer, QString user);

  void run(const CommandBody& command);
  void setAudioPaused(bool paused);

 private:
  models::Ward& m_ward;
  const session::RequestWriter m_writer;
  const QString m_user;
};

}  // namespace vitalwall::station
