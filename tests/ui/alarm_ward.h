// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ward_fixture.h"

namespace vitalwall::test {

/// A ward of sixteen beds in which alarms are in every state and held back in every way, for
/// pictures.
class AlarmWard : public WardFixture {
 public:
  AlarmWard();

  PatientId patient(int bed) const { return m_patients.at(static_cast<std::size_t>(bed)); }

 private:
  void measure(int bed);
  void addAlarms();
  void addDeviations();
  void addHistory();
  void alarm(int bed, const char* message, AlertPriority priority, MdcCode parameter,
             void (*change)(Alert&));

  std::vector<PatientId> m_patients;
};

}  // namespace vitalwall::test
