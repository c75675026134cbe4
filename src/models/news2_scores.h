// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <deque>
#include <optional>
#include <unordered_map>

#include "domain/alarm_settings.h"
#include "domain/news2.h"

namespace vitalwall::models {

/// A patient's score of now. Value.
struct News2Reading {
  News2Score score;
  int change = 0;  ///< against an hour ago, or the oldest score since the same items are known

  bool operator==(const News2Reading&) const = default;
};

/// NEWS2 of each adult patient with its course, computed from what the station shows: the vitals
/// of now and the observations that people entered. GUI thread.
class News2Scores {
 public:
  /// Takes vitals of `now`. Patients under 16 have no score.
  void update(const Vitals& vitals, const AlarmSettings& settings, WallTime now);
  void forget(PatientId patient);

  std::optional<News2Reading> of(PatientId patient) const;

 private:
  struct Point {
    WallTime at{};
    int total = 0;
  };
  struct Course {
    News2Score score;
    std::deque<Point> points;  ///< one a minute, an hour long, of scores with the same items known
  };
  static void append(Course& course, const News2Score& score, WallTime now);

  std::unordered_map<PatientId, Course> m_courses;
};

/// "NEWS 5 ↑"; "NEWS ≥ 3" with missing items: the score is at least that.
QString news2Text(const News2Reading& reading);

/// The missing items by name: "temperature, consciousness"; empty if all are known.
QString missingText(const News2Score& score);

}  // namespace vitalwall::models
