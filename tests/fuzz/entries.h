// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Where foreign bytes enter the program. Each entry decodes `bytes` and aborts with a sentence
/// when what comes out breaks a promise of the decoder. Pure; any thread.
namespace vitalwall::fuzz {

/// As a PatientMonitorRequest, and as the questions of the AlarmHistory service.
void enterRequest(std::string_view bytes);

/// As a PatientStatusResponse, as a ListPatientsResponse, and as the AlarmHistory's answers.
void enterResponse(std::string_view bytes);

/// The first byte selects a status type, the rest is the JSON payload of a plain message.
void enterPayload(std::string_view bytes);

}  // namespace vitalwall::fuzz
