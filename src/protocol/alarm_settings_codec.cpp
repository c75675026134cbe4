// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/alarm_settings_codec.h"

#include "protocol/alarm_enums.h"
#include "protocol/command_rules.h"
#include "protocol/text.h"
#include "protocol/wire_enums.h"
#include "protocol/wire_id.h"
#include "protocol/wire_time.h"
#include "vitalwall/v1/alarm_settings.pb.h"

namespace vitalwall::protocol {
namespace {

void write(const AlarmOff& off, v1::AlarmOff& wire) {
  wire.set_reason(validUtf8(off.reason));
  wire.set_by(validUtf8(off.by));
  wire.set_at(toUnixMillis(off.at));
}

void write(const TimedPause& pause, v1::TimedPause& wire) {
  wire.set_by(validUtf8(pause.by));
  wire.set_at(toUnixMillis(pause.at));
  wire.set_until(toUnixMillis(pause.until));
}

void write(const ParameterAlarms& alarms, v1::ParameterAlarms& wire) {
  wire.set_parameter(alarms.parameter.value);
  toWire(alarms.limits, *wire.mutable_limits());
  toWire(alarms.unitDefault, *wire.mutable_unit_default());
  if (alarms.off) write(*alarms.off, *wire.mutable_off());
}

AlarmOff read(const v1::AlarmOff& wire) {
  return {.reason = wire.reason(), .by = wire.by(), .at = boundedTime(wire.at())};
}

TimedPause read(const v1::TimedPause& wire) {
  return {.by = wire.by(), .at = boundedTime(wire.at()), .until = boundedTime(wire.until())};
}

absl::Status refused(std::string_view why) {
  return absl::InvalidArgumentError("The server sent alarm settings " + std::string(why) +
                                    "; they are not shown.");
}

absl::StatusOr<ParameterAlarms> read(const v1::ParameterAlarms& wire) {
  ParameterAlarms alarms{.parameter = MdcCode{wire.parameter()},
                         .limits = toDomain(wire.limits()),
                         .unitDefault = toDomain(wire.unit_default()),
                         .off = {}};
  if (!areNumbers(alarms.limits) || !areNumbers(alarms.unitDefault))
    return refused("with a limit that is not a number");
  if (wire.has_off()) alarms.off = read(wire.off());
  return alarms;
}

/// All but the parameters and what people have observed.
AlarmSettings frameOf(const v1::AlarmSettings& wire, PatientId patient, AgeGroup profile) {
  AlarmSettings settings{.patient = patient,
                         .revision = wire.revision(),
                         .profile = profile,
                         .parameters = {},
                         .audioPaused = {},
                         .alarmsPaused = {},
                         .news2 = {},
                         .changedBy = wire.changed_by(),
                         .changedAt = boundedTime(wire.changed_at()),
                         .recorded = !wire.not_recorded()};
  if (wire.has_audio_paused()) settings.audioPaused = read(wire.audio_paused());
  if (wire.has_alarms_paused()) settings.alarmsPaused = read(wire.alarms_paused());
  return settings;
}

}  // namespace

void toWire(const LimitPair& limits, v1::Limits& wire) {
  if (limits.low) wire.set_low(*limits.low);
  if (limits.high) wire.set_high(*limits.high);
  if (limits.extremeLow) wire.set_extreme_low(*limits.extremeLow);
  if (limits.extremeHigh) wire.set_extreme_high(*limits.extremeHigh);
}

void toWire(const News2Settings& news2, v1::News2Settings& wire) {
  wire.set_scale2(news2.scale2);
  if (news2.supplementalOxygen) wire.set_supplemental_oxygen(*news2.supplementalOxygen);
  if (news2.consciousness) wire.set_consciousness(wireEnum(*news2.consciousness));
}

void toWire(const AlarmSettings& settings, v1::AlarmSettings& wire) {
  wire.set_patient(idBytes(settings.patient));
  wire.set_revision(settings.revision);
  wire.set_profile(wireEnum(settings.profile));
  for (const auto& alarms : settings.parameters) write(alarms, *wire.add_parameters());
  if (settings.audioPaused) write(*settings.audioPaused, *wire.mutable_audio_paused());
  if (settings.alarmsPaused) write(*settings.alarmsPaused, *wire.mutable_alarms_paused());
  toWire(settings.news2, *wire.mutable_news2());
  wire.set_changed_by(validUtf8(settings.changedBy));
  wire.set_changed_at(toUnixMillis(settings.changedAt));
  wire.set_not_recorded(!settings.recorded);
}

LimitPair toDomain(const v1::Limits& wire) {
  LimitPair limits;
  if (wire.has_low()) limits.low = wire.low();
  if (wire.has_high()) limits.high = wire.high();
  if (wire.has_extreme_low()) limits.extremeLow = wire.extreme_low();
  if (wire.has_extreme_high()) limits.extremeHigh = wire.extreme_high();
  return limits;
}

absl::StatusOr<News2Settings> toDomain(const v1::News2Settings& wire) {
  News2Settings news2{.scale2 = wire.scale2(), .supplementalOxygen = {}, .consciousness = {}};
  if (wire.has_supplemental_oxygen()) news2.supplementalOxygen = wire.supplemental_oxygen();
  if (wire.consciousness() == v1::CONSCIOUSNESS_UNSPECIFIED) return news2;
  news2.consciousness = domainEnum(wire.consciousness());
  if (!news2.consciousness)
    return absl::InvalidArgumentError("This state of consciousness is not known.");
  return news2;
}

absl::StatusOr<AlarmSettings> toDomain(const v1::AlarmSettings& wire) {
  const auto patient = idFromBytes<PatientId>(wire.patient());
  if (!patient) return refused("without a proper patient id");
  const auto profile = knownAgeGroup(wire.profile());
  if (!profile) return refused("of an age group that this station does not know");
  auto settings = frameOf(wire, *patient, *profile);
  const auto news2 = toDomain(wire.news2());
  if (!news2.ok()) return refused("with a state of consciousness that this station does not know");
  settings.news2 = *news2;
  settings.parameters.reserve(static_cast<std::size_t>(wire.parameters_size()));
  for (const auto& parameter : wire.parameters()) {
    auto alarms = read(parameter);
    if (!alarms.ok()) return alarms.status();
    settings.parameters.push_back(*std::move(alarms));
  }
  return settings;
}

}  // namespace vitalwall::protocol
