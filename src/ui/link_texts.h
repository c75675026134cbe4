// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "models/connection_model.h"

/// The link's quality in words and numbers of the user's language. Pure; GUI thread because of
/// QLocale.
namespace vitalwall::ui {

/// The delays of one hop, ready to be shown; dashes for what is not known.
struct HopLine {
  QString hop;
  QString meaning;  ///< one sentence
  QString median;
  QString most;  ///< 99 % take no longer
  QString longest;
};

/// One thing that is known of the link.
struct LinkLine {
  QString what;
  QString value;
};

/// "0.4 ms", "12 ms", "1.3 s".
QString delayText(microseconds delay);

/// Always the same hops in the same order.
std::vector<HopLine> hopLines(const LinkFigures& figures);

/// Always the same things in the same order.
std::vector<LinkLine> linkLines(const models::LinkStatus& status, const LinkFigures& figures);

}  // namespace vitalwall::ui
