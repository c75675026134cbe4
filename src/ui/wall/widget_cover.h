// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace vitalwall::ui {

/// Whether another widget of the same window lies on `widget`, so that what was drawn before may
/// have been mixed with what lies on it.
bool isCovered(const QWidget& widget);

}  // namespace vitalwall::ui
