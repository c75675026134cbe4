// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vitalwall::probe {

/// What a peer did against the contract, in sentences. The first hundred are kept, all are counted:
/// a peer that is wrong in every message must not fill the memory of a long run.
class ViolationLog {
 public:
  static constexpr std::size_t kKept = 100;

  void add(std::string sentence) {
    ++m_count;
    if (m_sentences.size() < kKept) m_sentences.push_back(std::move(sentence));
  }

  std::uint64_t count() const { return m_count; }
  const std::vector<std::string>& sentences() const { return m_sentences; }

 private:
  std::uint64_t m_count = 0;
  std::vector<std::string> m_sentences;
};

}  // namespace vitalwall::probe
