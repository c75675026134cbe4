// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/alarm_dispatch.h"

namespace vitalwall::server {
namespace {

struct Dispatcher {
  alarms::AlarmEngine& engine;
  const alarms::Actor& actor;
  Moment now;

  using Answer = std::optional<alarms::AlarmAnswer>;

  Answer operator()(const Acknowledge& it) const { return engine.acknowledge(it, actor, now); }
  Answer operator()(const PauseAudio& it) const { return engine.pauseAudio(it, actor, now); }
  Answer operator()(const PauseAlarms& it) const { return engine.pauseAlarms(it, actor, now); }
  Answer operator()(const SetAlarmOff& it) const { return engine.setAlarmOff(it, actor, now); }
  Answer operator()(const SetLimits& it) const { return engine.setLimits(it, actor, now); }
  Answer operator()(const RestoreLimits& it) const { return engine.restoreLimits(it, actor, now); }
  Answer operator()(const AutoLimits& it) const { return engine.autoLimits(it, actor, now); }
  Answer operator()(const SetProfile& it) const { return engine.setProfile(it, actor, now); }
  Answer operator()(const EnterObservations& it) const {
    return engine.enterObservations(it, actor, now);
  }
  template <typename Other>
  Answer operator()(const Other&) const {
    return std::nullopt;
  }
};

}  // namespace

std::optional<alarms::AlarmAnswer> dispatch(alarms::AlarmEngine& engine, const Command& command,
                                            const alarms::Actor& actor, Moment now) {
  auto answer = std::visit(Dispatcher{engine, actor, now}, command.body);
  if (!answer) return answer;
  answer->result.id = command.id;
  if (!command.id.guid.isNil())
    for (auto& entry : answer->changes.audit) entry.command = command.id;
  return answer;
}

}  // namespace vitalwall::server
