// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/source.h"
#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {

/// Orders for the patients of a simulated ward: a few for each at the start, and now and then one
/// changes. Has no patients of its own. Deterministic: the same patients, seed and time give the
/// same orders, however advance() is sliced. Not thread-safe; one owner advances it.
class SimulatedOrders final : public Source {
 public:
  SimulatedOrders(const std::vector<Patient>& patients, std::uint64_t seed);

  std::string_view name() const override { return "simulated orders"; }
  const std::vector<Patient>& patients() const override { return m_noPatients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

 private:
  /// The orders of one patient and when the next of them changes.
  struct Chart {
    PatientId patient;
    AgeGroup ageGroup;
    RandomStream random;
    milliseconds nextAt{};
    std::vector<Order> orders{};
    int written = 0;  ///< orders so far; numbers the ids
  };
  static Order writeOrder(Chart& chart);
  static Order& changeOne(Chart& chart);
  Chart* nextDue(milliseconds elapsed);
  void giveFirst(WallTime wallNow, SourceSink& sink);

  std::vector<Chart> m_charts;
  std::optional<SteadyTime> m_epoch;
  std::vector<Patient> m_noPatients;
};

}  // namespace vitalwall::sources
