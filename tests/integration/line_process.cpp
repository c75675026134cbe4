// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/line_process.h"

#include <QTest>
#include <csignal>

namespace vitalwall::integration {

LineProcess::LineProcess(const QString& program, const QStringList& arguments) {
  QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                   [this] { readLines(); });
  QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                   [this] { m_errors += QString::fromUtf8(m_process.readAllStandardError()); });
  m_process.start(program, arguments);
}

LineProcess::~LineProcess() {
  m_process.disconnect();
  kill();
}

void LineProcess::readLines() {
  while (m_process.canReadLine()) m_lines << QString::fromUtf8(m_process.readLine()).trimmed();
}

std::optional<QString> LineProcess::waitForLine(const Matches& matches, qsizetype from) {
  std::optional<QString> found;
  const auto search = [&] {
    for (; !found && from < m_lines.size(); ++from)
      if (matches(m_lines[from])) found = m_lines[from];
    return found.has_value();
  };
  return QTest::qWaitFor(search, kPatienceMs) ? found : std::nullopt;
}

void LineProcess::hang() {
  ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void LineProcess::kill() {
  m_process.kill();
  m_process.waitForFinished(kPatienceMs);
}

std::optional<int> LineProcess::waitForExit() {
  const auto isOver = [this] { return m_process.state() == QProcess::NotRunning; };
  if (!QTest::qWaitFor(isOver, kPatienceMs) || m_process.exitStatus() != QProcess::NormalExit)
    return std::nullopt;
  return m_process.exitCode();
}

QString programPath(const QString& name) {
  return QStringLiteral(VITALWALL_BIN_DIR "/") + name;
}

}  // namespace vitalwall::integration
