// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace vitalwall::ui {

/// The OpenType font `font` with `name` replaced by `privateName` wherever its name table has it,
/// in either encoding. Both must be ASCII of the same length; otherwise, and for data that is no
/// OpenType font, the font comes back as it was.
QByteArray renamedFont(QByteArray font, const QByteArray& name, const QByteArray& privateName);

}  // namespace vitalwall::ui
