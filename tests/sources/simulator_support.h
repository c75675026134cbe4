// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "domain/alarm_limits.h"
#include "domain/source.h"
#include "sources/simulator/simulated_ward.h"

namespace vitalwall::test {

/// Keeps everything that a source gives.
class CollectingSink final : public SourceSink {
 public:
  void onVitals(const Vitals& given) override { vitals[given.patient].push_back(given); }
  void onWave(const WaveBlock& block) override {
    blocks.push_back(block);
    auto& samples = waves[{block.patient, block.channel}];
    joined = joined && block.firstSample == samples.size();
    samples.insert(samples.end(), block.samples.begin(), block.samples.end());
  }
  void onOrder(const Order& order) override { orders.push_back(order); }
  void onNotice(std::string_view sentence) override { notices.emplace_back(sentence); }

  std::map<PatientId, std::vector<Vitals>> vitals;
  std::map<std::pair<PatientId, std::uint32_t>, std::vector<std::int16_t>> waves;
  std::vector<WaveBlock> blocks;
  bool joined = true;  ///< no block left a gap or overlapped
  std::vector<Order> orders;
  std::vector<std::string> notices;
};

/// A source and the time that it lives through.
class Drive {
 public:
  explicit Drive(Source& driven) : m_source(driven) { step(milliseconds(0)); }

  /// Goes on by `length` in one call.
  void step(milliseconds length) {
    m_elapsed += length;
    m_source.advance(SteadyTime(std::chrono::hours(1)) + m_elapsed, kStart + m_elapsed, sink);
  }
  /// Goes on until `end` after the start, in calls of `slice`.
  void runUntil(milliseconds end, milliseconds slice = milliseconds(1000)) {
    while (m_elapsed < end) step(std::min(slice, end - m_elapsed));
  }

  static constexpr WallTime kStart{milliseconds(1'767'225'600'000)};
  CollectingSink sink;

 private:
  Source& m_source;
  milliseconds m_elapsed{0};
};

/// A part of a wave in physical units.
struct Excerpt {
  WaveChannel channel;
  std::vector<double> values;  ///< gaps are NaN

  double lowest() const { return *std::min_element(values.begin(), values.end()); }
  double highest() const { return *std::max_element(values.begin(), values.end()); }
  double range() const { return highest() - lowest(); }
};

/// Index of the channel with `code`; the number of channels if there is none.
std::size_t channelOf(const Patient& patient, MdcCode code);

/// The wave `code` of a patient from `from` to `to` (s after the start).
Excerpt excerpt(const Drive& drive, const Patient& patient, MdcCode code, double from, double to);

/// Times (s in the excerpt) at which the wave rises through `high`, having been below `low` before;
/// both as parts of the excerpt's range. Knows nothing of how the wave was made.
std::vector<double> rises(const Excerpt& wave, double low, double high);

/// Events per minute between the first and the last.
double ratePerMinute(const std::vector<double>& times);

/// Mean of a numeric over the vitals from `from` to `to` (s after the start).
double meanShown(const Drive& drive, const Patient& patient, MdcCode code, int from, int to);

/// The numeric `code` as shown `second` after the start.
Numeric shown(const Drive& drive, const Patient& patient, MdcCode code, int second);

/// Below or above the default limits of the patient's age.
bool isBeyondLimits(const Patient& patient, const Numeric& numeric);

}  // namespace vitalwall::test
