// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetrics>
#include <QRawFont>
#include <QtTest>

#include "ui/font_name.h"
#include "ui/screen_font.h"

using namespace vitalwall::ui;

class ScreenFontTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void regularAndBoldAreTheProportionalFont();
  void hasTheLettersOfTheStationsLanguages();
  void dataThatIsNoFontIsLeftAlone_data();
  void dataThatIsNoFontIsLeftAlone();
};

void ScreenFontTest::regularAndBoldAreTheProportionalFont() {
  QFont font(loadScreenFont());
  font.setPixelSize(20);
  QVERIFY(QFontMetrics(font).horizontalAdvance(QStringLiteral("iiii")) <
          QFontMetrics(font).horizontalAdvance(QStringLiteral("MMMM")));
  QCOMPARE(QRawFont::fromFont(font).styleName(), QStringLiteral("Regular"));
  font.setBold(true);
  QCOMPARE(QRawFont::fromFont(font).styleName(), QStringLiteral("Bold"));
}

void ScreenFontTest::hasTheLettersOfTheStationsLanguages() {
  const auto raw = QRawFont::fromFont(QFont(loadScreenFont()));
  for (const auto letter : QStringLiteral("ABCxyz0189äöüßéèçñ¿°·–…"))
    QVERIFY2(raw.supportsCharacter(letter), qPrintable(QString(letter)));
}

void ScreenFontTest::dataThatIsNoFontIsLeftAlone_data() {
  QTest::addColumn<QByteArray>("data");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("text") << QByteArray("B612 is not a font");
  QTest::newRow("table beyond the end") << QByteArray::fromHex("4f54544f000100000000000000000000") +
                                               "name" +
                                               QByteArray::fromHex("00000000ffffffffffffffff");
}

void ScreenFontTest::dataThatIsNoFontIsLeftAlone() {
  QFETCH(QByteArray, data);
  QCOMPARE(renamedFont(data, "B612", "VW12"), data);
}

QTEST_MAIN(ScreenFontTest)
#include "tst_screen_font.moc"
