// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "domain/clock.h"
#include "domain/device_condition.h"
#include "domain/order.h"
#include "domain/patient.h"
#include "domain/vitals.h"
#include "domain/wave.h"

namespace vitalwall {

/// Where a source puts what it measured. Called on the thread that advances the source.
class SourceSink {
 public:
  SourceSink() = default;
  SourceSink(const SourceSink&) = delete;
  SourceSink& operator=(const SourceSink&) = delete;
  virtual ~SourceSink() = default;

  virtual void onVitals(const Vitals& vitals) = 0;
  virtual void onWave(const WaveBlock& block) = 0;
  virtual void onOrder(const Order& order) = 0;
  /// A condition that the source has judged itself.
  virtual void onCondition(const DeviceCondition& /*condition*/) {}
  /// Something that a person should know of the source itself, as a sentence for the log.
  virtual void onNotice(std::string_view /*sentence*/) {}
};

/// Something that measures patients: a simulator, a recording, later a gateway.
/// A source is passive: it has no thread and no clock of its own, so the same calls give the same
/// data. Not thread-safe; one owner advances it.
class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  /// What people call this source: "simulator", "recordings in ward-a". Not empty.
  virtual std::string_view name() const = 0;

  /// The patients of this source; constant over its life.
  virtual const std::vector<Patient>& patients() const = 0;

  /// Gives the sink everything measured after the previous call and up to `now`. The first call
  /// starts the clock and gives the vitals known at once. `wallNow` stamps the data.
  virtual void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) = 0;
};

}  // namespace vitalwall
