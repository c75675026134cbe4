// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold in a ward, whatever befalls it.
#include <algorithm>

#include "simulation/ward_history.h"

namespace vitalwall::simulation {
namespace {

using namespace std::chrono_literals;

/// A value may pass for a current one so long (FreshnessRule::dim), and a step more: what happened
/// within one step has no order.
constexpr auto kOldestFresh = 3000ms + WardHistory::kStep;

std::string name(const VirtualStation& station) {
  return "at the station of " + station.person() + ", ";
}

/// Alarms for comparison: id, revision and who acknowledged.
std::vector<std::string> lines(const std::vector<Alert>& alerts) {
  std::vector<std::string> lines;
  for (const auto& alert : alerts)
    lines.push_back(alert.id.toString() + " " + std::to_string(alert.revision) + " " +
                    (alert.acknowledged ? alert.acknowledged->by : "nobody"));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<Alert> shownAt(const VirtualStation& station, PatientId patient) {
  std::vector<Alert> alerts;
  for (const auto* row : station.ward().alarms().alarmsOf(patient)) alerts.push_back(row->alert);
  return alerts;
}

std::vector<Order> ordersAt(const VirtualStation& station, PatientId patient) {
  std::vector<Order> orders;
  const auto& model = station.ward().orders();
  for (int row = 0; row < model.rowCount(); ++row)
    if (model.order(row).patient == patient) orders.push_back(model.order(row));
  return orders;
}

}  // namespace

void WardHistory::check(VirtualStation& station) {
  if (!station.violation().empty()) violate(name(station) + station.violation());
  for (const auto& breach : station.network().breaches()) violate(name(station) + breach);
  for (const auto& progress : station.takeSettled()) checkSettled(progress, station.person());
  if (station.isLive()) ++m_counts.liveSteps;
  checkFreshness(station);
}

void WardHistory::checkFreshness(const VirtualStation& station) {
  const auto now = m_clock->steadyNow();
  const auto rule = station.ward().link().freshnessRule();
  const auto& beds = station.ward().beds();
  for (int row = 0; row < beds.rowCount(); ++row) {
    const auto& bed = beds.bed(row);
    if (!bed.vitals || bed.vitals->numerics.empty()) continue;
    const bool passesForCurrent =
        bed.freshnessOf(bed.vitals->numerics.front(), rule, now) <= models::Freshness::Aged;
    const auto readAt = m_beds.readAt(bed.id(), bed.vitals->sourceTime);
    if (!passesForCurrent) ++m_counts.staleValues;
    if (!readAt || !passesForCurrent || now - *readAt <= kOldestFresh) continue;
    const auto age = std::chrono::duration_cast<milliseconds>(now - *readAt).count();
    violate(name(station) + "a value that is " + std::to_string(age) + " ms old passes for new");
  }
}

void WardHistory::checkSettled(const session::CommandProgress& progress,
                               const std::string& person) {
  ++m_counts.settled;
  const auto id = progress.command.id;
  if (m_disk.auditedOf(id) > 1) violate("a command of " + person + " was carried out twice");
  if (progress.stage != session::CommandStage::Confirmed) return;
  ++m_counts.confirmed;
  if (m_disk.auditedOf(id) != 1) violate("a confirmed command of " + person + " is not on disk");
  const auto* acknowledge = std::get_if<Acknowledge>(&progress.command.body);
  if (!acknowledge || progress.result.outcome != CommandOutcome::Ok) return;
  const auto revisions = m_disk.revisions(acknowledge->alert);
  const bool isOnDisk = std::any_of(revisions.begin(), revisions.end(), [&](const Alert& alert) {
    return alert.acknowledged && alert.acknowledged->by == person;
  });
  if (!isOnDisk) violate("an acknowledge of " + person + " was confirmed and is not on disk");
}

void WardHistory::checkEnd(VirtualStation& station) {
  if (!m_violation.empty()) return;
  if (!station.isLive()) violate(name(station) + "there is no link again");
  for (const auto& [id, progress] : station.commands())
    if (progress.stage != session::CommandStage::Confirmed &&
        progress.stage != session::CommandStage::Failed)
      violate(name(station) + "a command has no end");
  for (const auto& patient : m_beds.patients())
    if (const auto found = differences(station, patient.id); !found.empty())
      violate(name(station) + patient.bed + ": " + found);
}

std::string WardHistory::differences(const VirtualStation& station, PatientId patient) const {
  if (lines(shownAt(station, patient)) != lines(m_server->openAlerts(patient)))
    return "the alarms are not the server's";
  const auto* settings = station.ward().settings().find(patient);
  if (!settings || *settings != m_server->settingsOf(patient))
    return "the alarm settings are not the server's";
  if (ordersAt(station, patient) != m_server->ordersOf(patient))
    return "the orders are not the server's";
  return {};
}

}  // namespace vitalwall::simulation
