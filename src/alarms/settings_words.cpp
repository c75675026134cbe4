// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/settings_words.h"

#include "alarms/message_text.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

void appendLimit(std::string& text, std::string_view name, MdcCode parameter,
                 const std::optional<double>& limit) {
  if (!limit) return;
  if (!text.empty()) text += ", ";
  text.append(name).append(" ").append(valueText(parameter, *limit));
}

std::string_view consciousnessText(const std::optional<Consciousness>& consciousness) {
  if (!consciousness) return "consciousness not known";
  switch (*consciousness) {
    case Consciousness::Alert:
      return "alert";
    case Consciousness::Confusion:
      return "new confusion";
    case Consciousness::Voice:
      return "responds to voice";
    case Consciousness::Pain:
      return "responds to pain";
    case Consciousness::Unresponsive:
      break;
  }
  return "unresponsive";
}

std::string_view oxygenText(const std::optional<bool>& supplementalOxygen) {
  if (!supplementalOxygen) return "oxygen not known";
  return *supplementalOxygen ? "on oxygen" : "on air";
}

}  // namespace

std::string limitsText(MdcCode parameter, const LimitPair& limits) {
  std::string text;
  appendLimit(text, "low", parameter, limits.low);
  appendLimit(text, "high", parameter, limits.high);
  appendLimit(text, "extreme low", parameter, limits.extremeLow);
  appendLimit(text, "extreme high", parameter, limits.extremeHigh);
  return text.empty() ? "no limits" : text;
}

std::string limitChangesText(const AlarmSettings& before, const AlarmSettings& after) {
  std::string text;
  for (const auto& alarms : after.parameters) {
    const ParameterAlarms* old = before.find(alarms.parameter);
    const LimitPair oldLimits = old ? old->limits : LimitPair();
    if (alarms.limits == oldLimits) continue;
    if (!text.empty()) text += ' ';
    text += concat(labelOf(alarms.parameter), ": ", limitsText(alarms.parameter, alarms.limits),
                   "; before: ", limitsText(alarms.parameter, oldLimits), '.');
  }
  return text;
}

std::string_view profileName(AgeGroup profile) {
  switch (profile) {
    case AgeGroup::Adult:
      return "adult";
    case AgeGroup::Paediatric:
      return "paediatric";
    case AgeGroup::Neonate:
      break;
  }
  return "neonate";
}

std::string observationsText(const News2Settings& news2) {
  return concat("SpO2 scale ", news2.scale2 ? 2 : 1, ", ", oxygenText(news2.supplementalOxygen),
                ", ", consciousnessText(news2.consciousness));
}

}  // namespace vitalwall::alarms
