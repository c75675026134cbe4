// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/probe_run.h"

#include <algorithm>
#include <iostream>

namespace vitalwall::probe {
namespace {

using std::chrono::seconds;

/// Longer than the checker waits for the end after half-close, so that a missing end is reported.
constexpr seconds kPatience{6};

}  // namespace

ProbeRun::ProbeRun(const std::vector<PatientId>& patients, ProbeStream::Surroundings around)
    : m_around(std::move(around)), m_nextSecond(m_around.clock.steadyNow() + seconds(1)) {
  for (std::size_t i = 0; i < m_around.options.streams; ++i)
    m_streams.push_back(std::make_unique<ProbeStream>(i, patients, m_around));
}

Verdict ProbeRun::run() {
  const auto end = m_around.clock.steadyNow() + m_around.options.duration;
  while (!isOver() && m_around.clock.steadyNow() < end) step();
  halfCloseAll();
  drain();

  std::uint64_t gaps = 0;
  std::vector<std::string> violations;
  for (const auto& stream : m_streams) {
    gaps += stream->checker().gaps();
    const auto& sentences = stream->checker().violations().sentences();
    violations.insert(violations.end(), sentences.begin(), sentences.end());
  }
  m_around.printer.printSummary(gaps, violations);
  return judge();
}

void ProbeRun::step() {
  // What is stamped earlier than this is in the inbox already: no promise is missed by our delay.
  const auto asOf = m_around.clock.steadyNow();
  dispatch(m_around.inbox->take(m_nextSecond));
  for (const auto& stream : m_streams) stream->onTime(asOf);
  if (asOf < m_nextSecond) return;
  m_nextSecond += seconds(1);
  for (const auto& stream : m_streams) stream->onSecond();
}

void ProbeRun::dispatch(const std::vector<Arrival>& arrivals) {
  for (const auto& arrival : arrivals) m_streams[arrival.stream]->handle(arrival);
}

bool ProbeRun::isOver() const {
  return std::all_of(m_streams.begin(), m_streams.end(),
                     [](const auto& stream) { return stream->hasEnded(); });
}

void ProbeRun::halfCloseAll() {
  for (const auto& stream : m_streams) stream->halfClose();
}

/// Reads on to every stream's end; one that does not come in time is cancelled.
void ProbeRun::drain() {
  const auto patience = m_around.clock.steadyNow() + kPatience;
  while (!isOver() && m_around.clock.steadyNow() < patience) step();
  for (const auto& stream : m_streams)
    if (!stream->hasEnded()) stream->cancel();
  while (!isOver()) step();
}

Verdict ProbeRun::judge() const {
  auto verdict = Verdict::Kept;
  for (const auto& stream : m_streams) {
    if (stream->endedEarly()) {
      std::cerr << "The stream ended before half-close: " << stream->end().ToString() << "\n";
      return Verdict::NoConnection;
    }
    if (stream->checker().violations().count() > 0) verdict = Verdict::Broken;
  }
  return verdict;
}

}  // namespace vitalwall::probe
