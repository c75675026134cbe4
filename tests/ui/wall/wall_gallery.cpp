// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pictures of the wall for looking at: wall_gallery [folder]
#include <QApplication>
#include <QDir>

#include "support/demo_ward.h"
#include "ui/wall/wall_widget.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;

namespace {

constexpr double kShownSeconds = 16;

void takePicture(const ui::Theme& theme, int tiles, QSize size, const QString& file) {
  test::DemoWard ward(tiles, theme, 2 * kShownSeconds);
  ward.advanceTo(kShownSeconds);
  ui::WallWidget wall(theme);
  wall.resize(size);
  wall.setTileCount(tiles);
  for (int bed = 0; bed < tiles; ++bed) {
    wall.setContent(bed, ward.content(bed));
    wall.setTraces(bed, ward.traces(bed));
  }
  wall.show();
  wall.setFocus();
  wall.frame(ui::FrameTime{});
  wall.grab().save(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication app(argc, argv);
  const QDir folder(app.arguments().value(1, u"wall-pictures"_s));
  QDir().mkpath(folder.path());
  const std::pair<QString, ui::Theme> themes[] = {{u"dark"_s, ui::Theme::dark()},
                                                  {u"light"_s, ui::Theme::light()},
                                                  {u"contrast"_s, ui::Theme::highContrast()}};
  for (const auto& [name, theme] : themes)
    for (const int tiles : {1, 2, 4, 8, 16, 32, 64})
      for (const QSize size : {QSize(1920, 1080), QSize(1280, 720)})
        takePicture(
            theme, tiles, size,
            folder.filePath(
                u"%1-%2-%3.png"_s.arg(name).arg(tiles, 2, 10, QLatin1Char('0')).arg(size.width())));
  return 0;
}
