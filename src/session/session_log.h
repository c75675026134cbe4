// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace vitalwall::session {

/// "vitalwall.session": what happens to the link, and why.
Q_DECLARE_LOGGING_CATEGORY(lcSession)

}  // namespace vitalwall::session
