// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/storm_process.h"

namespace vitalwall::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kPatienceMs = 30'000;

}  // namespace

StormProcess::StormProcess(const QString& folder) {
  m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_process.start(QStringLiteral(VITALWALL_TESTS_DIR) + u"/storm_server"_s,
                  {folder, QString::number(kBeds), QString::number(kPeriodMs)});
}

std::string StormProcess::address() {
  while (!m_process.canReadLine())
    if (!m_process.waitForReadyRead(kPatienceMs)) return {};
  return QString::fromUtf8(m_process.readLine()).trimmed().section(u' ', -1).toStdString();
}

void StormProcess::kill() {
  m_process.kill();
  m_process.waitForFinished(kPatienceMs);
}

}  // namespace vitalwall::test
