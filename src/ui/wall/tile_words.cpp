// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_words.h"

#include <QStringList>

namespace vitalwall::ui {

QString lineOf(const TileAlarm& alarm) {
  const auto prefix = priorityPrefix(alarm.priority);
  const QString text =
      QLatin1String(prefix.data(), qsizetype(prefix.size())) + QLatin1Char(' ') + alarm.text;
  return alarm.others > 0 ? text + QStringLiteral("  +%1").arg(alarm.others) : text;
}

QString shownValue(const TileNumeric& numeric) {
  const bool known = numeric.freshness != Freshness::Lost && !numeric.value.isEmpty();
  return known ? numeric.value : QStringLiteral("--");
}

QString wordsOf(const TileContent& content) {
  QStringList words{content.bed, content.patient};
  for (const TileMark& mark : content.marks)
    words << (mark.meaning.isEmpty() ? mark.text : mark.meaning);
  if (content.alarm) words << lineOf(*content.alarm);
  for (const TileNumeric& numeric : content.numerics)
    words << QStringList{numeric.label, shownValue(numeric), numeric.unit, numeric.ageText}
                 .join(QLatin1Char(' '))
                 .simplified();
  if (content.notice) words << content.notice->text;
  words.removeAll(QString());
  return words.join(QStringLiteral(", "));
}

}  // namespace vitalwall::ui
