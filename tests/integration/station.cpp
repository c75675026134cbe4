// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/station.h"

#include "apps/vitalwall/link_words.h"

namespace vitalwall::integration {
namespace {

constexpr std::chrono::milliseconds kFrame{20};

session::ClientOptions optionsFor(const QStringList& servers, const std::string& user) {
  session::ClientOptions options;
  options.servers.clear();
  for (const auto& server : servers) options.servers.push_back(server.toStdString());
  options.station = "integration test";
  options.user = user;
  options.watchAll = false;
  return options;
}

}  // namespace

Station::Station(const QStringList& servers, const std::string& user)
    : m_client(optionsFor(servers, user)), m_watch(m_ward, m_client.writer(), true) {
  connectClient();
  QObject::connect(&m_frames, &QTimer::timeout, &m_ward, [this] { takeMail(); });
  m_frames.start(kFrame);
  m_client.start();
}

void Station::connectClient() {
  using session::MonitorClient;
  const auto* client = &m_client.client();
  QObject::connect(client, &MonitorClient::statusChanged, &m_ward,
                   [this](const session::ConnectionStatus& status) {
                     m_sentences << status.sentence;
                     m_ward.setLink(station::toModel(status));
                   });
  QObject::connect(client, &MonitorClient::patientsListed, &m_watch,
                   &station::WatchKeeper::onPatientsListed);
  QObject::connect(client, &MonitorClient::alertReceived, &m_ward,
                   [this](const Alert& alert) { take(alert); });
  QObject::connect(client, &MonitorClient::orderReceived, &m_ward,
                   [this](const Order& order) { m_ward.apply(order); });
  QObject::connect(client, &MonitorClient::snapshotEnded, &m_ward, [this](const SnapshotEnd& end) {
    ++m_snapshotEnds;
    m_ward.apply(end);
  });
}

void Station::take(const Alert& alert) {
  auto& newest = m_revisions[alert.id];
  if (alert.revision < newest) ++m_revisionsGoneBack;
  newest = std::max(newest, alert.revision);
  m_ward.apply(alert);
}

void Station::takeMail() {
  const auto mail = m_client.mailbox()->take();
  for (const auto& [vitals, receivedAt, asOf] : mail.vitals) m_ward.apply(vitals, receivedAt, asOf);
  for (const auto& received : mail.waves) follow(received.block);
}

void Station::follow(const WaveBlock& block) {
  const auto end = block.firstSample + block.samples.size();
  const auto [next, isFirst] = m_nextSample.try_emplace({block.patient, block.channel}, end);
  if (!isFirst && block.firstSample != next->second) ++m_waveJumps;
  next->second = end;
  m_samples += block.samples.size();
}

const models::AlarmRow* Station::alarm() const {
  return m_ward.alarms().rowCount() > 0 ? &m_ward.alarms().row(0) : nullptr;
}

QStringList Station::alarmList() const {
  QStringList list;
  for (int row = 0; row < m_ward.alarms().rowCount(); ++row) {
    const auto& alert = m_ward.alarms().row(row).alert;
    const auto by = alert.acknowledged ? alert.acknowledged->by : std::string();
    list << QString::fromStdString(alert.id.toString() + ' ' + by).trimmed();
  }
  list.sort();
  return list;
}

}  // namespace vitalwall::integration
