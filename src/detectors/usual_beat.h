// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "detectors/beat_shape.h"

namespace vitalwall::detectors {

/// The patient's own dominant beat in one lead, learned from the beats themselves: forms that
/// occur are kept with how often they occurred of late, as in Hamilton's open-source beat
/// classifier (Computers in Cardiology 2002). The most frequent form is the patient's own, unless a
/// narrower one is at least a third as frequent: in bigeminy every second beat is ectopic.
class UsualBeat {
 public:
  /// Takes a beat of a rhythm that is not a ventricular tachycardia.
  void learn(const BeatShape& beat);

  /// The dominant form; nullptr until 8 beats were learned.
  const BeatShape* shape() const { return m_usual ? &m_forms[*m_usual].mean : nullptr; }

 private:
  struct Form {
    BeatShape mean;
    double weight = 0;  ///< beats of this form; old ones count less
  };

  Form& formOf(const BeatShape& beat);
  void choose();

  std::vector<Form> m_forms;
  std::optional<std::size_t> m_usual;  // index
  std::size_t m_learned = 0;
};

}  // namespace vitalwall::detectors
