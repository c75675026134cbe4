// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/simulator_spec.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace vitalwall::sources {
namespace {

constexpr std::uint64_t kMostPatients = 1000;
constexpr std::uint64_t kLatestStart = 86'400;  // s

absl::Status specMistake(const std::string& sentence) {
  return absl::InvalidArgumentError("Simulator: " + sentence);
}

std::string inQuotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

/// The parts before and after the first `separator`; the second is empty where there is none.
std::pair<std::string_view, std::string_view> splitAt(std::string_view text, char separator) {
  const auto position = text.find(separator);
  if (position == std::string_view::npos) return {text, {}};
  return {text.substr(0, position), text.substr(position + 1)};
}

std::optional<std::uint64_t> parseNumber(std::string_view text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

std::string scenarioNames() {
  std::string names;
  for (const ScenarioInfo& info : knownScenarios())
    names.append(names.empty() ? "" : ", ").append(info.name);
  return names;
}

absl::Status readPatients(std::string_view text, SimulatorSpec& spec) {
  const auto number = parseNumber(text);
  if (!number || *number < 1 || *number > kMostPatients)
    return specMistake("the number of patients is 1 to " + std::to_string(kMostPatients) +
                       ", not " + inQuotes(text) + "; for example sim:16.");
  spec.patients = static_cast<int>(*number);
  return absl::OkStatus();
}

absl::Status readSeed(std::string_view text, SimulatorSpec& spec) {
  const auto number = parseNumber(text);
  if (!number)
    return specMistake("the seed is a whole number, not " + inQuotes(text) +
                       "; for example seed=7.");
  spec.seed = *number;
  return absl::OkStatus();
}

absl::Status readEvents(std::string_view text, SimulatorSpec& spec) {
  if (text != "on" && text != "off")
    return specMistake("events is on or off, not " + inQuotes(text) + ".");
  spec.events = text == "on";
  return absl::OkStatus();
}

absl::Status readStart(std::string_view text, PlannedScenario& planned) {
  const auto at = parseNumber(text);
  if (!at || *at > kLatestStart)
    return specMistake("a scenario begins 0 to " + std::to_string(kLatestStart) +
                       " seconds after the start, not " + inQuotes(text) +
                       "; for example scenario=asystole@10.");
  planned.at = std::chrono::seconds(*at);
  return absl::OkStatus();
}

absl::Status readBed(std::string_view text, PlannedScenario& planned, int patients) {
  const auto bed = parseNumber(text);
  if (!bed || *bed < 1 || *bed > static_cast<std::uint64_t>(patients))
    return specMistake("a scenario's bed is 1 to " + std::to_string(patients) + ", not " +
                       inQuotes(text) + "; for example scenario=asystole@10/1.");
  planned.bed = static_cast<int>(*bed);
  return absl::OkStatus();
}

/// NAME@SECONDS[/BED]
absl::Status readScenario(std::string_view text, SimulatorSpec& spec) {
  const auto [name, place] = splitAt(text, '@');
  const auto scenario = scenarioNamed(name);
  if (!scenario)
    return specMistake("there is no scenario " + inQuotes(name) + "; there are " + scenarioNames() +
                       ".");
  PlannedScenario planned{.scenario = *scenario};
  const auto [at, bed] = splitAt(place, '/');
  if (auto status = readStart(at, planned); !status.ok()) return status;
  if (place.find('/') != std::string_view::npos)
    if (auto status = readBed(bed, planned, spec.patients); !status.ok()) return status;
  spec.scenarios.push_back(planned);
  return absl::OkStatus();
}

absl::Status readOption(std::string_view key, std::string_view value, SimulatorSpec& spec) {
  if (key == "seed") return readSeed(value, spec);
  if (key == "events") return readEvents(value, spec);
  if (key == "scenario") return readScenario(value, spec);
  return specMistake("there is no option " + inQuotes(key) +
                     "; there are seed, events and scenario.");
}

/// key=value[:key=value]...
absl::Status readOptions(std::string_view text, SimulatorSpec& spec) {
  bool eventsGiven = false;
  while (!text.empty()) {
    const auto [option, rest] = splitAt(text, ':');
    const auto [key, value] = splitAt(option, '=');
    if (auto status = readOption(key, value, spec); !status.ok()) return status;
    eventsGiven = eventsGiven || key == "events";
    text = rest;
  }
  if (!eventsGiven) spec.events = spec.scenarios.empty();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SimulatorSpec> SimulatorSpec::parse(std::string_view text) {
  const auto [kind, rest] = splitAt(text, ':');
  if (kind != "sim")
    return specMistake(inQuotes(text) + " does not begin with sim:; for example sim:16.");
  const auto [patients, options] = splitAt(rest, ':');
  SimulatorSpec spec;
  if (auto status = readPatients(patients, spec); !status.ok()) return status;
  if (auto status = readOptions(options, spec); !status.ok()) return status;
  return spec;
}

}  // namespace vitalwall::sources
