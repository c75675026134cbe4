// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/load_run.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace vitalwall::probe {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::ordered_json;

constexpr auto kFrame = 100ms;

double millis(microseconds time) {
  return static_cast<double>(time.count()) / 1000;
}

Json describe(const DelayHistogram& age) {
  if (age.count() == 0) return nullptr;
  return {{"p50Ms", millis(*age.percentile(0.5))},
          {"p99Ms", millis(*age.percentile(0.99))},
          {"maxMs", millis(age.longest())}};
}

}  // namespace

LoadRun::LoadRun(const ProbeOptions& options, const std::vector<PatientId>& patients,
                 std::ostream& out)
    : m_options(options), m_patients(patients), m_out(out) {
  for (std::size_t number = 0; number < options.load->stations; ++number) {
    session::ClientOptions client;
    client.servers = {options.target};
    client.station = "load " + std::to_string(number + 1);
    client.user = options.user;
    client.patients = dealt(number);
    client.watchAll = false;
    client.times.tick = kFrame;
    m_stations.push_back(std::make_unique<LoadStation>(std::move(client), m_clock));
  }
}

LoadRun::~LoadRun() = default;

std::vector<PatientId> LoadRun::dealt(std::size_t number) const {
  std::vector<PatientId> hand;
  const auto beds = std::min(m_options.load->beds, m_patients.size());
  for (std::size_t i = 0; i < beds; ++i)
    hand.push_back(m_patients[(number * beds + i) % m_patients.size()]);
  return hand;
}

Verdict LoadRun::run() {
  // What a station logs of its one link would be hundreds of lines here.
  QLoggingCategory::setFilterRules(QStringLiteral("vitalwall.session=false"));
  QTimer frames;
  QObject::connect(&frames, &QTimer::timeout, &frames, [this] { drain(); });
  frames.start(kFrame);
  QTimer seconds;
  QObject::connect(&seconds, &QTimer::timeout, &seconds, [this] { tellSecond(); });
  seconds.start(1s);
  QTimer::singleShot(m_options.duration, qApp, [] { QCoreApplication::quit(); });
  for (const auto& station : m_stations) station->start();
  QCoreApplication::exec();
  drain();
  return tellSummary();
}

void LoadRun::drain() {
  for (const auto& station : m_stations) station->drain();
}

void LoadRun::tellSecond() {
  const auto figures = sum();
  const Json line = {{"live", liveStations()}, {"vitals", figures.vitals - m_vitalsBefore}};
  m_vitalsBefore = figures.vitals;
  if (!m_options.quiet) m_out << line.dump() << std::endl;
}

Verdict LoadRun::tellSummary() {
  const auto figures = sum();
  m_out << Json{{"stations", m_stations.size()},
                {"live", liveStations()},
                {"slowestStartMs", figures.slowestStart.count()},
                {"outages", figures.outages},
                {"longestOutageMs", figures.longestOutage.count()},
                {"vitals", figures.vitals},
                {"vitalsAge", describe(figures.age)},
                {"samples", figures.samples},
                {"missingSamples", figures.missingSamples},
                {"lostMessages", figures.lostMessages}}
               .dump()
        << std::endl;
  if (figures.vitals == 0) return Verdict::NoConnection;
  const bool isWell = liveStations() == m_stations.size() && figures.missingSamples == 0 &&
                      figures.lostMessages == 0;
  return isWell ? Verdict::Kept : Verdict::Broken;
}

std::size_t LoadRun::liveStations() const {
  return static_cast<std::size_t>(std::count_if(
      m_stations.begin(), m_stations.end(), [](const auto& station) { return station->isLive(); }));
}

LoadFigures LoadRun::sum() const {
  LoadFigures sum;
  for (const auto& station : m_stations) sum.merge(station->figures());
  return sum;
}

}  // namespace vitalwall::probe
