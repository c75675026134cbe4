// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarm_ward.h"

#include "support/demo_ward.h"

namespace vitalwall::test {
namespace {

using namespace std::chrono_literals;

constexpr int kBeds = 16;
constexpr int kShownSeconds = 16;
constexpr MdcCode kWaves[] = {mdc::kEcgLeadII, mdc::kArterialPressure, mdc::kPleth};

Patient makeBed(int bed) {
  const std::string number = (bed < 9 ? "0" : "") + std::to_string(bed + 1);
  auto patient = makePatient("Bed " + number);
  constexpr const char* kNames[] = {"Lindqvist, A.", "O'Connor, B.",   "Papadopoulou, K.",
                                    "Nakamura, K.",  "de la Cruz, P.", "Ng, W."};
  patient.name = kNames[bed % 6];
  patient.waves.clear();
  for (const auto code : kWaves) patient.waves.push_back(waveChannel(code));
  patient.numerics = {mdc::kHeartRate,        mdc::kSpO2,
                      mdc::kArterialSystolic, mdc::kArterialDiastolic,
                      mdc::kRespiratoryRate,  mdc::kTemperature};
  return patient;
}

}  // namespace

AlarmWard::AlarmWard() {
  for (int bed = 0; bed < kBeds; ++bed) {
    auto directory = ward.directory();
    directory.push_back(makeBed(bed));
    m_patients.push_back(directory.back().id);
    ward.setDirectory(directory);
    ward.watch(m_patients.back());
    set(m_patients.back(), [bed](AlarmSettings& settings) {
      settings.news2 = {false, bed % 5 == 0, Consciousness::Alert};
    });
  }
  addHistory();
  for (int bed = 0; bed < kBeds; ++bed) measure(bed);
  clock.advance(10min);
  addAlarms();
  addDeviations();
  for (int bed = 0; bed < kBeds; ++bed) measure(bed);
}

void AlarmWard::measure(int bed) {
  const double rate = bed == 1 ? 144 : 58 + bed * 11 % 46;
  const auto at = clock.wallNow();
  receive(patient(bed), {makeNumeric(mdc::kHeartRate, rate, at),
                         makeNumeric(mdc::kSpO2, bed == 3 ? 87 : 93 + bed % 7, at),
                         makeNumeric(mdc::kArterialSystolic, 104 + bed * 7 % 38, at),
                         makeNumeric(mdc::kArterialDiastolic, 58 + bed * 5 % 24, at),
                         makeNumeric(mdc::kRespiratoryRate, 12 + bed % 12, at),
                         makeNumeric(mdc::kTemperature, 36.4 + bed % 14 / 10.0, at)});
  for (std::size_t channel = 0; channel < std::size(kWaves); ++channel) {
    const auto wave = waveChannel(kWaves[channel]);
    WaveBlock block;
    block.patient = patient(bed);
    block.channel = static_cast<decltype(block.channel)>(channel);
    block.sourceTime = at;
    for (int i = 0; i < kShownSeconds * wave.samplesPerSecond; ++i)
      block.samples.push_back(waveSample(wave.code, i / double(wave.samplesPerSecond), rate));
    ward.apply(block, clock.steadyNow());
  }
}

void AlarmWard::alarm(int bed, const char* message, AlertPriority priority, MdcCode parameter,
                      void (*change)(Alert&)) {
  auto alert = makeAlert(message, patient(bed), priority);
  alert.id = AlertId::random();
  alert.parameter = parameter;
  alert.raisedAt = alert.changedAt = clock.wallNow() - (bed * 47s + 12s);
  change(alert);
  ward.apply(alert);
}

void AlarmWard::addAlarms() {
  const auto plain = [](Alert&) {};
  alarm(1, "HR 144 > 140", AlertPriority::High, mdc::kHeartRate, plain);
  alarm(3, "SpO2 87 < 90", AlertPriority::Medium, mdc::kSpO2, plain);
  alarm(4, "ABP sys 164 > 160", AlertPriority::Medium, mdc::kArterialSystolic, [](Alert& alert) {
    alert.acknowledged = Acknowledgement{"Dr. Okafor", alert.raisedAt + 20s, "treatment running"};
  });
  alarm(6, "VT", AlertPriority::High, mdc::kEcgLeadII,
        [](Alert& alert) { alert.state = AlertState::Latched; });
  alarm(8, "RR 31 > 30", AlertPriority::Medium, mdc::kRespiratoryRate,
        [](Alert& alert) { alert.recorded = false; });
  alarm(9, "NEWS2 5", AlertPriority::Low, {}, plain);
  for (const int bed : {12, 13, 14, 15})
    alarm(bed, "Source sim lost", AlertPriority::Medium, {}, [](Alert& alert) {
      alert.kind = AlertKind::Technical;
      alert.condition = mdc::kEventSourceLost;
      alert.group = "source sim";
    });
}

void AlarmWard::addDeviations() {
  const auto now = clock.wallNow();
  const auto off = [](AlarmSettings& settings, MdcCode code) {
    alarmsOf(settings, code).off = AlarmOff{"Sensor is being changed", "Kim", kNoon};
  };
  set(patient(2), [&](AlarmSettings& settings) {
    off(settings, mdc::kSpO2);
    alarmsOf(settings, mdc::kHeartRate).limits.high = 140;
    alarmsOf(settings, mdc::kHeartRate).limits.extremeHigh = 160;
  });
  set(patient(5), [&](AlarmSettings& settings) {
    settings.alarmsPaused = TimedPause{"Kim", now, now + 104s};
  });
  set(patient(7), [&](AlarmSettings& settings) {
    settings.audioPaused = TimedPause{"Kim", now, now + 77s};
  });
  set(patient(10), [&](AlarmSettings& settings) {
    off(settings, mdc::kSpO2);
    off(settings, mdc::kTemperature);
    alarmsOf(settings, mdc::kRespiratoryRate).limits.high = 35;
    settings.audioPaused = settings.alarmsPaused = TimedPause{"Kim", now, now + 31s};
    settings.recorded = false;
  });
}

void AlarmWard::addHistory() {
  std::vector<Alert> episodes;
  constexpr const char* kMessages[] = {"HR 126 > 120", "SpO2 88 < 90", "Lead off", "RR 6 < 8"};
  for (int i = 0; i < 40; ++i) {
    auto episode = makeAlert(kMessages[i % 4], patient(i * 7 % kBeds),
                             i % 4 == 2 ? AlertPriority::Low : AlertPriority::Medium);
    episode.id = AlertId::random();
    episode.raisedAt = clock.wallNow() - (i * 11min + 40s);
    episode.changedAt = episode.raisedAt + 95s;
    episode.state = AlertState::Inactive;
    if (i % 3 == 0)
      episode.acknowledged =
          Acknowledgement{i % 2 ? "Kim" : "Dr. Okafor", episode.raisedAt + 31s, "patient checked"};
    episodes.push_back(episode);
  }
  ward.addHistory(episodes);
}

}  // namespace vitalwall::test
