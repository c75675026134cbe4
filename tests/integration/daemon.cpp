// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/daemon.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::integration {
namespace {

constexpr auto kListening = "listening on "_L1;

QStringList argumentsFor(const QStringList& sources, const QString& port) {
  QStringList arguments{u"--listen"_s, u"127.0.0.1:"_s + port, u"--data"_s, u"none"_s};
  for (const auto& source : sources) arguments << u"--source"_s << source;
  return arguments;
}

}  // namespace

Daemon::Daemon(const QStringList& sources, const QString& port)
    : m_process(programPath(u"vitalwalld"_s), argumentsFor(sources, port)) {
  const auto line =
      m_process.waitForLine([](const QString& text) { return text.startsWith(kListening); });
  if (line) m_address = line->mid(kListening.size());
}

}  // namespace vitalwall::integration
