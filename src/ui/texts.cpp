// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace vitalwall::ui {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Texts)
};

QTime localTime(WallTime at) {
  return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at)).time();
}

}  // namespace

QString ageText(milliseconds age) {
  using namespace std::chrono;
  if (age < 1min) return Texts::tr("%1 s").arg(floor<seconds>(age).count());
  const auto minutesOld = floor<minutes>(age).count();
  if (age < 1h) return Texts::tr("%1 min").arg(minutesOld);
  return Texts::tr("%1 h %2 min")
      .arg(minutesOld / 60)
      .arg(minutesOld % 60, 2, 10, QLatin1Char('0'));
}

QString shortTimeText(WallTime at) {
  return QLocale().toString(localTime(at), QStringLiteral("HH:mm"));
}

QString timeText(WallTime at) {
  return QLocale().toString(localTime(at), QStringLiteral("HH:mm:ss"));
}

QString unitText(Unit unit) {
  return fromView(symbolOf(unit));
}

QString valueText(const Numeric& numeric) {
  return numeric.value ? valueText(numeric.code, *numeric.value) : kNoValue;
}

}  // namespace vitalwall::ui
