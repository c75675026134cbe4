// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwalld/patient_list.h"

namespace vitalwall::daemon {
namespace {

std::string labelOf(MdcCode code) {
  const MetricInfo* info = findMetric(code);
  return info ? std::string(info->label) : std::to_string(code.value);
}

std::string signalsOf(const Patient& patient) {
  std::string text;
  const auto append = [&text](const std::string& label) {
    if (!text.empty()) text += ',';
    text += label;
  };
  for (const auto& wave : patient.waves) append(wave.label);
  for (const auto& numeric : patient.numerics) append(labelOf(numeric));
  return text;
}

}  // namespace

std::string listPatients(std::span<const Patient> patients) {
  std::string text;
  for (const auto& patient : patients)
    text += patient.id.toString() + '\t' + patient.bed + '\t' + patient.name + '\t' +
            signalsOf(patient) + '\n';
  return text;
}

}  // namespace vitalwall::daemon
