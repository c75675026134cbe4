// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sound/sound_settings.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

Q_DECLARE_METATYPE(vitalwall::sound::SoundSettings)

class SoundSettingsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ownSettingsAreAllowed();
  void boundsAreAllowed_data();
  void boundsAreAllowed();
  void valuesOutsideAreRefusedInWords_data();
  void valuesOutsideAreRefusedInWords();
  void volumeNeverFallsBelowTheFloor();

 private:
  using Change = std::function<void(SoundSettings&)>;
  static SoundSettings with(const Change& change);
};

SoundSettings SoundSettingsTest::with(const Change& change) {
  SoundSettings settings;
  change(settings);
  return settings;
}

void SoundSettingsTest::ownSettingsAreAllowed() {
  QVERIFY(!objectionTo(SoundSettings()));
}

void SoundSettingsTest::boundsAreAllowed_data() {
  QTest::addColumn<SoundSettings>("settings");
  const auto row = [](const char* name, const Change& change) {
    QTest::newRow(name) << with(change);
  };
  row("high 2.5 s", [](auto& s) { s.repeat.high = 2500ms; });
  row("high 15 s", [](auto& s) { s.repeat.high = 15s; });
  row("medium 2.5 s", [](auto& s) { s.repeat.medium = 2500ms; });
  row("medium 30 s", [](auto& s) { s.repeat.medium = 30s; });
  row("low just above 15 s", [](auto& s) { s.repeat.low = 15001ms; });
  row("low hourly", [](auto& s) { s.repeat.low = 1h; });
  row("low once", [](auto& s) { s.repeat.low.reset(); });
  row("reminder 1 min", [](auto& s) { s.reminder = 1min; });
  row("reminder 10 min", [](auto& s) { s.reminder = 10min; });
  row("floor 0.1", [](auto& s) { s.volumeFloor = 0.1; });
  row("volume 0: the floor holds", [](auto& s) { s.volume = 0; });
}

void SoundSettingsTest::boundsAreAllowed() {
  QFETCH(SoundSettings, settings);
  QCOMPARE(objectionTo(settings).value_or(""), std::string());
}

void SoundSettingsTest::valuesOutsideAreRefusedInWords_data() {
  QTest::addColumn<SoundSettings>("settings");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* name, const char* words, const Change& change) {
    QTest::newRow(name) << with(change) << QString::fromUtf8(words);
  };
  row("high too fast",
      "A high alarm may not repeat every 2.499 s: IEC 60601-1-8 allows 2.5 to 15 s.",
      [](auto& s) { s.repeat.high = 2499ms; });
  row("high too slow",
      "A high alarm may not repeat every 15.001 s: IEC 60601-1-8 allows 2.5 to 15 s.",
      [](auto& s) { s.repeat.high = 15001ms; });
  row("medium too fast",
      "A medium alarm may not repeat every 1 s: IEC 60601-1-8 allows 2.5 to 30 s.",
      [](auto& s) { s.repeat.medium = 1s; });
  row("medium too slow",
      "A medium alarm may not repeat every 31 s: IEC 60601-1-8 allows 2.5 to 30 s.",
      [](auto& s) { s.repeat.medium = 31s; });
  row("low too fast",
      "A low alarm may not repeat every 15 s: IEC 60601-1-8 wants more than 15 s, or no "
      "repetition.",
      [](auto& s) { s.repeat.low = 15s; });
  row("reminder too often", "The reminder may not come every 59 s: 1 to 10 minutes.",
      [](auto& s) { s.reminder = 59s; });
  row("reminder too rare", "The reminder may not come every 601 s: 1 to 10 minutes.",
      [](auto& s) { s.reminder = 601s; });
  row("volume above 1", "The volume is 1.5, not a number from 0 to 1.",
      [](auto& s) { s.volume = 1.5; });
  row("inaudible floor",
      "The lowest volume is 0: less than 0.1 cannot be heard, more than 1 cannot be played.",
      [](auto& s) { s.volumeFloor = 0; });
}

void SoundSettingsTest::valuesOutsideAreRefusedInWords() {
  QFETCH(SoundSettings, settings);
  QFETCH(QString, words);
  QCOMPARE(QString::fromStdString(objectionTo(settings).value_or("")), words);
}

void SoundSettingsTest::volumeNeverFallsBelowTheFloor() {
  QCOMPARE(with([](auto& s) { s.volume = 0.1; }).effectiveVolume(), 0.3);
  QCOMPARE(with([](auto& s) { s.volume = 0.7; }).effectiveVolume(), 0.7);
}

QTEST_APPLESS_MAIN(SoundSettingsTest)
#include "tst_sound_settings.moc"
