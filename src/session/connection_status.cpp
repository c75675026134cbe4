// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connection_status.h"

namespace vitalwall::session {

const char* nameOf(LinkState state) {
  switch (state) {
    case LinkState::Disconnected:
      return "Disconnected";
    case LinkState::Connecting:
      return "Connecting";
    case LinkState::Syncing:
      return "Syncing";
    case LinkState::Live:
      return "Live";
    case LinkState::Stale:
      return "Stale";
    case LinkState::Backoff:
      return "Backoff";
  }
  return "?";
}

}  // namespace vitalwall::session
