// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/usual_beat.h"

#include <algorithm>

namespace vitalwall::detectors {
namespace {

constexpr std::size_t kForms = 5;      // that are told apart
constexpr double kSameForm = 0.25;     // of unlikeness
constexpr double kForgetting = 0.98;   // per beat: the last 50 count
constexpr double kShareNeeded = 0.33;  // of the most frequent form
constexpr float kApproach = 0.125F;    // of the way to each new beat
constexpr std::size_t kBeatsNeeded = 8;

}  // namespace

void UsualBeat::learn(const BeatShape& beat) {
  for (auto& form : m_forms) form.weight *= kForgetting;
  formOf(beat).weight += 1;
  if (++m_learned >= kBeatsNeeded) choose();
}

UsualBeat::Form& UsualBeat::formOf(const BeatShape& beat) {
  Form* nearest = nullptr;
  double least = kSameForm;
  for (auto& form : m_forms)
    if (const double unlikeness = beat.unlikeness(form.mean); unlikeness < least) {
      nearest = &form;
      least = unlikeness;
    }
  if (nearest) {
    nearest->mean.approach(beat, kApproach);
    return *nearest;
  }
  if (m_forms.size() < kForms) return m_forms.emplace_back(Form{.mean = beat});
  const auto rarest =
      std::min_element(m_forms.begin(), m_forms.end(),
                       [](const Form& a, const Form& b) { return a.weight < b.weight; });
  *rarest = {.mean = beat};
  return *rarest;
}

void UsualBeat::choose() {
  double most = 0;
  for (const auto& form : m_forms) most = std::max(most, form.weight);
  m_usual.reset();
  for (std::size_t i = 0; i < m_forms.size(); ++i) {
    if (m_forms[i].weight < kShareNeeded * most) continue;
    if (!m_usual || m_forms[i].mean.width() < m_forms[*m_usual].mean.width()) m_usual = i;
  }
}

}  // namespace vitalwall::detectors
