// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screen_font.h"

#include <QFile>
#include <QFontDatabase>
#include <QLoggingCategory>

#include "ui/font_name.h"

// At global scope, because the macro declares the resource's own function where it stands.
static void initialiseResources() {
  Q_INIT_RESOURCE(vitalwall);
}

namespace vitalwall::ui {
namespace {

Q_LOGGING_CATEGORY(fontLog, "vitalwall.ui.font")

QString load(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  const auto font = renamedFont(file.readAll(), "B612", "VW12");
  const int id = QFontDatabase::addApplicationFontFromData(font);
  return id < 0 ? QString() : QFontDatabase::applicationFontFamilies(id).value(0);
}

}  // namespace

QString loadScreenFont() {
  initialiseResources();
  auto regular = load(QStringLiteral(":/fonts/B612-Regular.otf"));
  const auto bold = load(QStringLiteral(":/fonts/B612-Bold.otf"));
  if (regular.isEmpty() || regular != bold)
    qCWarning(fontLog) << "The program's own screen font could not be loaded:" << regular << bold;
  return regular;
}

}  // namespace vitalwall::ui
