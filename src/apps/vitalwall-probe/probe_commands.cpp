// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/probe_commands.h"

#include <cmath>
#include <vector>

#include <absl/strings/str_split.h>

#include "domain/concat.h"
#include "protocol/payload_metrics.h"
#include "protocol/text.h"

namespace vitalwall::probe {
namespace {

absl::Status wrong(std::string_view text, std::string_view hint) {
  return absl::InvalidArgumentError(concat("\"", text, "\" ", hint, "."));
}

absl::StatusOr<PatientId> patientFrom(std::string_view text) {
  const auto patient = PatientId::parse(text);
  if (!patient) return wrong(text, "is no patient id: give a GUID");
  return *patient;
}

absl::StatusOr<std::optional<double>> limitFrom(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto limit = protocol::numberIn(text);
  if (!limit || !std::isfinite(*limit))
    return wrong(text, "is no limit: give a number, or nothing");
  return limit;
}

}  // namespace

absl::StatusOr<CommandBody> pauseAudioFrom(std::string_view text) {
  const auto patient = patientFrom(text);
  if (!patient.ok()) return patient.status();
  return PauseAudio{.patient = *patient};
}

absl::StatusOr<CommandBody> setLimitsFrom(std::string_view text) {
  const std::vector<std::string> parts = absl::StrSplit(std::string(text), ',');
  if (parts.size() != 4) return wrong(text, "is not GUID,PARAMETER,LOW,HIGH");
  const auto patient = patientFrom(parts[0]);
  const auto parameter = protocol::parameterNamed(parts[1]);
  const auto low = limitFrom(parts[2]);
  const auto high = limitFrom(parts[3]);
  if (!patient.ok()) return patient.status();
  if (!parameter) return wrong(parts[1], "is no parameter: give a name, or an 11073 code");
  if (!low.ok()) return low.status();
  if (!high.ok()) return high.status();
  return SetLimits{.patient = *patient,
                   .parameter = *parameter,
                   .limits = {.low = *low, .high = *high, .extremeLow = {}, .extremeHigh = {}}};
}

}  // namespace vitalwall::probe
