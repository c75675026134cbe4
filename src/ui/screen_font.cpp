// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screen_font.h"

#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLoggingCategory>

// At global scope, because the macro declares the resource's own function where it stands.
static void initialiseResources() {
  Q_INIT_RESOURCE(vitalwall);
}

namespace vitalwall::ui {
namespace {

Q_LOGGING_CATEGORY(fontLog, "vitalwall.ui.font")

constexpr int kNormalPixels = 14;

QString loadFamily(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  const int id = QFontDatabase::addApplicationFontFromData(file.readAll());
  return id < 0 ? QString() : QFontDatabase::applicationFontFamilies(id).value(0);
}

}  // namespace

QFont loadScreenFont() {
  initialiseResources();
  auto font = QGuiApplication::font();
  const auto family = loadFamily(QStringLiteral(":/fonts/B612-Regular.otf"));
  if (family.isEmpty())
    qCWarning(fontLog) << "The screen font B612 is missing in the program; using" << font.family();
  else
    font.setFamily(family);
  loadFamily(QStringLiteral(":/fonts/B612-Bold.otf"));
  font.setPixelSize(kNormalPixels);
  return font;
}

}  // namespace vitalwall::ui
