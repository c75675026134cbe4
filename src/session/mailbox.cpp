// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mailbox.h"

#include <algorithm>
#include <utility>

namespace vitalwall::session {

Mailbox::Mailbox(std::size_t waveCapacity) : m_waveCapacity(waveCapacity) {}

void Mailbox::post(ReceivedVitals received) {
  const std::scoped_lock lock(m_mutex);
  const auto patient = received.vitals.patient;
  const auto [place, isNew] = m_vitalsIndex.try_emplace(patient, m_mail.vitals.size());
  if (isNew) {
    m_mail.vitals.push_back(std::move(received));
  } else {
    m_mail.vitals[place->second] = std::move(received);
    ++m_mail.conflatedVitals;
  }
}

void Mailbox::post(WaveBlock block, SteadyTime receivedAt) {
  const std::scoped_lock lock(m_mutex);
  if (m_mail.waves.size() < m_waveCapacity) {
    m_mail.waves.push_back({std::move(block), receivedAt});
    return;
  }
  m_mail.waves[m_oldestWave] = {std::move(block), receivedAt};
  m_oldestWave = (m_oldestWave + 1) % m_waveCapacity;
  ++m_mail.discardedBlocks;
}

Mail Mailbox::take() {
  std::unique_lock lock(m_mutex);
  Mail mail = std::exchange(m_mail, {});
  const auto oldest = std::exchange(m_oldestWave, 0);
  m_vitalsIndex.clear();
  lock.unlock();
  std::rotate(mail.waves.begin(), mail.waves.begin() + static_cast<std::ptrdiff_t>(oldest),
              mail.waves.end());
  return mail;
}

}  // namespace vitalwall::session
