// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/link_words.h"

namespace vitalwall::station {
namespace {

models::LinkPhase toModel(session::LinkState state) {
  switch (state) {
    case session::LinkState::Disconnected:
      return models::LinkPhase::Down;
    case session::LinkState::Connecting:
      return models::LinkPhase::Connecting;
    case session::LinkState::Syncing:
      return models::LinkPhase::Syncing;
    case session::LinkState::Live:
      return models::LinkPhase::Live;
    case session::LinkState::Stale:
      return models::LinkPhase::Stale;
    case session::LinkState::Backoff:
      break;
  }
  return models::LinkPhase::Waiting;
}

}  // namespace

models::LinkStatus toModel(const session::ConnectionStatus& status) {
  return {.phase = toModel(status.state),
          .server = status.server,
          .servers = status.servers,
          .sentence = status.sentence,
          .attempt = status.attempt,
          .retryIn = status.retryIn,
          .permanent = status.permanent,
          .extended = status.extended};
}

models::CommandStage toModel(session::CommandStage stage) {
  switch (stage) {
    case session::CommandStage::Pending:
      return models::CommandStage::Pending;
    case session::CommandStage::Unconfirmed:
      return models::CommandStage::Unconfirmed;
    case session::CommandStage::Confirmed:
      return models::CommandStage::Confirmed;
    case session::CommandStage::Failed:
      break;
  }
  return models::CommandStage::Failed;
}

}  // namespace vitalwall::station
