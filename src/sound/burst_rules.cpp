// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/burst_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "domain/concat.h"

namespace vitalwall::sound {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr Bounds kNoBreak{0, 0};

constexpr std::array<BurstRule, 3> kRules = {{
    // priority, name, pulses, t_d, x or y, 5-6, interval
    {AlertPriority::High, "high", {10, 10}, {75, 200}, {50, 125}, {350, 1300}, {2500, 15000}},
    {AlertPriority::Medium, "medium", {3, 3}, {125, 250}, {125, 250}, kNoBreak, {2500, 30000}},
    {AlertPriority::Low, "low", {1, 2}, {125, 250}, {125, 250}, kNoBreak, {15001, kNoLimit}},
}};

/// Where the 3rd and 8th of ten pulses end: 2x + t_d follows. Where the 5th ends: the half break.
enum class GapKind : std::uint8_t { Spacing, Double, Half };

GapKind kindOf(std::size_t gap, std::size_t pulses) {
  if (pulses != 10) return GapKind::Spacing;
  if (gap == 4) return GapKind::Half;
  return gap == 2 || gap == 7 ? GapKind::Double : GapKind::Spacing;
}

/// Collects what is broken.
class Findings {
 public:
  void require(bool holds, const std::string& otherwise) {
    if (!holds) m_words.push_back(otherwise);
  }
  void requireWithin(Bounds bounds, double value, std::string_view what) {
    require(bounds.contains(value),
            concat(what, " is ", value, ", not ", bounds.least, " to ", bounds.most));
  }
  std::vector<std::string> take() { return std::move(m_words); }

 private:
  std::vector<std::string> m_words;
};

double millis(milliseconds time) {
  return static_cast<double>(time.count());
}

void checkTimes(const BurstSpec& spec, const BurstRule& rule, Findings& findings) {
  findings.requireWithin(rule.pulses, static_cast<double>(spec.pulses()), "number of pulses");
  findings.requireWithin(rule.pulse, millis(spec.pulse), "pulse duration in ms");
  findings.requireWithin(kRisePart, millis(spec.rise) / millis(spec.pulse),
                         "rise time as a part of the pulse");
  for (std::size_t gap = 0; gap < spec.gaps.size(); ++gap) {
    const auto kind = kindOf(gap, spec.pulses());
    if (kind == GapKind::Half)
      findings.requireWithin(rule.halfBreak, millis(spec.gaps[gap]), "half break in ms");
    else if (kind == GapKind::Spacing)
      findings.requireWithin(rule.spacing, millis(spec.gaps[gap]), "pulse spacing in ms");
    else
      findings.require(spec.gaps[gap] == 2 * spec.gaps.front() + spec.pulse,
                       concat("spacing after pulse ", gap + 1, " is not 2x + t_d"));
  }
}

void checkEqualSpacing(const BurstSpec& spec, Findings& findings) {
  for (std::size_t gap = 0; gap < spec.gaps.size(); ++gap)
    findings.require(
        kindOf(gap, spec.pulses()) != GapKind::Spacing || spec.gaps[gap] == spec.gaps.front(),
        concat("spacing after pulse ", gap + 1, " differs from the first"));
}

void checkTone(const BurstSpec& spec, Findings& findings) {
  findings.requireWithin(kFundamentalBounds, spec.fundamentalHz, "fundamental in Hz");
  const auto counts = [&spec](const Harmonic& harmonic) {
    return kHarmonicBounds.contains(harmonic.order * spec.fundamentalHz) &&
           std::abs(harmonic.levelDb) <= kHarmonicLevelDb;
  };
  const auto number = std::count_if(spec.harmonics.begin(), spec.harmonics.end(), counts);
  findings.require(number >= kLeastHarmonics,
                   concat("only ", number, " harmonics in 300 to 4000 Hz within 15 dB"));
}

}  // namespace

std::span<const BurstRule> burstRules() {
  return kRules;
}

const BurstRule& ruleOf(AlertPriority priority) {
  return *std::find_if(kRules.begin(), kRules.end(),
                       [priority](const BurstRule& rule) { return rule.priority == priority; });
}

std::vector<std::string> deviations(const BurstSpec& spec) {
  Findings findings;
  checkTimes(spec, ruleOf(spec.priority), findings);
  checkEqualSpacing(spec, findings);
  checkTone(spec, findings);
  return findings.take();
}

std::vector<std::string> deviations(const BurstSpec& high, const BurstSpec& medium,
                                    const BurstSpec& low) {
  Findings findings;
  findings.require(high.levelDb >= medium.levelDb, "medium is louder than high");
  findings.require(medium.levelDb >= low.levelDb, "low is louder than medium");
  findings.require(medium.gaps.front() >= high.gaps.front(), "medium pulses follow faster");
  return findings.take();
}

}  // namespace vitalwall::sound
