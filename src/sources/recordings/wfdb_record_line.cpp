// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/wfdb_record_line.h"

#include <cmath>
#include <string>

#include "domain/concat.h"
#include "sources/recordings/recording_limits.h"

namespace vitalwall::sources {
namespace {

WfdbRecordCounts parseName(FieldScanner& line, std::string& name) {
  const auto field = line.word("the record name");
  const auto slash = field.find('/');
  name = std::string(field.substr(0, slash));
  if (name.empty()) line.fail("the record has no name");
  if (slash == std::string_view::npos) return {};
  FieldScanner count(field.substr(slash + 1), "");
  const auto segments = count.integer("the number of segments", 1, wfdb::kMaxSegments);
  count.endField("the number of segments");
  if (!count.status().ok())
    line.fail(concat("the number of segments in \"", field, "\" is not one of 1 to ",
                     wfdb::kMaxSegments));
  return {static_cast<std::size_t>(segments)};
}

// The counter frequency only labels times in annotation tools; it is checked and left alone.
void parseRate(FieldScanner& line, WfdbHeader& header) {
  header.framesPerSecond = line.real("the sampling frequency");
  if (header.framesPerSecond <= 0 || header.framesPerSecond > wfdb::kMaxFramesPerSecond)
    line.fail(concat("the sampling frequency ", header.framesPerSecond, " Hz is not usable"));
  if (line.accept('/')) {
    line.real("the counter frequency");
    if (line.accept('(')) {
      line.real("the base counter value");
      if (!line.accept(')')) line.fail("the base counter value is not closed by \")\"");
    }
  }
  line.endField("the sampling frequency");
}

// [[hours:]minutes:]seconds, seconds with a fraction.
milliseconds parseTime(FieldScanner& line) {
  double seconds = line.real("the time of day");
  for (int colons = 0; colons < 2 && line.accept(':'); ++colons)
    seconds = seconds * 60 + line.real("the time of day");
  line.endField("the time of day");
  if (seconds < 0 || seconds >= 86'400) line.fail("the time of day is not within a day");
  if (!line.status().ok()) return {};
  return milliseconds(std::llround(seconds * 1000));
}

std::chrono::year_month_day parseDate(FieldScanner& line) {
  const auto day = line.integer("the day", 1, 31);
  const bool slashes = line.accept('/');
  const auto month = line.integer("the month", 1, 12);
  const bool both = slashes && line.accept('/');
  const auto year = line.integer("the year", 0, 9999);
  line.endField("the date");
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!both || !date.ok()) line.fail("the date is not a day written as DD/MM/YYYY");
  return date;
}

}  // namespace

WfdbRecordCounts parseWfdbRecordLine(FieldScanner& line, WfdbHeader& header) {
  const auto counts = parseName(line, header.name);
  header.signalCount =
      static_cast<std::uint32_t>(line.integer("the number of signals", 0, wfdb::kMaxSignals));
  line.endField("the number of signals");
  if (!line.atEnd()) parseRate(line, header);
  if (!line.atEnd()) {
    const auto frames = line.integer("the number of samples", 0, wfdb::kMaxFrames);
    line.endField("the number of samples");
    if (frames > 0) header.frames = static_cast<std::uint64_t>(frames);
  }
  if (!line.atEnd()) header.timeOfDay = parseTime(line);
  if (!line.atEnd()) header.date = parseDate(line);
  if (!line.atEnd()) line.fail("the record line goes on after the date");
  return counts;
}

}  // namespace vitalwall::sources
