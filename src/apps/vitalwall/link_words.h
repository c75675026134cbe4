// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command_stage.h"
#include "models/connection_model.h"
#include "session/command_progress.h"
#include "session/connection_status.h"

/// The session's words for the models', which know nothing of each other. Pure.
namespace vitalwall::station {

models::LinkStatus toModel(const session::ConnectionStatus& status);
models::CommandStage toModel(session::CommandStage stage);

}  // namespace vitalwall::station
