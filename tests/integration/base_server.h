// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "domain/ids.h"
#include "integration/line_process.h"

namespace vitalwall::integration {

/// tests/interop/base_server.mjs: a server that implements the base contract and nothing else, on
/// a gRPC stack that is not ours.
class BaseServer {
 public:
  /// Starts it and waits until it listens; `port` 0 takes a free one.
  explicit BaseServer(int port = 0);

  /// HOST:PORT; "127.0.0.1:0" if it did not start.
  QString address() const;
  int port() const { return m_port; }

  /// Sends a status to the stations that have subscribed `patient`.
  void push(PatientId patient, const QString& statusType, const QByteArray& payload);

  /// True as soon as it has heard `event` ("subscribe", "acknowledge", ...) about `id`.
  bool waitForRequest(const QString& event, const std::string& id);

  /// What the server said to standard error.
  const QString& errors() const { return m_process.errors(); }

 private:
  LineProcess m_process;
  int m_port = 0;
};

}  // namespace vitalwall::integration
