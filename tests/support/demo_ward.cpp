// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/demo_ward.h"

namespace vitalwall::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::Freshness;
using ui::ParameterRole;
using ui::TileAlarm;
using ui::TileContent;
using ui::TileNumeric;

constexpr QStringView kNames[] = {
    u"Lindqvist, A.",  u"O'Connor, B.", u"Grünwald, M.", u"Papadopoulou-Theodorakis, Konstantina",
    u"Nakamura, K.",   u"Sow, F.",      u"Ivanova, T.",  u"Müller, H.",
    u"de la Cruz, P.", u"Ng, W.",       u"Hansen, J.",   u"Abdullahi, S."};

TileNumeric numeric(const QString& label, const QString& value, const QString& unit,
                    const QString& limits, ParameterRole role) {
  TileNumeric result;
  result.label = label;
  result.value = value;
  result.unit = unit;
  result.limits = limits;
  result.role = role;
  return result;
}

std::vector<TileNumeric> numericsOf(int bed, double rate) {
  const QString sys = QString::number(104 + bed * 7 % 38);
  const QString dia = QString::number(58 + bed * 5 % 24);
  return {
      numeric(u"HR"_s, QString::number(int(rate)), u"/min"_s, u"50–120"_s, ParameterRole::Ecg),
      numeric(u"SpO2"_s, QString::number(93 + bed % 7), u"%"_s, u"90–100"_s, ParameterRole::SpO2),
      numeric(u"ABP"_s, sys + u'/' + dia, u"mmHg"_s, u"90–160"_s, ParameterRole::ArterialPressure),
      numeric(u"RR"_s, QString::number(12 + bed % 9), u"/min"_s, u"8–30"_s,
              ParameterRole::Respiration),
      numeric(u"Temp"_s, QString::number(36.2 + bed % 14 / 10.0, 'f', 1), u"°C"_s, u"36–39"_s,
              ParameterRole::Temperature),
      numeric(u"etCO2"_s, QString::number(34 + bed % 8), u"mmHg"_s, u"30–50"_s,
              ParameterRole::Co2)};
}

/// Puts the bed in one of the states that a ward is in, most of them quiet.
void setState(TileContent& content, int bed) {
  auto& numerics = content.numerics;
  switch (bed % 16) {
    case 1:
      content.alarm = TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, false, 1};
      numerics[0].value = u"134"_s;
      numerics[0].alarm = AlertPriority::High;
      break;
    case 3:
      content.alarm = TileAlarm{AlertPriority::Medium, u"SpO2 88 < 90"_s, true, 0};
      numerics[1].value = u"88"_s;
      break;
    case 4:
      content.alarm = TileAlarm{AlertPriority::Medium, u"ABP sys 164 > 160"_s, false, 0};
      numerics[2].value = u"164/92"_s;
      numerics[2].alarm = AlertPriority::Medium;
      break;
    case 6:
      for (auto& value : numerics) {
        value.freshness = Freshness::Dimmed;
        value.ageText = u"5 s"_s;
      }
      break;
    case 9:
      content.alarm = TileAlarm{AlertPriority::Low, u"Lead off"_s, false, 0};
      numerics[0].freshness = Freshness::Lost;
      numerics[0].ageText = u"14:32"_s;
      content.marks = {{u"NEWS 5 ↑"_s, true},
                       {u"HR"_s, true, ui::AlarmSymbol::AlarmOff},
                       {u"1:44"_s, true, ui::AlarmSymbol::AlarmPaused},
                       {u"0:31"_s, true, ui::AlarmSymbol::AudioPaused},
                       {u"Limits"_s, true, ui::AlarmSymbol::LimitsChanged},
                       {u"Not recorded"_s, true, ui::AlarmSymbol::NotRecorded}};
      numerics[0].alarmOff = true;
      break;
    case 11:
      numerics.clear();
      content.patient.clear();
      content.notice = ui::TileNotice{u"No patient"_s, false};
      break;
    case 14:
      content.notice = ui::TileNotice{u"Connection lost. Attempt 3 in 4 s"_s, true};
      for (auto& value : numerics) {
        value.freshness = Freshness::Lost;
        value.ageText = u"14:32"_s;
      }
      break;
    default:
      break;
  }
}

TileContent contentOf(int bed, double rate) {
  TileContent content;
  content.bed = u"Bed %1"_s.arg(bed + 1, 2, 10, QLatin1Char('0'));
  content.patient = kNames[std::size_t(bed) % std::size(kNames)].toString();
  content.ageGroup = bed % 13 == 7 ? AgeGroup::Neonate : AgeGroup::Adult;
  if (bed % 3 == 0) content.marks = {{u"NEWS %1"_s.arg(1 + bed % 8), false}};
  content.numerics = numericsOf(bed, rate);
  content.selected = bed == 2;
  setState(content, bed);
  return content;
}

constexpr struct {
  MdcCode code;
  ParameterRole role;
} kWaves[] = {{mdc::kEcgLeadII, ParameterRole::Ecg},
              {mdc::kPleth, ParameterRole::SpO2},
              {mdc::kArterialPressure, ParameterRole::ArterialPressure},
              {mdc::kRespiration, ParameterRole::Respiration},
              {mdc::kCo2, ParameterRole::Co2}};

}  // namespace

DemoWard::DemoWard(int beds, const ui::Theme& theme, double seconds) {
  for (int bed = 0; bed < beds; ++bed) {
    Bed made;
    made.beatsPerMinute = bed % 16 == 1 ? 134 : 58 + bed * 11 % 46;
    made.content = contentOf(bed, made.beatsPerMinute);
    for (const auto& [code, role] : kWaves) {
      const WaveChannel channel = waveChannel(code);
      m_rings.emplace_back(channel.samplesPerSecond, seconds);
      m_ringOfTrace.push_back(&m_rings.back());
      made.traces.push_back({&m_rings.back(), channel, theme.colourOf(role)});
    }
    m_beds.push_back(std::move(made));
  }
}

void DemoWard::advanceTo(double seconds) {
  std::size_t ring = 0;
  for (const Bed& bed : m_beds) {
    for (const ui::TraceSource& trace : bed.traces) {
      const double rate = trace.channel.samplesPerSecond;
      WaveBlock block;
      block.firstSample = m_ringOfTrace[ring]->end();
      const auto end = static_cast<std::uint64_t>(seconds * rate);
      for (auto sample = block.firstSample; sample < end; ++sample)
        block.samples.push_back(
            waveSample(trace.channel.code, double(sample) / rate, bed.beatsPerMinute));
      m_ringOfTrace[ring++]->append(block);
    }
  }
}

}  // namespace vitalwall::test
