// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "domain/alert.h"
#include "domain/patient.h"
#include "domain/wave_ring.h"
#include "ui/theme.h"
#include "ui/wall/alarm_symbol.h"

namespace vitalwall::ui {

/// How far a value may be believed: as measured; older than 3 s, dimmed with its age; older than
/// 10 s, "--" with the time of the last value.
enum class Freshness : std::uint8_t { Fresh, Dimmed, Lost };

/// One numeric of a tile, ready for the screen.
struct TileNumeric {
  QString label;   ///< "HR"
  QString value;   ///< "134", "118/76"; shown as "--" when Lost or empty
  QString unit;    ///< "/min"
  QString limits;  ///< "50–120", or what stands in their place
  ParameterRole role = ParameterRole::Other;
  Freshness freshness = Freshness::Fresh;
  QString ageText;                     ///< "5 s" when Dimmed, "14:32" when Lost
  std::optional<AlertPriority> alarm;  ///< unacknowledged alarm of this numeric: it flashes
  bool alarmOff = false;               ///< the sign of it stands where the limits would

  bool operator==(const TileNumeric&) const = default;
};

/// The tile's most urgent alarm.
struct TileAlarm {
  AlertPriority priority = AlertPriority::Low;
  QString text;  ///< "HR 134 > 120", without the priority prefix
  bool acknowledged = false;
  int others = 0;        ///< further open alarms of this patient
  bool latched = false;  ///< the condition has gone, nobody has seen it: steady, no flashing

  bool flashes() const { return !acknowledged && !latched; }
  bool operator==(const TileAlarm&) const = default;
};

/// A short remark in the header: "NEWS 5 ↑", the sign of a pause with its countdown. Where there is
/// no room for all, texts of later ones go before signs do.
struct TileMark {
  QString text;
  bool warning = false;  ///< stands out: something is not as the unit wants it
  AlarmSymbol symbol = AlarmSymbol::None;
  QString meaning = {};  ///< in words, for a screen reader; empty: the text says it

  bool operator==(const TileMark&) const = default;
};

/// Says in place of the waves why there are none: "No patient", "Connection lost ...".
struct TileNotice {
  QString text;
  bool warning = false;

  bool operator==(const TileNotice&) const = default;
};

/// All that a tile shows besides its waves. A value; equal contents are not drawn again.
struct TileContent {
  QString bed;
  QString patient;  ///< name, initials, or empty in privacy mode
  AgeGroup ageGroup = AgeGroup::Adult;
  std::vector<TileMark> marks;
  std::optional<TileAlarm> alarm;
  std::vector<TileNumeric> numerics;  ///< most important first; what does not fit is left out
  std::optional<TileNotice> notice;   ///< hides the waves
  bool selected = false;

  bool operator==(const TileContent&) const = default;
};

/// A wave of a tile. The ring is the wave store's and must outlive its use by the wall.
struct TraceSource {
  const WaveRing* ring = nullptr;
  WaveChannel channel;
  QColor colour;
};

}  // namespace vitalwall::ui
