// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace vitalwall::ui {

/// Tells version, licence and what this program is not. Blocks until it is closed.
void showAbout(QWidget* parent);

}  // namespace vitalwall::ui
