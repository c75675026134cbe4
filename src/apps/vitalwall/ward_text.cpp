// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/ward_text.h"

#include "ui/numeric_presenter.h"
#include "ui/texts.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::station {
namespace {

constexpr int kBedWidth = 10;
constexpr int kNameWidth = 20;
constexpr int kNumericWidth = 14;

QString numericText(const ui::TileNumeric& numeric) {
  const bool isLost = numeric.freshness == ui::Freshness::Lost || numeric.value.isEmpty();
  auto text = numeric.label + u' ' + (isLost ? ui::kNoValue : numeric.value);
  if (numeric.freshness == ui::Freshness::Dimmed) text += u" (%1)"_s.arg(numeric.ageText);
  return text.leftJustified(kNumericWidth);
}

QString alarmsText(const models::Ward& ward, PatientId patient) {
  const auto alarms = ward.alarms().alarmsOf(patient);
  if (alarms.empty()) return {};
  const auto acknowledged = models::acknowledgeText(*alarms.front());
  const auto text = models::alarmText(alarms.front()->alert);
  return acknowledged.isEmpty() ? text : u"%1 (%2)"_s.arg(text, acknowledged);
}

QString bedLine(const models::Ward& ward, const models::BedState& bed) {
  auto line = bed.label().leftJustified(kBedWidth) +
              QString::fromStdString(bed.patient.name).leftJustified(kNameWidth, u' ', true) +
              u"  "_s;
  for (const auto& group : ui::groupsOf(bed))
    line += numericText(ui::presentNumeric(ward, bed, group));
  return (line + alarmsText(ward, bed.id())).trimmed();
}

QString linkLine(const models::Ward& ward) {
  const auto& status = ward.link().status();
  return u"%1  %2: %3  beds: %4  alarms: %5"_s.arg(
      ui::timeText(ward.clock().wallNow()), status.server, models::phaseName(status.phase),
      QString::number(ward.beds().rowCount()), QString::number(ward.alarms().rowCount()));
}

}  // namespace

QString wardText(const models::Ward& ward) {
  QStringList lines{linkLine(ward)};
  for (int row = 0; row < ward.beds().rowCount(); ++row)
    lines << bedLine(ward, ward.beds().bed(row));
  return lines.join(u'\n') + u'\n';
}

}  // namespace vitalwall::station
