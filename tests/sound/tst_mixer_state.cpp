// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sound/mixer_state.h"
#include "sound/sound_state.h"

using namespace vitalwall::sound;

class MixerStateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readingIsJudged_data();
  void readingIsJudged();
  void defaultThatIsNotThereIsNone();
  void mixerCountsBehindADeviceThatWorks_data();
  void mixerCountsBehindADeviceThatWorks();
};

void MixerStateTest::readingIsJudged_data() {
  QTest::addColumn<MixerReading>("reading");
  QTest::addColumn<MixerState>("expected");
  const auto row = [](const char* name, MixerReading reading, MixerState expected) {
    QTest::newRow(name) << std::move(reading) << expected;
  };
  const MixerSink loud{.index = 1, .name = "loud"};
  const MixerSink muted{.index = 2, .name = "muted", .isMuted = true};
  const MixerSink half{.index = 3, .name = "half", .volume = 0.5};
  const MixerSink flat{.index = 4, .name = "flat", .volume = 0.5, .isFlat = true};
  const auto at = [](double volume) {
    return MixerReading{{{.index = 1, .name = "it", .volume = volume}}, "it", {}};
  };
  row("nothing", {}, MixerState::Unknown);
  row("no default", {{loud}, "", {}}, MixerState::Unknown);
  row("default is not there", {{loud}, "gone", {}}, MixerState::Unknown);
  row("default", {{muted, loud}, "loud", {}}, MixerState::Audible);
  row("muted default", {{loud, muted}, "muted", {}}, MixerState::Muted);
  row("at the least volume", at(kLeastMixerVolume), MixerState::Audible);
  row("below it", at(kLeastMixerVolume - 0.001), MixerState::TooQuiet);
  row("amplified", at(1.5), MixerState::Audible);
  row("silent", at(0), MixerState::TooQuiet);
  row("muted stream", {{loud}, "loud", MixerStream{.sink = 1, .isMuted = true}}, MixerState::Muted);
  row("stream on another sink", {{loud, muted}, "muted", MixerStream{.sink = 1}},
      MixerState::Audible);
  row("stream on the muted sink", {{loud, muted}, "loud", MixerStream{.sink = 2}},
      MixerState::Muted);
  row("stream on no sink", {{loud}, "loud", MixerStream{.sink = 9}}, MixerState::Unknown);
  row("both half", {{half}, "half", MixerStream{.sink = 3, .volume = 0.5}}, MixerState::TooQuiet);
  row("both half, flat", {{flat}, "flat", MixerStream{.sink = 4, .volume = 0.5}},
      MixerState::Audible);
}

void MixerStateTest::readingIsJudged() {
  QFETCH(MixerReading, reading);
  QFETCH(MixerState, expected);
  QCOMPARE(judge(reading), expected);
}

void MixerStateTest::defaultThatIsNotThereIsNone() {
  const MixerSink sink{.index = 1, .name = "hdmi"};
  QCOMPARE(defaultSinkOf({{sink}, "hdmi", {}}), std::string("hdmi"));
  QCOMPARE(defaultSinkOf({{sink}, "gone", {}}), std::string());
  QCOMPARE(defaultSinkOf({}), std::string());
}

void MixerStateTest::mixerCountsBehindADeviceThatWorks_data() {
  QTest::addColumn<OutputHealth>("device");
  QTest::addColumn<MixerState>("mixer");
  QTest::addColumn<OutputHealth>("expected");
  const auto row = [](const char* name, OutputHealth device, MixerState mixer,
                      OutputHealth expected) {
    QTest::newRow(name) << device << mixer << expected;
  };
  row("well", OutputHealth::Ok, MixerState::Audible, OutputHealth::Ok);
  row("unknown is no praise", OutputHealth::Opening, MixerState::Unknown, OutputHealth::Opening);
  row("nor is audible", OutputHealth::Opening, MixerState::Audible, OutputHealth::Opening);
  row("unknown is no blame", OutputHealth::Ok, MixerState::Unknown, OutputHealth::Ok);
  row("muted", OutputHealth::Ok, MixerState::Muted, OutputHealth::Muted);
  row("muted from the start", OutputHealth::Opening, MixerState::Muted, OutputHealth::Muted);
  row("too quiet", OutputHealth::Ok, MixerState::TooQuiet, OutputHealth::TooQuiet);
  row("none", OutputHealth::NoDevice, MixerState::Muted, OutputHealth::NoDevice);
  row("lost", OutputHealth::DeviceLost, MixerState::Muted, OutputHealth::DeviceLost);
  row("stalled", OutputHealth::Stalled, MixerState::TooQuiet, OutputHealth::Stalled);
}

void MixerStateTest::mixerCountsBehindADeviceThatWorks() {
  QFETCH(OutputHealth, device);
  QFETCH(MixerState, mixer);
  QFETCH(OutputHealth, expected);
  QCOMPARE(behindMixer(device, mixer), expected);
}

QTEST_GUILESS_MAIN(MixerStateTest)
#include "tst_mixer_state.moc"
