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
namespace {

/// Of a bed whose monitor measures everything. Findings are large: moving them costs more than
/// room.
constexpr std::size_t kMostFindings = 128;

}  // namespace

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
  findings.reserve(kMostFindings);
  for (const auto& evaluator : m_evaluators) evaluator->evaluate(observation, findings);
  return mergeFindings(std::move(findings));
}

std::vector<Finding> mergeFindings(std::vector<Finding> findings) {
  // Findings are large: their order is found by pointers, and each is moved once.
  std::vector<Finding*> order;
  order.reserve(findings.size());
  for (auto& finding : findings) order.push_back(&finding);
  std::stable_sort(order.begin(), order.end(), [](const Finding* a, const Finding* b) {
    return std::tie(a->key, a->presence) < std::tie(b->key, b->presence);
  });
  const auto sameKey = [](const Finding* a, const Finding* b) { return a->key == b->key; };
  order.erase(std::unique(order.begin(), order.end(), sameKey), order.end());
  std::vector<Finding> merged;
  merged.reserve(order.size());
  for (Finding* finding : order) merged.push_back(std::move(*finding));
  return merged;
}

}  // namespace vitalwall::alarms
