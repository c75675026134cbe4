// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <functional>

#include "ui/wall/tile_damage.h"
#include "ui/wall/tile_words.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using namespace Qt::Literals::StringLiterals;

using Change = std::function<void(TileContent&)>;
Q_DECLARE_METATYPE(Change)

namespace {

TileContent content() {
  TileContent tile;
  tile.bed = u"Bed 07"_s;
  tile.patient = u"Sow, F."_s;
  tile.numerics = {{u"HR"_s, u"80"_s, u"/min"_s, u"50–120"_s, ParameterRole::Ecg, {}, {}, {}},
                   {u"SpO2"_s, u"97"_s, u"%"_s, u"90–100"_s, ParameterRole::SpO2, {}, {}, {}}};
  tile.alarm = TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, false, 0};
  return tile;
}

}  // namespace

class TestTileDamage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyWhatDiffers_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<TileDamage>("damage");
    const auto row = [](const char* name, TileDamage damage, Change change) {
      QTest::newRow(name) << std::move(change) << damage;
    };
    row("nothing", {}, [](TileContent&) {});
    row("bed", {.header = true}, [](auto& tile) { tile.bed = u"Bed 08"_s; });
    row("name hidden", {.header = true}, [](auto& tile) { tile.patient.clear(); });
    row("age group", {.header = true}, [](auto& tile) { tile.ageGroup = AgeGroup::Neonate; });
    row("mark", {.header = true}, [](auto& tile) { tile.marks = {{u"Alarm off"_s, true}}; });
    row("alarm's text", {.alarm = true}, [](auto& tile) { tile.alarm->text = u"HR 140 > 120"_s; });
    row("acknowledged", {.whole = true}, [](auto& tile) { tile.alarm->acknowledged = true; });
    row("priority", {.whole = true},
        [](auto& tile) { tile.alarm->priority = AlertPriority::Medium; });
    row("selected", {.whole = true}, [](auto& tile) { tile.selected = true; });
    row("first value", {.cells = 1}, [](auto& tile) { tile.numerics[0].value = u"81"_s; });
    row("second is stale", {.cells = 2},
        [](auto& tile) { tile.numerics[1].freshness = Freshness::Dimmed; });
    row("limits", {.cells = 2}, [](auto& tile) { tile.numerics[1].limits = u"85–100"_s; });
    row("one value less", {.whole = true}, [](auto& tile) { tile.numerics.pop_back(); });
    row("notice", {.waves = true}, [](auto& tile) {
      tile.notice = TileNotice{u"No waves from this server"_s, false};
    });
  }
  void onlyWhatDiffers() {
    QFETCH(Change, change);
    QFETCH(TileDamage, damage);
    TileContent after = content();
    change(after);
    QVERIFY(TileDamage::between(content(), after) == damage);
  }

  void onlyUnacknowledgedAlarmsFlash() {
    const FlashPhase bright{true, true};
    const FlashPhase dark{false, true};
    TileContent tile = content();
    tile.numerics[0].alarm = AlertPriority::High;
    QVERIFY(TileDamage::flashing(tile, bright, dark) == (TileDamage{.alarm = true, .cells = 1}));
    QVERIFY(TileDamage::flashing(tile, dark, dark).isEmpty());
    tile.alarm->acknowledged = true;
    tile.numerics[0].alarm.reset();
    QVERIFY(TileDamage::flashing(tile, bright, dark).isEmpty());
  }

  void lowAlarmsDoNotFlash() {
    TileContent tile = content();
    tile.alarm->priority = AlertPriority::Low;
    QVERIFY(TileDamage::flashing(tile, {true, true}, {false, false}).isEmpty());
  }

  void words_data() {
    QTest::addColumn<TileAlarm>("alarm");
    QTest::addColumn<QString>("line");
    QTest::newRow("high") << TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, false, 0}
                          << u"*** HR 134 > 120"_s;
    QTest::newRow("others") << TileAlarm{AlertPriority::Medium, u"SpO2 88 < 90"_s, true, 2}
                            << u"** SpO2 88 < 90  +2"_s;
    QTest::newRow("low") << TileAlarm{AlertPriority::Low, u"Lead off"_s, false, 0}
                         << u"* Lead off"_s;
  }
  void words() {
    QFETCH(TileAlarm, alarm);
    QFETCH(QString, line);
    QCOMPARE(lineOf(alarm), line);
  }

  void aLostValueIsNeverShown() {
    TileContent tile = content();
    tile.numerics[0].freshness = Freshness::Lost;
    tile.numerics[0].ageText = u"14:32"_s;
    tile.numerics[1].value.clear();
    QCOMPARE(shownValue(tile.numerics[0]), u"--"_s);
    QCOMPARE(shownValue(tile.numerics[1]), u"--"_s);
    QCOMPARE(wordsOf(tile), u"Bed 07, Sow, F., *** HR 134 > 120, HR -- /min 14:32, SpO2 -- %"_s);
  }
};

QTEST_APPLESS_MAIN(TestTileDamage)
#include "tst_tile_damage.moc"
