// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/judge.h"

#include <algorithm>
#include <tuple>

#include "alarms/clock_evaluator.h"
#include "alarms/device_evaluator.h"
#include "alarms/lead_off_evaluator.h"
#include "alarms/limit_evaluator.h"
#include "alarms/news2_evaluator.h"
#include "alarms/signal_quality_evaluator.h"
#include "alarms/standstill_evaluator.h"

namespace vitalwall::alarms {

Judge::Judge() {
  m_evaluators.push_back(std::make_unique<LimitEvaluator>());
  m_evaluators.push_back(std::make_unique<StandstillEvaluator>());
  m_evaluators.push_back(std::make_unique<DeviceEvaluator>());
  m_evaluators.push_back(std::make_unique<LeadOffEvaluator>());
  m_evaluators.push_back(std::make_unique<SignalQualityEvaluator>());
  m_evaluators.push_back(std::make_unique<News2Evaluator>());
  m_evaluators.push_back(std::make_unique<ClockEvaluator>());
}

std::vector<Finding> Judge::judge(const Observation& observation) const {
  std::vector<Finding> findings;
  for (const auto& evaluator : m_evaluators) evaluator->evaluate(observation, findings);
  return mergeFindings(std::move(findings));
}

std::vector<Finding> mergeFindings(std::vector<Finding> findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.key, a.presence) < std::tie(b.key, b.presence);
  });
  const auto sameKey = [](const Finding& a, const Finding& b) { return a.key == b.key; };
  findings.erase(std::unique(findings.begin(), findings.end(), sameKey), findings.end());
  return findings;
}

}  // namespace vitalwall::alarms
