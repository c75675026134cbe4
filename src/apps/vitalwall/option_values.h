// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <chrono>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/ids.h"
#include "ui/theme.h"

/// Single values of the command line. InvalidArgument with a sentence that names the option, what
/// was given, and what would do.
namespace vitalwall::station {

/// A whole number from `least` to `most`.
absl::StatusOr<int> parseCount(const QString& option, const QString& text, int least, int most);

/// Seconds, more than 0; a fraction is allowed.
absl::StatusOr<std::chrono::milliseconds> parseSeconds(const QString& option, const QString& text);

/// "1920x1080", each side 320 to 16384.
absl::StatusOr<QSize> parseSize(const QString& text);

absl::StatusOr<std::vector<PatientId>> parsePatients(const QStringList& texts);

/// "dark", "light" or "high-contrast".
absl::StatusOr<ui::Theme> parseTheme(const QString& text);

/// Whether `text` is HOST:PORT with a port from 1 to 65535.
bool isServerAddress(const QString& text);

}  // namespace vitalwall::station
