// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/line_process.h"

namespace vitalwall::integration {

/// A real vitalwalld.
class Daemon {
 public:
  /// Starts it with `sources` and waits until it listens; `port` 0 takes a free one.
  explicit Daemon(const QStringList& sources, const QString& port = QStringLiteral("0"));
  explicit Daemon(const QString& source, const QString& port = QStringLiteral("0"))
      : Daemon(QStringList{source}, port) {}

  /// HOST:PORT; empty if it did not start.
  const QString& address() const { return m_address; }
  QString port() const { return m_address.section(u':', -1); }

  LineProcess& process() { return m_process; }

 private:
  LineProcess m_process;
  QString m_address;
};

}  // namespace vitalwall::integration
