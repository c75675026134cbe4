// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/virtual_station.h"

#include <QCoreApplication>

#include "apps/vitalwall/link_words.h"

namespace vitalwall::simulation {
namespace {

/// Runs what was posted to this thread's objects, and what that posts: Qt runs one generation a
/// call.
void settle() {
  for (int generation = 0; generation < 3; ++generation) QCoreApplication::sendPostedEvents();
}

}  // namespace

VirtualStation::VirtualStation(const std::string& person, std::shared_ptr<test::ManualClock> clock,
                               Dice& dice)
    : m_person(person),
      m_clock(std::move(clock)),
      m_dice(dice),
      m_network(std::make_shared<VirtualNetwork>(person, m_weather, *m_clock, dice)),
      m_ward(*m_clock),
      m_client(options(), m_clock),
      m_watch(m_ward, m_client.writer(), true) {
  connectModels();
  m_client.start();
}

VirtualStation::~VirtualStation() {
  m_client.disconnect();
  m_network->breakOff();
}

session::ClientOptions VirtualStation::options() {
  session::ClientOptions options;
  options.servers = {"virtual"};
  options.station = "station of " + m_person;
  options.user = m_person;
  options.watchAll = false;
  options.times.tick = std::chrono::hours(1);  // work() ticks
  options.seed = 1 + m_dice.below(1'000'000);
  options.transport = [network = m_network](const std::string&) { return network; };
  return options;
}

void VirtualStation::connectModels() {
  using session::MonitorClient;
  const auto* client = &m_client;
  QObject::connect(client, &MonitorClient::statusChanged, &m_ward,
                   [this](const auto& status) { m_ward.setLink(station::toModel(status)); });
  QObject::connect(client, &MonitorClient::patientsListed, &m_watch,
                   &station::WatchKeeper::onPatientsListed);
  QObject::connect(client, &MonitorClient::alertReceived, &m_ward,
                   [this](const Alert& alert) { note(alert); });
  QObject::connect(client, &MonitorClient::settingsReceived, &m_ward,
                   [this](const auto& settings) { m_ward.apply(settings); });
  QObject::connect(client, &MonitorClient::orderReceived, &m_ward,
                   [this](const Order& order) { m_ward.apply(order); });
  QObject::connect(client, &MonitorClient::snapshotEnded, &m_ward,
                   [this](const SnapshotEnd& end) { m_ward.apply(end); });
  QObject::connect(client, &MonitorClient::commandProgressed, &m_ward,
                   [this](const auto& progress) { note(progress); });
}

void VirtualStation::send(CommandBody command) {
  const auto id = m_client.writer().send(std::move(command));
  m_commands.try_emplace(id);
  settle();
}

void VirtualStation::work(VirtualServer* server) {
  m_network->work(server);
  settle();
  m_client.tick();
  settle();
  const auto mail = m_client.mailbox()->take();
  for (const auto& [vitals, receivedAt, asOf] : mail.vitals) m_ward.apply(vitals, receivedAt, asOf);
  m_ward.judgeTime();
}

void VirtualStation::note(const Alert& alert) {
  auto& newest = m_revisions[alert.id];
  if (alert.revision < newest)
    m_violation = "the revision of an alarm went from " + std::to_string(newest) + " back to " +
                  std::to_string(alert.revision);
  newest = std::max(newest, alert.revision);
  m_ward.apply(alert);
}

void VirtualStation::note(const session::CommandProgress& progress) {
  m_commands[progress.command.id] = progress;
  const bool isSettled = progress.stage == session::CommandStage::Confirmed ||
                         progress.stage == session::CommandStage::Failed;
  if (isSettled) m_settled.push_back(progress);
}

}  // namespace vitalwall::simulation
