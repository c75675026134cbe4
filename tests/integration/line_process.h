// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <functional>
#include <optional>

namespace vitalwall::integration {

/// A program that talks in lines on its standard output, started for one test and ended with this
/// object. Waiting keeps the test's event loop going, so that stations in the test live on.
class LineProcess {
 public:
  using Matches = std::function<bool(const QString& line)>;
  static constexpr int kPatienceMs = 30'000;

  LineProcess(const QString& program, const QStringList& arguments);
  /// Kills the program if it still runs.
  ~LineProcess();
  LineProcess(const LineProcess&) = delete;
  LineProcess& operator=(const LineProcess&) = delete;

  /// The first line from number `from` on that `matches`, now or within kPatienceMs.
  std::optional<QString> waitForLine(const Matches& matches, qsizetype from = 0);

  /// Everything it has said so far.
  const QStringList& lines() const { return m_lines; }
  /// All that it wrote to standard error so far.
  const QString& errors() const { return m_errors; }

  void say(const QByteArray& line) { m_process.write(line + '\n'); }

  void terminate() { m_process.terminate(); }
  /// SIGSTOP: it hangs, and its sockets live.
  void hang();
  /// SIGKILL, and waits until it is gone.
  void kill();
  /// The exit code, or nullopt if it does not end by itself within kPatienceMs.
  std::optional<int> waitForExit();

 private:
  void readLines();

  QProcess m_process;
  QStringList m_lines;
  QString m_errors;
};

/// Path of one of the project's programs.
QString programPath(const QString& name);

}  // namespace vitalwall::integration
