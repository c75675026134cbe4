// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/wfdb_annotations.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vitalwall::sources {
namespace {

// Codes above 49 are not marks: they qualify the mark before them or move the time.
constexpr int kSkip = 59;
constexpr int kNum = 60;
constexpr int kSub = 61;
constexpr int kChan = 62;
constexpr int kAux = 63;

class AnnotationReader {
 public:
  explicit AnnotationReader(std::span<const std::uint8_t> bytes) : m_left(bytes) {}

  absl::StatusOr<std::vector<WfdbAnnotation>> read() {
    while (const auto word = nextWord()) {
      if (*word == 0) return std::move(m_marks);
      if (!apply(*word >> 10, *word & 0x3FF)) break;
    }
    return absl::DataLossError("The annotation file is cut off: its end mark is missing.");
  }

 private:
  std::optional<int> nextWord() {
    if (m_left.size() < 2) return std::nullopt;
    const int word = m_left[0] | m_left[1] << 8;
    m_left = m_left.subspan(2);
    return word;
  }

  bool apply(int code, int data) {
    if (code == kSkip) return skip();
    if (code == kAux) return note(static_cast<std::size_t>(data));
    if (code == kNum || code == kSub || code == kChan) return true;
    m_sample += data;
    m_marks.push_back({.sample = m_sample, .code = code, .note = {}});
    return true;
  }

  // A long interval: two words, the high one first.
  bool skip() {
    const auto high = nextWord();
    const auto low = nextWord();
    if (!high || !low) return false;
    m_sample += static_cast<std::int32_t>(static_cast<std::uint32_t>(*high) << 16 |
                                          static_cast<std::uint32_t>(*low));
    return true;
  }

  // Text after the mark it belongs to, padded to an even length.
  bool note(std::size_t length) {
    const auto padded = length + length % 2;
    if (m_left.size() < padded || m_marks.empty()) return false;
    m_marks.back().note.assign(m_left.begin(),
                               m_left.begin() + static_cast<std::ptrdiff_t>(length));
    m_left = m_left.subspan(padded);
    return true;
  }

  std::span<const std::uint8_t> m_left;
  std::int64_t m_sample = 0;
  std::vector<WfdbAnnotation> m_marks;
};

}  // namespace

bool WfdbAnnotation::isBeat() const {
  constexpr std::array kOtherBeats = {25, 30, 34, 35, 38, 41};
  return (code >= 1 && code <= 13) ||
         std::find(kOtherBeats.begin(), kOtherBeats.end(), code) != kOtherBeats.end();
}

absl::StatusOr<std::vector<WfdbAnnotation>> parseWfdbAnnotations(
    std::span<const std::uint8_t> bytes) {
  return AnnotationReader(bytes).read();
}

}  // namespace vitalwall::sources
