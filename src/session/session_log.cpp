// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session_log.h"

namespace vitalwall::session {

Q_LOGGING_CATEGORY(lcSession, "vitalwall.session")

}  // namespace vitalwall::session
