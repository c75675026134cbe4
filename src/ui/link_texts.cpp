// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

using namespace std::chrono_literals;

struct LinkTexts {
  Q_DECLARE_TR_FUNCTIONS(LinkTexts)
};

HopLine hopLine(const QString& hop, const QString& meaning, const DelayFigures& figures) {
  if (figures.count == 0) return {hop, meaning, kNoValue, kNoValue, kNoValue};
  return {hop, meaning, delayText(figures.p50), delayText(figures.p99), delayText(figures.longest)};
}

QString clockText(const std::optional<ClockOffset>& clock) {
  if (!clock) return LinkTexts::tr("not known");
  const auto apart = delayText(std::chrono::abs(clock->ahead));
  const auto error = delayText(clock->error);
  if (std::chrono::abs(clock->ahead) <= clock->error)
    return LinkTexts::tr("as this station's, \u00b1 %1").arg(error);
  return clock->ahead > 0ms
             ? LinkTexts::tr("%1 ahead of this station's, \u00b1 %2").arg(apart, error)
             : LinkTexts::tr("%1 behind this station's, \u00b1 %2").arg(apart, error);
}

QString othersText(const models::LinkStatus& status) {
  auto others = status.servers;
  others.removeOne(status.server);
  return others.isEmpty() ? LinkTexts::tr("none") : others.join(QStringLiteral(", "));
}

QString countText(std::uint64_t count) {
  return QLocale().toString(static_cast<qulonglong>(count));
}

}  // namespace

QString delayText(microseconds delay) {
  const double millis = static_cast<double>(delay.count()) / 1000.0;
  if (delay < 10ms) return LinkTexts::tr("%1 ms").arg(QLocale().toString(millis, 'f', 1));
  if (delay < 1s) return LinkTexts::tr("%1 ms").arg(QLocale().toString(millis, 'f', 0));
  return LinkTexts::tr("%1 s").arg(QLocale().toString(millis / 1000.0, 'f', 1));
}

std::vector<HopLine> hopLines(const LinkFigures& figures) {
  return {
      hopLine(LinkTexts::tr("There and back"),
              LinkTexts::tr("From this station to the server and back."), figures.roundTrip),
      hopLine(LinkTexts::tr("Server to station"),
              LinkTexts::tr("From the server's stamp to the arrival here."),
              figures.serverToStation),
      hopLine(LinkTexts::tr("Source to station"),
              LinkTexts::tr("From the measurement to the arrival here. A source with a clock of "
                            "its own shows that clock's error, too."),
              figures.sourceToStation),
      hopLine(LinkTexts::tr("Station to picture"),
              LinkTexts::tr("From the arrival here to the end of drawing."),
              figures.stationToFrame)};
}

std::vector<LinkLine> linkLines(const models::LinkStatus& status, const LinkFigures& figures) {
  const auto age =
      figures.sinceVitals ? LinkTexts::tr("%1 ago").arg(delayText(*figures.sinceVitals)) : kNoValue;
  return {{LinkTexts::tr("Server"), status.server},
          {LinkTexts::tr("State"), models::phaseName(status.phase)},
          {LinkTexts::tr("Other servers"), othersText(status)},
          {LinkTexts::tr("Newest values came"), age},
          {LinkTexts::tr("Server's clock"), clockText(figures.serverClock)},
          {LinkTexts::tr("Connections so far"), countText(figures.connections)},
          {LinkTexts::tr("Messages lost"), countText(figures.lostMessages)},
          {LinkTexts::tr("Values replaced before shown"), countText(figures.conflatedVitals)},
          {LinkTexts::tr("Wave blocks discarded"), countText(figures.discardedBlocks)},
          {LinkTexts::tr("Commands sent again"), countText(figures.resentCommands)}};
}

}  // namespace vitalwall::ui
