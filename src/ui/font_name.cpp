// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/font_name.h"

#include <QtEndian>
#include <optional>

namespace vitalwall::ui {
namespace {

// OpenType 1.9: a header of 12 bytes with the number of tables at 4, then 16 bytes for each table:
// tag, checksum, offset, length; all big-endian.
constexpr qsizetype kHeader = 12;
constexpr qsizetype kRecord = 16;

struct Extent {
  qsizetype offset = 0;
  qsizetype length = 0;
};

template <typename Number>
qsizetype numberAt(const QByteArray& font, qsizetype position) {
  return static_cast<qsizetype>(qFromBigEndian<Number>(font.constData() + position));
}

std::optional<Extent> nameTable(const QByteArray& font) {
  if (font.size() < kHeader) return std::nullopt;
  const auto tables = numberAt<quint16>(font, 4);
  for (qsizetype record = kHeader; record < kHeader + tables * kRecord; record += kRecord) {
    if (record + kRecord > font.size()) return std::nullopt;
    if (font.mid(record, 4) != "name") continue;
    const Extent extent{numberAt<quint32>(font, record + 8), numberAt<quint32>(font, record + 12)};
    const bool isInside = extent.offset + extent.length <= font.size();
    return isInside ? std::optional(extent) : std::nullopt;
  }
  return std::nullopt;
}

QByteArray toUtf16(const QByteArray& ascii) {
  QByteArray wide;
  for (const char letter : ascii) wide.append('\0').append(letter);
  return wide;
}

}  // namespace

QByteArray renamedFont(QByteArray font, const QByteArray& name, const QByteArray& privateName) {
  const auto extent = nameTable(font);
  if (!extent || name.size() != privateName.size()) return font;
  auto table = font.mid(extent->offset, extent->length);
  table.replace(name, privateName);
  table.replace(toUtf16(name), toUtf16(privateName));
  return font.replace(extent->offset, extent->length, table);
}

}  // namespace vitalwall::ui
