// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace vitalwall::ui {

/// Lets buttons and boxes inside `container` have the Space key, although the window uses it: who
/// works them with the keyboard means them. For widgets that exist when it is called.
void keepSpaceKey(QWidget& container);

}  // namespace vitalwall::ui
