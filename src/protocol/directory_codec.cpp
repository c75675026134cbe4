// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/directory_codec.h"

#include "protocol/to_domain.h"
#include "protocol/to_wire.h"
#include "vitalwall/v1/directory.pb.h"

namespace vitalwall::protocol {

std::string encodeDirectory(std::span<const Patient> patients) {
  v1::ListPatientsResponse response;
  for (const auto& patient : patients) toWire(patient, *response.add_patients());
  return response.SerializeAsString();
}

absl::StatusOr<std::vector<Patient>> decodeDirectory(std::string_view bytes) {
  v1::ListPatientsResponse response;
  if (!response.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return absl::InvalidArgumentError("The server's list of patients cannot be read.");
  std::vector<Patient> patients;
  patients.reserve(static_cast<std::size_t>(response.patients_size()));
  for (const auto& wire : response.patients()) {
    auto patient = toDomain(wire);
    if (!patient.ok()) return patient.status();
    patients.push_back(*std::move(patient));
  }
  return patients;
}

}  // namespace vitalwall::protocol
