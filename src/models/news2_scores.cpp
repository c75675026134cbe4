// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/news2_scores.h"

#include <QCoreApplication>
#include <QStringList>

#include "models/freshness.h"

namespace vitalwall::models {
namespace {

using namespace std::chrono_literals;

/// Translation context of these lines.
struct News2Text {
  Q_DECLARE_TR_FUNCTIONS(News2Text)
};

constexpr milliseconds kStep = 1min;
constexpr milliseconds kSpan = 1h;

QString nameOf(News2Item item) {
  switch (item) {
    case News2Item::Respiration:
      return News2Text::tr("respiratory rate");
    case News2Item::OxygenSaturation:
      return News2Text::tr("SpO2");
    case News2Item::SupplementalOxygen:
      return News2Text::tr("air or oxygen");
    case News2Item::SystolicPressure:
      return News2Text::tr("systolic pressure");
    case News2Item::Pulse:
      return News2Text::tr("pulse");
    case News2Item::Consciousness:
      return News2Text::tr("consciousness");
    case News2Item::Temperature:
      break;
  }
  return News2Text::tr("temperature");
}

}  // namespace

void News2Scores::update(const Vitals& vitals, const AlarmSettings& settings, WallTime now) {
  if (settings.profile != AgeGroup::Adult) return forget(vitals.patient);
  append(m_courses[vitals.patient],
         news2Score(vitals, settings.news2, now, intermittentRule().expire), now);
}

void News2Scores::forget(PatientId patient) {
  m_courses.erase(patient);
}

std::optional<News2Reading> News2Scores::of(PatientId patient) const {
  const auto found = m_courses.find(patient);
  if (found == m_courses.end()) return std::nullopt;
  const auto& [score, points] = found->second;
  return News2Reading{.score = score, .change = score.total - points.front().total};
}

void News2Scores::append(Course& course, const News2Score& score, WallTime now) {
  // Scores of different items cannot be compared.
  if (score.missing != course.score.missing) course.points.clear();
  course.score = score;
  auto& points = course.points;
  if (points.empty() || now - points.back().at >= kStep || now < points.back().at)
    points.push_back({.at = now, .total = score.total});
  while (now - points.front().at > kSpan) points.pop_front();
}

QString news2Text(const News2Reading& reading) {
  const auto total =
      reading.score.isComplete() ? News2Text::tr("NEWS %1") : News2Text::tr("NEWS \u2265%1");
  auto text = total.arg(reading.score.total);
  if (reading.change == 0) return text;
  return text + (reading.change > 0 ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193"));
}

QString missingText(const News2Score& score) {
  QStringList names;
  for (const auto item : score.missing) names << nameOf(item);
  return names.join(QStringLiteral(", "));
}

}  // namespace vitalwall::models
