// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "domain/server_event.h"
#include "session/command_progress.h"
#include "session/connection_status.h"
#include "session/mailbox.h"
#include "session/request_writer.h"

namespace vitalwall::session {

/// The station's client: owns the stream, reconnects, resubscribes, resumes and resends. Lives in
/// its QThread (ClientThread); all slots run there. Waves and vitals go into the mailbox; all else
/// leaves as one signal each, in order, with its value.
class MonitorClient : public QObject {
  Q_OBJECT

 public:
  // (the "session" helper defines constructor and internals)

 Q_SIGNALS:
  void statusChanged(vitalwall::session::ConnectionStatus status);
  void patientsListed(std::vector<vitalwall::Patient> patients);
  void alertReceived(vitalwall::Alert alert);
  void orderReceived(vitalwall::Order order);
  void snapshotEnded(vitalwall::SnapshotEnd end);
  void commandProgressed(vitalwall::session::CommandProgress progress);
  void noticeReceived(vitalwall::Notice notice);
};

}  // namespace vitalwall::session
