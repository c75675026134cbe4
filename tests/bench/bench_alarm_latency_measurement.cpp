// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_alarm_latency_measurement.h"

#include <QThread>
#include <algorithm>
#include <array>

#include "alarms/unit_rules.h"
#include "bench/bench_dialogue.h"
#include "sound/annunciator.h"
#include "sound/burst_rules.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::bench {
namespace {

using namespace std::chrono_literals;

const QString kFirstUser = u"Ana"_s;
const QString kSecondUser = u"Bo"_s;

/// The factory rules' for heart and pulse rate; beyond the extreme limit there is none.
std::chrono::seconds delayOf(AlertPriority priority) {
  return priority == AlertPriority::High ? 0s
                                         : alarms::factoryRules().parameter(mdc::kHeartRate).delay;
}

}  // namespace

Measurement::Measurement()
    : m_ward(u"ward"_s),
      m_patients(m_ward.greeting().mid(1)),
      m_first(u"station"_s, stationWords(kFirstUser, m_loudspeaker.isThere())),
      m_second(u"station"_s, stationWords(kSecondUser, false)),
      m_base(u"base-client"_s, m_ward.greeting()) {}

void Measurement::run(const QString& patient, AlertPriority priority) {
  const bool isRed = priority == AlertPriority::High;
  if (isRed) m_loudspeaker.listen();
  const auto due = cross(patient, priority) + delayOf(priority);
  if (!isRed) m_loudspeaker.listen();
  const auto alert = awaitPixels(m_first, priority, due);
  awaitPixels(m_second, priority, due);
  const auto tone = awaitTone(priority, due);
  acknowledge(alert);
  m_ward.ask(u"recover %1"_s.arg(patient));
  if (tone && isRed) waitForBreak(*tone);
}

Measurement::Moment Measurement::cross(const QString& patient, AlertPriority priority) {
  const auto what = u"%1 %2"_s.arg(patient).arg(static_cast<int>(priority));
  m_first.ask(u"watch "_s + what);
  m_second.ask(u"watch "_s + what);
  return momentIn(m_ward.ask(u"cross "_s + what));
}

/// The alert that the station shows.
QString Measurement::awaitPixels(RoleProcess& station, AlertPriority priority, Moment due) {
  const bool isRed = priority == AlertPriority::High;
  const auto coloured = station.hear();
  (isRed ? m_red : m_yellow).add(momentIn(coloured) - due);
  const auto filled = station.hear();
  if (isRed) m_redLine.add(momentIn(filled) - due);
  return coloured.section(u' ', 2);
}

std::optional<Measurement::Moment> Measurement::awaitTone(AlertPriority priority, Moment due) {
  const auto tone = m_loudspeaker.awaitTone();
  if (tone) (priority == AlertPriority::High ? m_redTone : m_yellowTone).add(*tone - due);
  return tone;
}

void Measurement::acknowledge(const QString& alert) {
  m_second.ask(u"name %1 %2"_s.arg(alert, kFirstUser));
  m_base.ask(u"listen %1 %2"_s.arg(alert, kFirstUser));
  const auto pressed = momentIn(m_first.ask(u"acknowledge "_s + alert));
  m_named.add(momentIn(m_second.hear()) - pressed);
  m_told.add(momentIn(m_base.hear()) - pressed);
}

/// A yellow alarm that crosses now is not to be raised before its tone may follow the red one's,
/// whose burst is cut short in its middle if it was acknowledged until then.
void Measurement::waitForBreak(Moment tone) {
  using sound::Annunciator;
  const auto& burst = sound::burstOf(sound::Signal::High);
  const auto least = burst.leastDuration();
  const Moment now(momentNow());
  const bool isCut =
      now < tone - 2 * Annunciator::kOutputDelay + least;  // begun before it is heard
  const std::chrono::duration<double, std::milli> interval(
      sound::ruleOf(AlertPriority::High).interval.least);
  const auto next = tone + (isCut ? least : burst.duration()) + interval +
                    Annunciator::kOutputDelay - delayOf(AlertPriority::Medium);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - now);
  if (left > 0ms) QThread::msleep(static_cast<unsigned long>(left.count()));
}

bool Measurement::report() const {
  const std::array figures = {&m_red,        &m_redLine, &m_redTone, &m_yellow,
                              &m_yellowTone, &m_named,   &m_told};
  Figure::printHead();
  for (const auto* figure : figures) figure->print();
  return std::all_of(figures.begin(), figures.end(),
                     [](const auto* figure) { return figure->isAllowed(); });
}

/// The second word of what a role says.
Measurement::Moment Measurement::momentIn(const QString& line) {
  return Moment(line.section(u' ', 1, 1).toLongLong());
}

QStringList Measurement::stationWords(const QString& user, bool sounds) const {
  return {m_ward.greeting().at(0), user, sounds ? u"sound"_s : u"silent"_s};
}

}  // namespace vitalwall::bench
