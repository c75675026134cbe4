// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reason_dialog.h"

namespace vitalwall::ui {

/// Why a parameter of a bed shall not alarm any more.
ReasonQuestion alarmOffQuestion(const QString& parameter, const QString& bed);

/// What is to be kept with an acknowledge; `alarm` is the alarm in words.
ReasonQuestion acknowledgeQuestion(const QString& alarm);

}  // namespace vitalwall::ui
