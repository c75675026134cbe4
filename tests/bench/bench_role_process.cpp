// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_role_process.h"

#include <QCoreApplication>
#include <ctime>

namespace vitalwall::bench {
namespace {

constexpr int kPatienceMs = 60'000;

}  // namespace

RoleProcess::RoleProcess(const QString& role, const QStringList& arguments) {
  m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_process.start(QCoreApplication::applicationFilePath(), QStringList{role} + arguments);
  m_greeting = hear().split(u' ');
  if (m_greeting.takeFirst() != QStringLiteral("ready"))
    qFatal("The role %s did not get ready.", qPrintable(role));
}

RoleProcess::~RoleProcess() {
  m_process.closeWriteChannel();
  m_process.waitForFinished(kPatienceMs);
}

QString RoleProcess::ask(const QString& line) {
  m_process.write(line.toUtf8() + '\n');
  return hear();
}

QString RoleProcess::hear() {
  while (!m_process.canReadLine())
    if (!m_process.waitForReadyRead(kPatienceMs))
      qFatal("The role %s says nothing.", qPrintable(m_process.arguments().constFirst()));
  return QString::fromUtf8(m_process.readLine()).trimmed();
}

std::chrono::nanoseconds RoleProcess::cpuTime() const {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(static_cast<pid_t>(m_process.processId()), &clock) != 0 ||
      ::clock_gettime(clock, &time) != 0)
    qFatal("The CPU time of a role cannot be read.");
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace vitalwall::bench
