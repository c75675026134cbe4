// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/link_line.h"

#include <QStringList>

namespace vitalwall::session {

using namespace Qt::Literals::StringLiterals;

namespace {
QString millis(microseconds delay) {
  return QString::number(double(delay.count()) / 1000.0, 'f', 1);
}

QString delays(const char* hop, const DelayFigures& figures) {
  const auto name = QLatin1StringView(hop);
  if (figures.count == 0) return u"%1 -"_s.arg(name);
  return u"%1 %2/%3/%4 ms (%5)"_s.arg(name, millis(figures.p50), millis(figures.p99),
                                      millis(figures.longest), QString::number(figures.count));
}

QString clockWords(const std::optional<ClockOffset>& clock) {
  if (!clock) return u"server clock -"_s;
  return u"server clock %1 ms (error %2)"_s.arg(clock->ahead.count()).arg(clock->error.count());
}

QString count(const char* what, std::uint64_t number) {
  return u"%1 %2"_s.arg(QLatin1StringView(what), QString::number(number));
}
}  // namespace

QString linkLine(const LinkFigures& figures) {
  const auto age = figures.sinceVitals ? millis(*figures.sinceVitals) + u" ms"_s : u"-"_s;
  return QStringList{u"vitals "_s + age,
                     delays("round trip", figures.roundTrip),
                     delays("server to station", figures.serverToStation),
                     delays("source to station", figures.sourceToStation),
                     delays("station to frame", figures.stationToFrame),
                     clockWords(figures.serverClock),
                     count("connections", figures.connections),
                     count("lost messages", figures.lostMessages),
                     count("conflated vitals", figures.conflatedVitals),
                     count("discarded wave blocks", figures.discardedBlocks),
                     count("resent commands", figures.resentCommands)}
      .join(u", "_s);
}

}  // namespace vitalwall::session
