// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <cstdint>

class QPainter;

namespace vitalwall::ui {

/// The signs of IEC 60601-1-8 annex C for what holds alarms back, and two of our own. Drawn, not
/// taken from a font: none may be missing on a bare machine.
enum class AlarmSymbol : std::uint8_t {
  None,
  Bell,           ///< sound is on
  AudioOff,       ///< IEC 60417-5576: bell with a cross
  AudioPaused,    ///< the same with a dashed cross
  AlarmOff,       ///< IEC 60417-5319: alarm triangle with a cross
  AlarmPaused,    ///< the same with a dashed cross
  LimitsChanged,  ///< unequal sign: not the unit's limits
  NotRecorded     ///< a disk with a cross
};

/// Draws `symbol` as large as fits into `box`.
void paintAlarmSymbol(QPainter& painter, AlarmSymbol symbol, const QRectF& box, const QColor& ink);

}  // namespace vitalwall::ui
