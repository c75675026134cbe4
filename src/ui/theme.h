// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <array>

#include "domain/alert.h"
#include "domain/metric.h"

namespace vitalwall::ui {

/// What a numeric or wave belongs to; decides its colour. No standard fixes these colours, so
/// they are a palette that the site can change.
enum class ParameterRole : std::uint8_t {
  Ecg,
  SpO2,
  ArterialPressure,
  PulmonaryPressure,
  VenousPressure,
  CuffPressure,
  Respiration,
  Co2,
  Temperature,
  Other
};
inline constexpr std::size_t kParameterRoles = 10;

/// The role of a numeric or wave code; Other for codes without one.
ParameterRole roleOf(MdcCode code);

/// Colours of an alarm's line and of the text on it.
struct AlarmColours {
  QColor background;
  QColor text;

  bool operator==(const AlarmColours&) const = default;
};

/// Everything that decides how screens look. A value; GUI thread.
struct Theme {
  QString fontFamily;
  double textScale = 1.0;  ///< 0.8 to 2.0
  QColor wall;             ///< between the tiles
  QColor tile;             ///< behind values and waves
  QColor border;
  QColor text;
  QColor mutedText;  ///< limits, units, ages
  QColor accent;     ///< selection and focus
  std::array<QColor, kParameterRoles> parameters;
  std::array<AlarmColours, 3> alarms;  ///< by AlertPriority: red, yellow, cyan (IEC 60601-1-8)

  QColor colourOf(ParameterRole role) const { return parameters[static_cast<std::size_t>(role)]; }
  const AlarmColours& alarm(AlertPriority priority) const {
    return alarms[static_cast<std::size_t>(priority)];
  }

  static Theme dark();
  static Theme light();
  static Theme highContrast();

  bool operator==(const Theme&) const = default;
};

/// `share` (0 to 1) of `a` mixed with `b`.
QColor mixed(const QColor& a, const QColor& b, double share);

}  // namespace vitalwall::ui
