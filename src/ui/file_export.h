// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace vitalwall::ui {

/// Writes a file whole or not at all: a file of that name stays as it was if something fails.
/// Returns what went wrong and what to do, as sentences; empty if the file is there.
QString saveFile(const QString& path, const QByteArray& contents);

}  // namespace vitalwall::ui
