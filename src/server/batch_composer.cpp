// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/batch_composer.h"

#include <algorithm>
#include <utility>

#include "protocol/extended_encoder.h"

namespace vitalwall::server {
namespace {

/// References to a selection that only one station has: its own, and the composer's.
constexpr long kUsedByOne = 2;

/// Calls `use` with everything that was given of `patients`. Both are sorted by patient.
template <typename Given, typename Use>
void forEachOf(const std::vector<PatientId>& patients, std::vector<Given>& all, Use use) {
  auto given = all.begin();
  for (const auto& patient : patients) {
    while (given != all.end() && given->patient < patient) ++given;
    for (; given != all.end() && given->patient == patient; ++given) use(*given);
  }
}

/// Several of one patient stay in the order in which they came.
template <typename Given>
void sortByPatient(std::vector<Given>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Given& left, const Given& right) {
    return left.patient < right.patient;
  });
}

}  // namespace

void BatchComposer::begin() {
  m_batches.clear();
  std::erase_if(m_selections,
                [](const auto& selection) { return selection.use_count() < kUsedByOne; });
  m_vitals.clear();
  m_waves.clear();
  m_entries.clear();
}

void BatchComposer::add(VitalsPublication vitals) {
  const PatientId patient = vitals->value().patient;
  m_vitals.push_back({patient, std::move(vitals), {}});
}

void BatchComposer::add(PatientId patient, std::vector<WaveBlock> blocks) {
  m_waves.push_back({patient, std::move(blocks), nullptr, {}});
}

void BatchComposer::close() {
  sortByPatient(m_vitals);
  sortByPatient(m_waves);
}

VitalsPublication BatchComposer::newestVitals(PatientId patient) const {
  const auto after =
      std::upper_bound(m_vitals.begin(), m_vitals.end(), patient,
                       [](PatientId id, const GivenVitals& given) { return id < given.patient; });
  if (after == m_vitals.begin() || std::prev(after)->patient != patient) return nullptr;
  return std::prev(after)->publication;
}

std::size_t BatchComposer::ByValue::operator()(const SharedSelection& selection) const {
  std::size_t hash = selection->vitals.size();
  for (const auto* patients : {&selection->vitals, &selection->waves})
    for (const auto& patient : *patients) hash = hash * 31 + std::hash<PatientId>{}(patient);
  return hash;
}

SharedSelection BatchComposer::share(Selection selection) {
  return *m_selections.insert(std::make_shared<const Selection>(std::move(selection))).first;
}

SharedBytes BatchComposer::batchFor(const SharedSelection& selection) {
  // A batch for one station is not kept: the next one uses its memory, which is still in the cache.
  if (selection.use_count() <= kUsedByOne) return compose(*selection);
  const auto [batch, isNew] = m_batches.try_emplace(selection);
  if (isNew) batch->second = compose(*selection);
  return batch->second;
}

SharedBytes BatchComposer::compose(const Selection& selection) {
  m_runs.clear();
  const auto collect = [this](auto& given) { addRun(placeOf(given)); };
  forEachOf(selection.vitals, m_vitals, collect);
  forEachOf(selection.waves, m_waves, collect);
  return m_runs.empty() ? nullptr : joinRuns();
}

template <typename Given>
BatchComposer::Run BatchComposer::placeOf(Given& given) {
  if (given.place.size > 0) return given.place;
  const std::string& entry = *entryOf(given);
  given.place = {m_entries.size(), entry.size()};
  m_entries += entry;
  return given.place;
}

void BatchComposer::addRun(Run run) {
  if (!m_runs.empty() && m_runs.back().end() == run.begin)
    m_runs.back().size += run.size;
  else
    m_runs.push_back(run);
}

SharedBytes BatchComposer::joinRuns() const {
  std::size_t size = 0;
  for (const auto& run : m_runs) size += run.size;
  std::string bytes;
  bytes.reserve(size);
  for (const auto& run : m_runs) bytes.append(m_entries, run.begin, run.size);
  return server::share(std::move(bytes));
}

Outgoing BatchComposer::partsFor(const Selection& selection) {
  Outgoing outgoing;
  forEachOf(selection.vitals, m_vitals, [&outgoing](const GivenVitals& given) {
    outgoing.vitals.push_back({given.patient, entryOf(given)});
  });
  forEachOf(selection.waves, m_waves,
            [&outgoing](GivenWaves& given) { outgoing.waves.push_back(entryOf(given)); });
  return outgoing;
}

const SharedBytes& BatchComposer::entryOf(const GivenVitals& given) {
  return given.publication->in(Dialect::Extended);
}

const SharedBytes& BatchComposer::entryOf(GivenWaves& given) {
  if (!given.entry)
    given.entry = std::make_shared<const std::string>(protocol::encodeWavesEntry(given.blocks));
  return given.entry;
}

}  // namespace vitalwall::server
