// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/plain_encoder.h"

#include <algorithm>
#include <array>

#include "patient_monitor.pb.h"
#include "protocol/payload_metrics.h"
#include "protocol/payload_words.h"
#include "protocol/payload_writer.h"
#include "protocol/status_type.h"

namespace vitalwall::protocol {
namespace {

/// A pressure that both the arterial line and the cuff measure, and what the payload calls it.
struct SharedPressure {
  MdcCode line;
  MdcCode cuff;
  std::string_view sharedName;  ///< of the line where there is one, else of the cuff
  std::string_view cuffName;    ///< of the cuff beside a line
};

constexpr std::array kSharedPressures = {
    SharedPressure{mdc::kArterialSystolic, mdc::kNibpSystolic, "systolicBp", "systolicNibp"},
    SharedPressure{mdc::kArterialDiastolic, mdc::kNibpDiastolic, "diastolicBp", "diastolicNibp"},
    SharedPressure{mdc::kArterialMean, mdc::kNibpMean, "meanBp", "meanNibp"},
};

std::string envelope(PatientId patient, std::string_view statusType, std::string payload,
                     WallTime time) {
  ::PatientStatusResponse response;
  response.set_patient_id(patient.toString());
  response.set_status_type(std::string(statusType));
  response.set_payload(std::move(payload));
  response.set_timestamp(toUnixMillis(time));
  return response.SerializeAsString();
}

/// Whether the arterial line gives any pressure now. One that is only connected does not hide the
/// cuff.
bool hasLine(const Vitals& vitals) {
  return std::any_of(kSharedPressures.begin(), kSharedPressures.end(), [&](const auto& pressure) {
    const auto* numeric = vitals.find(pressure.line);
    return numeric != nullptr && numeric->value;
  });
}

std::string_view cuffNameOf(MdcCode code) {
  for (const auto& pressure : kSharedPressures)
    if (pressure.cuff == code) return pressure.cuffName;
  return {};
}

/// The name for `code` in this payload; empty for what plain payloads do not carry.
std::string_view nameOf(const MetricInfo& info, bool besideLine) {
  const auto cuffName = besideLine ? cuffNameOf(info.code) : std::string_view();
  return cuffName.empty() ? info.jsonName : cuffName;
}

void addNumeric(PayloadWriter& writer, std::string_view name, const Numeric& numeric,
                const Vitals& vitals, int decimals) {
  writer.addNumber(name, numeric.value, decimals);
  if (numeric.validity != Validity::Valid)
    writer.addTextIn("validity", name, wordFor(numeric.validity));
  if (numeric.measuredAt != vitals.sourceTime)
    writer.addTimeIn("measuredAt", name, numeric.measuredAt);
}

/// Readers that know one pressure only find the line's under the usual name.
void repeatLine(PayloadWriter& writer, const Vitals& vitals) {
  for (const auto& pressure : kSharedPressures)
    if (const auto* numeric = vitals.find(pressure.line))
      writer.addNumber(pressure.sharedName, numeric->value, 0);
}

std::string_view statusTypeOf(const Alert& alert) {
  if (!alert.isOpen()) return status_type::kAlertCleared;
  return alert.acknowledged ? status_type::kAlertAcknowledged : status_type::kAlertTriggered;
}

int decimalsOf(MdcCode parameter) {
  const auto* info = findMetric(parameter);
  return info != nullptr ? info->decimals : 2;
}

void addAcknowledgement(PayloadWriter& writer, const Acknowledgement& acknowledged) {
  writer.addText("acknowledgedBy", acknowledged.by);
  writer.addTime("acknowledgedAt", acknowledged.at);
  if (!acknowledged.note.empty()) writer.addText("acknowledgedNote", acknowledged.note);
}

/// What has become of the episode, and by whom.
void addChange(PayloadWriter& writer, const Alert& alert) {
  writer.addText("state", wordFor(alert.state));
  writer.addText("cause", wordFor(alert.cause));
  writer.addFlag("recorded", alert.recorded);
  writer.addTime("timestamp", alert.changedAt);
  writer.addTime("raisedAt", alert.raisedAt);
  if (!alert.changedBy.empty()) writer.addText("changedBy", alert.changedBy);
  if (!alert.group.empty()) writer.addText("group", alert.group);
  if (alert.acknowledged) addAcknowledgement(writer, *alert.acknowledged);
}

}  // namespace

std::string encodePlainVitals(const Vitals& vitals, JsonStyle style) {
  PayloadWriter writer(style);
  const bool besideLine = hasLine(vitals);
  for (const auto& numeric : vitals.numerics) {
    const auto* info = findMetric(numeric.code);
    if (info == nullptr || info->jsonName.empty()) continue;
    addNumeric(writer, nameOf(*info, besideLine), numeric, vitals, info->decimals);
  }
  if (besideLine) repeatLine(writer, vitals);
  return envelope(vitals.patient, status_type::kVitalsUpdated, writer.json(), vitals.sourceTime);
}

std::string encodePlainAlert(const Alert& alert, JsonStyle style) {
  PayloadWriter writer(style);
  const int decimals = decimalsOf(alert.parameter);
  writer.addText("alertId", alert.id.toString());
  writer.addText("severity", wordFor(alert.priority));
  writer.addText("kind", alert.kind == AlertKind::Technical ? "technical" : "physiological");
  writer.addText("condition", wordForCondition(alert.condition));
  writer.addText("parameter", payloadNameOf(alert.parameter));
  writer.addNumber("value", alert.value, decimals);
  writer.addNumber("limit", alert.limit, decimals);
  writer.addText("unit", symbolOf(alert.unit));
  writer.addText("message", alert.message);
  addChange(writer, alert);
  return envelope(alert.patient, statusTypeOf(alert), writer.json(), alert.changedAt);
}

std::string encodePlainOrder(const Order& order, JsonStyle style) {
  PayloadWriter writer(style);
  writer.addText("orderId", order.id.toString());
  writer.addText("description", order.description);
  writer.addText("status", wordFor(order.status));
  writer.addText("changedBy", order.changedBy);
  writer.addTime("timestamp", order.changedAt);
  return envelope(order.patient, status_type::kOrderChanged, writer.json(), order.changedAt);
}

}  // namespace vitalwall::protocol
