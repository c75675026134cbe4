// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_widget.h"

#include <QtTest>

#include "shown_wall.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FrameTime kHighDark{std::chrono::milliseconds(300)};

bool hasColour(const QImage& image, const QColor& colour) {
  return pixelsOf(image, colour) > 0;
}

int redPixels(const QImage& image) {
  return pixelsOf(image, Theme::dark().alarm(AlertPriority::High).background);
}

}  // namespace

class TestWallWidget : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void highAlarmsFlashInColour() {
    ShownWall shown(2, {1200, 400});
    TileContent content = shown.ward.content(0);
    content.alarm = TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, false, 0};
    content.numerics[0].alarm = AlertPriority::High;
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    const QRect tile = shown.wall.tileRect(0);
    const int redWhenBright = redPixels(shown.part(tile));
    shown.wall.frame(kHighDark);
    const int redWhenDark = redPixels(shown.part(tile));
    QVERIFY(redWhenBright > 4 * redWhenDark);
    QVERIFY(redWhenDark > 0);  // the border stays, so that the bed is never without its mark
    shown.wall.frame(kBright);
    QCOMPARE(redPixels(shown.part(tile)), redWhenBright);
  }

  void acknowledgedAlarmsAreSteady() {
    ShownWall shown(2, {1200, 400});
    TileContent content = shown.ward.content(0);
    content.alarm = TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, true, 0};
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    const QImage bright = shown.part(shown.wall.tileRect(0));
    shown.wall.frame(kHighDark);
    QCOMPARE(shown.part(shown.wall.tileRect(0)), bright);
  }

  void everyFreshnessLooksDifferent() {
    ShownWall shown(1, {600, 340});
    TileContent content = shown.ward.content(0);
    std::vector<QImage> looks;
    for (const Freshness freshness : {Freshness::Fresh, Freshness::Dimmed, Freshness::Lost}) {
      content.numerics[0].freshness = freshness;
      content.numerics[0].ageText = u"5 s"_s;
      shown.wall.setContent(0, content);
      shown.wall.frame(kBright);
      looks.push_back(shown.surface());
    }
    QVERIFY(looks[0] != looks[1]);
    QVERIFY(looks[1] != looks[2]);
    QVERIFY(looks[0] != looks[2]);
    // The value itself must be gone when lost: other digits make no other picture.
    content.numerics[0].value = u"999"_s;
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    QCOMPARE(shown.surface(), looks[2]);
  }

  /// Also in the narrowest cell the age is there: another age makes another picture.
  void everyShownStaleValueHasItsAge() {
    ShownWall shown(16, {1920, 1080});
    TileContent content = shown.ward.content(0);
    for (std::size_t i = 0; i < 4; ++i) {
      content.numerics[i].freshness = Freshness::Dimmed;
      content.numerics[i].ageText = u"5 s"_s;
      shown.wall.setContent(0, content);
      shown.wall.frame(kBright);
      const QImage before = shown.part(shown.wall.tileRect(0));
      content.numerics[i].ageText = u"9 s"_s;
      shown.wall.setContent(0, content);
      shown.wall.frame(kBright);
      QVERIFY2(before != shown.part(shown.wall.tileRect(0)), qPrintable(content.numerics[i].label));
    }
  }

  void aNoticeHidesTheWaves() {
    ShownWall shown(1, {600, 340});
    const QColor ecg = Theme::dark().colourOf(ParameterRole::Ecg);
    TileContent content = shown.ward.content(0);
    content.numerics.clear();
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    QVERIFY(hasColour(shown.surface(), ecg));
    content.notice = TileNotice{u"No waves from this server"_s, false};
    shown.wall.setContent(0, content);
    shown.advance(1);
    QVERIFY(!hasColour(shown.surface(), ecg));
    content.notice.reset();
    shown.wall.setContent(0, content);
    shown.advance(1);
    QVERIFY(hasColour(shown.surface(), ecg));
    QVERIFY(shown.equalsDrawnAnew());
  }

  void anotherThemeAndSizeAreTakenOver() {
    ShownWall shown(4);
    shown.wall.setTheme(Theme::light());
    shown.wall.resize(700, 400);
    shown.wall.frame(kBright);
    QCoreApplication::processEvents();
    QVERIFY(hasColour(shown.surface(), Theme::light().tile));
    QVERIFY(!hasColour(shown.surface(), Theme::dark().tile));
    QVERIFY(shown.equalsDrawnAnew());
  }

  void sweepSecondsFollowSizeAndSpeed() {
    ShownWall shown(1);
    const double usual = shown.wall.sweepSeconds();
    QVERIFY(usual > 1);
    shown.wall.setSweepSpeed(12.5);
    QCOMPARE(shown.wall.sweepSeconds(), 2 * usual);
  }

  void keysMoveTheCurrentTile_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("to");
    QTest::newRow("right") << 0 << Qt::Key_Right << 1;
    QTest::newRow("left at the edge") << 0 << Qt::Key_Left << 0;
    QTest::newRow("down") << 1 << Qt::Key_Down << 5;
    QTest::newRow("up") << 5 << Qt::Key_Up << 1;
    QTest::newRow("down at the bottom") << 13 << Qt::Key_Down << 13;
    QTest::newRow("home") << 9 << Qt::Key_Home << 0;
    QTest::newRow("end") << 9 << Qt::Key_End << 15;
  }

  void keysMoveTheCurrentTile() {
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    ShownWall shown(16);
    shown.wall.setCurrentTile(from);
    QTest::keyClick(&shown.wall, key);
    QTEST(shown.wall.currentTile(), "to");
  }

  void enterAndMouseSayWhichTile() {
    ShownWall shown(16);
    QSignalSpy clicked(&shown.wall, &WallWidget::tileClicked);
    QSignalSpy activated(&shown.wall, &WallWidget::tileActivated);
    QTest::mouseClick(&shown.wall, Qt::LeftButton, {}, shown.wall.tileRect(6).center());
    QCOMPARE(clicked, QList<QList<QVariant>>{{6}});
    QCOMPARE(shown.wall.currentTile(), 6);
    QTest::mouseDClick(&shown.wall, Qt::LeftButton, {}, shown.wall.tileRect(2).center());
    QCOMPARE(activated.takeFirst().first().toInt(), 2);
    QTest::keyClick(&shown.wall, Qt::Key_Return);
    QCOMPARE(activated.takeFirst().first().toInt(), shown.wall.currentTile());
  }

  void fewerTilesMoveTheCurrentOneBack() {
    ShownWall shown(16);
    shown.wall.setCurrentTile(15);
    shown.wall.setTileCount(4);
    QCOMPARE(shown.wall.currentTile(), 3);
    shown.wall.frame(kBright);
    QVERIFY(shown.equalsDrawnAnew());
  }

  void readersAreToldTheCurrentTile() {
    ShownWall shown(16);
    shown.wall.activateWindow();
    shown.wall.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&shown.wall));
    QVERIFY(!shown.wall.accessibleName().isEmpty());
    shown.wall.setCurrentTile(1);
    QVERIFY(shown.wall.accessibleDescription().contains(u"Bed 02"_s));
    QVERIFY(shown.wall.accessibleDescription().contains(u"*** HR 134 > 120"_s));
  }
};

QTEST_MAIN(TestWallWidget)
#include "tst_wall_widget.moc"
