// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "domain/patient.h"
#include "domain/vitals.h"
#include "models/freshness.h"

namespace vitalwall::models {

/// What the station knows of one watched bed. Value.
struct BedState {
  Patient patient;      ///< only the id while the directory has not named it
  bool listed = false;  ///< the server's directory knows this patient
  std::optional<Vitals> vitals;
  SteadyTime watchedSince{};
  SteadyTime vitalsAsOf{};  ///< when the vitals were true, on this station's monotonic clock

  PatientId id() const { return patient.id; }

  /// "Bed 07", or the first eight digits of the id while the bed is not known.
  QString label() const;

  /// Age of the newest vitals; nullopt if there were none yet.
  std::optional<milliseconds> vitalsAge(SteadyTime now) const;

  /// For how long the bed has been silent: the age of its vitals, or since it is watched.
  milliseconds silentFor(SteadyTime now) const;

  /// Age of one numeric of these vitals: that of the vitals; for an intermittent parameter also
  /// the time since it was measured.
  milliseconds ageOf(const Numeric& numeric, SteadyTime now) const;

  /// How fresh one numeric is; `rule` is the server's, intermittent parameters have their own.
  /// A cuff value is dimmed, but not taken away, when the source itself has gone silent: it was
  /// measured at the time shown beside it.
  Freshness freshnessOf(const Numeric& numeric, const FreshnessRule& rule, SteadyTime now) const;
};

}  // namespace vitalwall::models
