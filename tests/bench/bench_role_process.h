// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <chrono>
#include <cstdint>

namespace vitalwall::bench {

/// One role of the benchmark in a process of its own: this program again, with the role's name and
/// arguments. Ends with this object.
class RoleProcess {
 public:
  /// Starts the role and waits until it says that it is ready. Ends the program if it never does.
  RoleProcess(const QString& role, const QStringList& arguments = {});
  ~RoleProcess();
  RoleProcess(const RoleProcess&) = delete;
  RoleProcess& operator=(const RoleProcess&) = delete;

  /// The words after "ready".
  const QStringList& greeting() const { return m_greeting; }

  /// Says one line to the role; its next line is the answer. Ends the program if none comes.
  QString ask(const QString& line);

  /// The role's next line. Ends the program if none comes.
  QString hear();

  /// What the role has counted so far.
  std::uint64_t count() { return ask(QStringLiteral("?")).toULongLong(); }

  /// CPU time of all its threads so far.
  std::chrono::nanoseconds cpuTime() const;

 private:
  QProcess m_process;
  QStringList m_greeting;
};

}  // namespace vitalwall::bench
