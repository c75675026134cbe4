// SPDX-License-Identifier: GPL-3.0-or-later
#include <toml++/toml.h>

#include <charconv>
#include <functional>
#include <optional>
#include <string>

#include "alarms/condition_catalogue.h"
#include "alarms/limit_plausibility.h"
#include "alarms/unit_rules.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

/// A parameter by its label ("ABP sys"), its reference identifier ("MDC_PRESS_BLD_ART_ABP_SYS") or
/// its code in digits, so that a site can alarm what has no name here.
std::optional<MdcCode> parameterNamed(std::string_view name) {
  for (const auto& info : knownMetrics())
    if (info.label == name || info.mdcName == name) return info.code;
  MdcCode code;
  const char* const end = name.data() + name.size();
  const auto parsed = std::from_chars(name.data(), end, code.value);
  if (parsed.ec != std::errc() || parsed.ptr != end || code == MdcCode{}) return std::nullopt;
  return code;
}

const ConditionInfo* conditionNamed(std::string_view name) {
  for (const auto& info : knownConditions())
    if (info.name == name) return &info;
  return nullptr;
}

/// Takes a parsed document over into rules. Goes on after a mistake, so that the first one of the
/// file is told, whatever order the tables come in.
class RulesReader {
 public:
  explicit RulesReader(UnitRules base) : m_rules(std::move(base)) {}

  absl::StatusOr<UnitRules> read(const toml::table& document) {
    readMembers(document,
                {{"general", [this](const toml::node& node) { readGeneral(node); }},
                 {"limits", [this](const toml::node& node) { readLimits(node); }},
                 {"parameters", [this](const toml::node& node) { readParameters(node); }},
                 {"conditions", [this](const toml::node& node) { readConditions(node); }}});
    if (m_problemLine == 0) return std::move(m_rules);
    return absl::InvalidArgumentError(concat("line ", m_problemLine, ": ", m_problem));
  }

 private:
  using Setter = std::function<void(const toml::node&)>;
  using Members = std::map<std::string_view, Setter>;

  void fail(const toml::source_region& where, std::string sentence) {
    const auto line = where.begin.line;
    if (m_problemLine != 0 && line >= m_problemLine) return;
    m_problemLine = line;
    m_problem = std::move(sentence);
  }

  /// Each member of the table `node` goes to `take` with its name.
  template <typename Take>
  void eachMember(const toml::node& node, Take take) {
    if (const toml::table* table = node.as_table()) {
      for (const auto& [key, value] : *table) take(key, value);
      return;
    }
    fail(node.source(), "a table of settings is expected here.");
  }

  void readMembers(const toml::node& node, const Members& members) {
    eachMember(node, [this, &members](const toml::key& key, const toml::node& value) {
      const auto member = members.find(key.str());
      if (member == members.end())
        fail(key.source(), concat('"', key.str(), "\" is not known here."));
      else
        member->second(value);
    });
  }

  void readGeneral(const toml::node& node) {
    readMembers(node, {{"escalate_medium_after", seconds(m_rules.escalateMediumAfter, 0, 600)},
                       {"longest_pause", seconds(m_rules.longestPause, 10, 600)},
                       {"no_data_after", seconds(m_rules.noDataAfter, 3, 60)},
                       {"clock_tolerance", seconds(m_rules.clockTolerance, 1, 3600)}});
  }

  void readLimits(const toml::node& node) {
    readMembers(node, {{"adult", profile(AgeGroup::Adult)},
                       {"paediatric", profile(AgeGroup::Paediatric)},
                       {"neonate", profile(AgeGroup::Neonate)}});
  }

  Setter profile(AgeGroup group) {
    return [this, group](const toml::node& node) {
      eachParameter(node, [this, group](MdcCode parameter, const toml::node& value) {
        readLimitPair(value, parameter, m_rules.limits[group][parameter]);
      });
    };
  }

  void readLimitPair(const toml::node& node, MdcCode parameter, LimitPair& pair) {
    readMembers(node, {{"low", limit(pair.low)},
                       {"high", limit(pair.high)},
                       {"extreme_low", limit(pair.extremeLow)},
                       {"extreme_high", limit(pair.extremeHigh)}});
    if (auto why = implausibility(parameter, pair)) fail(node.source(), std::move(*why));
  }

  void readParameters(const toml::node& node) {
    eachParameter(node, [this](MdcCode parameter, const toml::node& value) {
      ParameterRule& rule = m_rules.parameters[parameter];
      readMembers(value, {{"delay", seconds(rule.delay, 0, 30)},
                          {"latching_extreme", flag(rule.latchingExtreme)}});
    });
  }

  void readConditions(const toml::node& node) {
    eachMember(node, [this](const toml::key& key, const toml::node& value) {
      const ConditionInfo* info = conditionNamed(key.str());
      if (!info) return fail(key.source(), concat("no condition is named \"", key.str(), "\"."));
      readCondition(value, *info, m_rules.conditions[info->code]);
    });
  }

  void readCondition(const toml::node& node, const ConditionInfo& info, ConditionRule& rule) {
    readMembers(node, {{"priority", priority(rule.priority)},
                       {"delay", seconds(rule.delay, 0, 30)},
                       {"latching", flag(rule.latching)},
                       {"can_be_off", flag(rule.canBeOff)}});
    if (info.lethal &&
        (rule.priority != AlertPriority::High || rule.delay.count() != 0 || rule.canBeOff))
      fail(node.source(), concat(info.name,
                                 " is lethal: its priority is high, it has no delay and "
                                 "cannot be off."));
    if (info.kind == AlertKind::Technical && rule.latching)
      fail(node.source(), concat(info.name, " is technical: it does not latch."));
  }

  template <typename Take>
  void eachParameter(const toml::node& node, Take take) {
    eachMember(node, [this, &take](const toml::key& key, const toml::node& value) {
      const auto parameter = parameterNamed(key.str());
      if (parameter)
        take(*parameter, value);
      else
        fail(key.source(), concat("no parameter is named \"", key.str(), "\"."));
    });
  }

  Setter seconds(std::chrono::seconds& target, std::int64_t lowest, std::int64_t highest) {
    return [this, &target, lowest, highest](const toml::node& node) {
      const auto given = node.value_exact<std::int64_t>();
      if (given && *given >= lowest && *given <= highest)
        target = std::chrono::seconds(*given);
      else
        fail(node.source(),
             concat("whole seconds from ", lowest, " to ", highest, " are expected here."));
    };
  }

  Setter flag(bool& target) {
    return [this, &target](const toml::node& node) {
      if (const auto given = node.value_exact<bool>())
        target = *given;
      else
        fail(node.source(), "true or false is expected here.");
    };
  }

  Setter limit(std::optional<double>& target) {
    return [this, &target](const toml::node& node) {
      if (node.value_exact<std::string_view>() == "off")
        target.reset();
      else if (node.is_number())
        target = node.value<double>();
      else
        fail(node.source(), "a number or \"off\" is expected here.");
    };
  }

  Setter priority(AlertPriority& target) {
    return [this, &target](const toml::node& node) {
      const auto given = node.value_exact<std::string_view>();
      if (given == "high")
        target = AlertPriority::High;
      else if (given == "medium")
        target = AlertPriority::Medium;
      else if (given == "low")
        target = AlertPriority::Low;
      else
        fail(node.source(), "\"high\", \"medium\" or \"low\" is expected here.");
    };
  }

  UnitRules m_rules;
  std::string m_problem;
  toml::source_index m_problemLine = 0;  ///< lines count from 1
};

}  // namespace

absl::StatusOr<UnitRules> parseUnitRules(std::string_view toml, UnitRules base) {
  try {
    return RulesReader(std::move(base)).read(toml::parse(toml));
  } catch (const toml::parse_error& error) {
    return absl::InvalidArgumentError(
        concat("line ", error.source().begin.line, ": ", error.description(), '.'));
  }
}

}  // namespace vitalwall::alarms
