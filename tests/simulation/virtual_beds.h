// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/source.h"

namespace vitalwall::simulation {

/// What is true at the bedsides, whatever servers and stations know of it. Outlives them.
class VirtualBeds {
 public:
  static constexpr int kBeds = 3;

  VirtualBeds();

  const std::vector<Patient>& patients() const { return m_patients; }

  /// nullopt: the lead is off.
  void setHeartRate(PatientId patient, std::optional<double> value);
  void setOrder(const Order& order) { m_orders.insert_or_assign(order.id, order); }
  /// A monitor that is switched off gives nothing.
  void setSilent(PatientId patient, bool silent) { m_states[patient].isSilent = silent; }
  /// The next reading is given twice, or one of earlier is given again after it.
  void repeatOnce(PatientId patient) { m_states[patient].repeats = true; }
  void healAll();

  /// Reads every bed once.
  void read(SteadyTime now, WallTime wallNow, SourceSink& sink);

  /// When the reading that carries `stamp` was made; nullopt if none was.
  std::optional<SteadyTime> readAt(PatientId patient, WallTime stamp) const;

 private:
  struct State {
    std::optional<double> heartRate = 72;
    bool isSilent = false;
    bool repeats = false;
    std::optional<Vitals> previous{};
    std::map<WallTime, SteadyTime> readings{};
  };

  std::vector<Patient> m_patients;
  std::map<PatientId, State> m_states;
  std::map<OrderId, Order> m_orders;
};

/// The beds as a server's source: every second a reading of each.
class VirtualSource final : public Source {
 public:
  /// `beds` must outlive the source.
  explicit VirtualSource(VirtualBeds& beds) : m_beds(beds) {}

  std::string_view name() const override { return "virtual beds"; }
  const std::vector<Patient>& patients() const override { return m_beds.patients(); }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

 private:
  VirtualBeds& m_beds;
  SteadyTime m_nextAt{};
};

}  // namespace vitalwall::simulation
