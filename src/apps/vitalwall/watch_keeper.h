// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <set>

#include "models/ward.h"
#include "session/request_writer.h"

namespace vitalwall::station {

/// Decides who is watched and tells both sides, the ward's models first, so that no answer comes
/// before its bed. GUI thread.
class WatchKeeper : public QObject {
  Q_OBJECT

 public:
  /// `ward` must outlive the keeper. With `followsDirectory` every patient that the server names
  /// is watched, except those whom the user has removed.
  WatchKeeper(models::Ward& ward, session::RequestWriter writer, bool followsDirectory);

  void watch(PatientId patient);
  void unwatch(PatientId patient);

  /// The server's list, which also names the beds that are watched already.
  void onPatientsListed(const std::vector<Patient>& patients);

  /// Whether anybody can see the waves; the server need not send them otherwise.
  void setVisible(bool visible);

 private:
  void add(PatientId patient);
  void publishView() const;

  models::Ward& m_ward;
  const session::RequestWriter m_writer;
  const bool m_followsDirectory;
  std::set<PatientId> m_removed;
  bool m_isVisible = true;
};

}  // namespace vitalwall::station
