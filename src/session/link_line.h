// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/link_figures.h"

namespace vitalwall::session {

/// The figures as one line of the log, the same words in every language: delays in milliseconds as
/// median/99 %/longest (number of measurements), "-" for what is not known. Pure.
QString linkLine(const LinkFigures& figures);

}  // namespace vitalwall::session
