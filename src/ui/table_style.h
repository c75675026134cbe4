// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace vitalwall::ui {

/// Makes a table of the windows' lists: whole rows, nothing to edit, columns as wide as their
/// texts, one that takes the rest.
void styleAsList(QTableView& table, int wideColumn);

}  // namespace vitalwall::ui
