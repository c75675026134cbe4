// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/wfdb_header.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/strings/ascii.h"
#include "domain/concat.h"
#include "sources/recordings/field_scanner.h"
#include "sources/recordings/recording_limits.h"
#include "sources/recordings/wfdb_record_line.h"

namespace vitalwall::sources {
namespace {

constexpr std::int64_t kInt32Low = std::numeric_limits<std::int32_t>::min();
constexpr std::int64_t kInt32High = std::numeric_limits<std::int32_t>::max();

// Far below any converter; keeps 1/gain and its products finite.
constexpr double kSmallestGain = 1e-12;

// A header may only name files beside itself: a record from elsewhere must not open "../x.dat".
std::string plainFileName(FieldScanner& line, std::string_view what) {
  const auto name = line.word(what);
  const auto isUnsafe = [](char c) {
    return c == '/' || c == '\\' || absl::ascii_iscntrl(static_cast<unsigned char>(c));
  };
  if (std::any_of(name.begin(), name.end(), isUnsafe) || name.starts_with('.') || name == "-")
    line.fail(concat(what, " \"", name, "\" is not the plain name of a file in this folder"));
  return std::string(name);
}

void parseStorage(FieldScanner& line, WfdbSignalSpec& signal) {
  signal.fileName = plainFileName(line, "the signal file");
  signal.format = static_cast<int>(line.integer("the format", 0, 9999));
  if (line.accept('x'))
    signal.samplesPerFrame = static_cast<std::uint32_t>(
        line.integer("the samples per frame", 1, wfdb::kMaxSamplesPerFrame));
  if (line.accept(':'))
    signal.skewFrames =
        static_cast<std::uint32_t>(line.integer("the skew", 0, wfdb::kMaxSkewFrames));
  if (line.accept('+'))
    signal.byteOffset =
        static_cast<std::uint64_t>(line.integer("the byte offset", 0, wfdb::kMaxFileBytes));
  line.endField("the format");
}

// gain[(baseline)][/units]; the value says whether a baseline was given.
bool parseGain(FieldScanner& line, WfdbSignalSpec& signal) {
  const double gain = line.real("the gain");
  if (gain < 0 || (gain > 0 && gain < kSmallestGain) || gain > 1 / kSmallestGain)
    line.fail(concat("the gain ", gain, " is not usable"));
  if (gain > 0) signal.gain = gain;
  const bool hasBaseline = line.accept('(');
  if (hasBaseline) {
    signal.baseline =
        static_cast<std::int32_t>(line.integer("the baseline", kInt32Low, kInt32High));
    if (!line.accept(')')) line.fail("the baseline is not closed by \")\"");
  }
  if (line.accept('/')) signal.units = std::string(line.word("the unit"));
  line.endField("the gain");
  return hasBaseline;
}

void parseCalibration(FieldScanner& line, WfdbSignalSpec& signal) {
  if (line.atEnd()) return;
  const bool hasBaseline = parseGain(line, signal);
  if (!line.atEnd()) line.integer("the ADC resolution", 0, 64);
  std::int32_t adcZero = 0;
  if (!line.atEnd())
    adcZero = static_cast<std::int32_t>(line.integer("the ADC zero", kInt32Low, kInt32High));
  if (!hasBaseline) signal.baseline = adcZero;
  signal.initialValue = adcZero;
  if (!line.atEnd())
    signal.initialValue =
        static_cast<std::int32_t>(line.integer("the initial value", kInt32Low, kInt32High));
  if (!line.atEnd()) signal.checksum = line.integer("the checksum", kInt32Low, kInt32High);
  if (!line.atEnd()) line.integer("the block size", 0, kInt32High);
}

WfdbSignalSpec parseSignal(FieldScanner& line) {
  WfdbSignalSpec signal;
  parseStorage(line, signal);
  parseCalibration(line, signal);
  signal.description = std::string(line.rest());
  return signal;
}

WfdbSegmentSpec parseSegment(FieldScanner& line) {
  WfdbSegmentSpec segment;
  segment.name = plainFileName(line, "the segment");
  segment.frames =
      static_cast<std::uint64_t>(line.integer("the segment's length", 0, wfdb::kMaxFrames));
  if (!line.atEnd()) line.fail("a segment line holds more than a name and a length");
  return segment;
}

// Builds the header from its significant lines, which come in a fixed order.
class HeaderBuilder {
 public:
  explicit HeaderBuilder(std::string_view fileName) { m_header.fileName = fileName; }

  void addComment(std::string_view text) { m_header.comments.emplace_back(trimmed(text)); }

  absl::Status addLine(std::string_view text, int number) {
    FieldScanner line(text, concat(m_header.fileName, ", line ", number));
    if (!m_expected) {
      m_expected = parseWfdbRecordLine(line, m_header);
    } else if (!m_expected->segments && m_header.signals.size() < m_header.signalCount) {
      m_header.signals.push_back(parseSignal(line));
    } else if (m_expected->segments > m_header.segments.size()) {
      m_header.segments.push_back(parseSegment(line));
    } else {
      line.fail("there are more lines than the first one announces");
    }
    return line.status();
  }

  absl::StatusOr<WfdbHeader> finish() && {
    if (!m_expected) return incomplete("is empty");
    if (m_header.segments.size() < m_expected->segments.value_or(0))
      return incomplete("lists fewer segments than its first line announces");
    if (!m_expected->segments && m_header.signals.size() < m_header.signalCount)
      return incomplete("lists fewer signals than its first line announces");
    return std::move(m_header);
  }

 private:
  absl::Status incomplete(std::string_view how) const {
    return absl::InvalidArgumentError(
        concat(m_header.fileName, " ", how, "; the header may have been cut off."));
  }

  WfdbHeader m_header;
  std::optional<WfdbRecordCounts> m_expected;
};

}  // namespace

absl::StatusOr<WfdbHeader> parseWfdbHeader(std::string_view text, std::string_view fileName) {
  HeaderBuilder builder(fileName);
  for (int number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.starts_with('#'))
      builder.addComment(line.substr(1));
    else if (!line.empty())
      if (auto status = builder.addLine(line, number); !status.ok()) return status;
  }
  return std::move(builder).finish();
}

absl::Status refusedRecord(const WfdbHeader& header, std::string_view why) {
  return absl::InvalidArgumentError(concat(header.fileName, ": ", why, "."));
}

}  // namespace vitalwall::sources
