// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of single parts of a tile, in both halves of the flashing.
#include <QtTest>
#include <functional>
#include <set>

#include "ui/wall/tile_parts.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using namespace Qt::Literals::StringLiterals;

class AlarmSignalsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void alarmLineByStateAndPhase_data();
  void alarmLineByStateAndPhase();
  void signsDifferAndStayInTheirBox();
  void signsStayWhenTextsDoNotFit();
  void marksThatDoNotFitGoFromTheEnd();
  void alarmOffStandsInPlaceOfTheLimits();

 private:
  static QImage drawn(QSize size, const std::function<void(QPainter&)>& draw);
  QImage line(const TileAlarm& alarm, bool bright) const;
  QImage header(int width, std::vector<TileMark> marks) const;

  const QSize m_size{480, 260};
  const TileStyle m_style{Theme::dark(), TileLayout::forSize(m_size, 1.0)};
};

QImage AlarmSignalsTest::drawn(QSize size, const std::function<void(QPainter&)>& draw) {
  QImage picture(size, QImage::Format_RGB32);
  picture.fill(Theme::dark().tile);
  QPainter painter(&picture);
  draw(painter);
  return picture;
}

QImage AlarmSignalsTest::line(const TileAlarm& alarm, bool bright) const {
  TileContent content;
  content.alarm = alarm;
  return drawn(m_size,
               [&](QPainter& painter) { paintAlarmLine(painter, m_style, content, bright); });
}

QImage AlarmSignalsTest::header(int width, std::vector<TileMark> marks) const {
  const QSize size(width, m_size.height());
  TileContent content;
  content.bed = u"Bed 07"_s;
  content.marks = std::move(marks);
  const TileStyle style(Theme::dark(), TileLayout::forSize(size, 1.0));
  return drawn(size, [&](QPainter& painter) { paintHeader(painter, style, content); });
}

void AlarmSignalsTest::alarmLineByStateAndPhase_data() {
  QTest::addColumn<TileAlarm>("alarm");
  QTest::addColumn<bool>("filledBright");
  QTest::addColumn<bool>("filledDark");
  const auto text = u"HR 134 > 120"_s;
  QTest::newRow("new") << TileAlarm{AlertPriority::High, text} << true << false;
  QTest::newRow("medium") << TileAlarm{AlertPriority::Medium, text} << true << false;
  QTest::newRow("latched") << TileAlarm{AlertPriority::High, text, false, 0, true} << true << true;
  QTest::newRow("acknowledged") << TileAlarm{AlertPriority::High, text, true} << false << false;
  QTest::newRow("acknowledged, latched")
      << TileAlarm{AlertPriority::High, text, true, 0, true} << false << false;
}

void AlarmSignalsTest::alarmLineByStateAndPhase() {
  QFETCH(TileAlarm, alarm);
  QFETCH(bool, filledBright);
  QFETCH(bool, filledDark);
  const auto ground = m_style.theme.alarm(alarm.priority).background;
  const auto bright = line(alarm, true);
  const auto dark = line(alarm, false);
  const QPoint inside = m_style.layout.alarm.center() + QPoint(m_style.layout.alarm.width() / 3, 0);
  QCOMPARE(bright.pixelColor(inside) == ground, filledBright);
  QCOMPARE(dark.pixelColor(inside) == ground, filledDark);
  QCOMPARE(bright == dark, filledBright == filledDark);
}

void AlarmSignalsTest::signsDifferAndStayInTheirBox() {
  std::set<QByteArray> pictures;
  const QRect box(10, 10, 16, 16);
  for (int sign = 0; sign <= int(AlarmSymbol::NotRecorded); ++sign) {
    const auto picture = drawn({36, 36}, [&](QPainter& painter) {
      paintAlarmSymbol(painter, AlarmSymbol(sign), box, Qt::white);
    });
    pictures.insert(
        QByteArray(reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes()));
    for (int y = 0; y < picture.height(); ++y)
      for (int x = 0; x < picture.width(); ++x)
        if (!box.adjusted(-1, -1, 1, 1).contains(x, y))
          QVERIFY(picture.pixelColor(x, y) == Theme::dark().tile);
  }
  QCOMPARE(pictures.size(), std::size_t(AlarmSymbol::NotRecorded) + 1);
}

void AlarmSignalsTest::signsStayWhenTextsDoNotFit() {
  const TileMark score{u"NEWS 5"_s, false};
  const TileMark off{u"HR SpO2"_s, true, AlarmSymbol::AlarmOff};
  TileMark sign = off;
  sign.text.clear();
  QVERIFY(header(480, {score, off}) != header(480, {score, sign}));
  QVERIFY(header(130, {score, off}) == header(130, {score, sign}));
  QVERIFY(header(130, {score, off}) != header(130, {score}));
}

void AlarmSignalsTest::marksThatDoNotFitGoFromTheEnd() {
  const TileMark score{u"NEWS 5"_s, false};
  const TileMark values{u"No values for a long time"_s, true};
  QVERIFY(header(130, {score, values}) == header(130, {score}));
}

void AlarmSignalsTest::alarmOffStandsInPlaceOfTheLimits() {
  TileNumeric numeric;
  numeric.label = u"HR"_s;
  numeric.value = u"80"_s;
  numeric.limits = u"50–120"_s;
  const auto cell = [&] {
    return drawn(m_size, [&](QPainter& painter) {
      paintNumeric(painter, m_style, QRect(0, 0, 200, 100), numeric, true);
    });
  };
  const auto on = cell();
  numeric.alarmOff = true;
  const auto off = cell();
  QVERIFY(on != off);
  numeric.limits = u"50–130"_s;
  QVERIFY(off == cell());
}

QTEST_MAIN(AlarmSignalsTest)
#include "tst_alarm_signals.moc"
