// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/source.h"
#include "sources/recordings/replay_patient.h"

namespace vitalwall::sources {

/// A recording with the name that identifies it among others: its path below the opened folder.
struct NamedRecording {
  std::string path;
  Recording recording;
};

/// Plays recordings as if they were live, each from its first sample and at its own rates; at the
/// end it starts again after a gap. Waves come with every advance, vitals once a second. Numerics
/// are the recorded ones, or derived from the waves by named detectors, or absent: none is
/// invented. A patient's bed is the record's name; the path if two records share a name.
class ReplaySource final : public Source {
 public:
  explicit ReplaySource(std::vector<NamedRecording> recordings, std::string name = "recordings");

  std::string_view name() const override { return m_name; }
  const std::vector<Patient>& patients() const override { return m_descriptions; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

 private:
  const std::string m_name;
  std::vector<ReplayPatient> m_players;
  std::vector<Patient> m_descriptions;
  std::optional<SteadyTime> m_start;
  Elapsed m_nextVitals{0};
};

}  // namespace vitalwall::sources
