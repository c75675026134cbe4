// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <memory>

#include "domain/clock.h"
#include "session/monitor_client.h"
#include "stream/transport.h"

namespace vitalwall::session {

/// Owns the QThread in which a MonitorClient lives. Destruction: half-close, drain, cancel after a
/// bounded wait, quit, wait. Create after the models that its signals feed, so that it goes first.
class ClientThread {
 public:
  // (the "session" helper defines the options and internals)
};

}  // namespace vitalwall::session
