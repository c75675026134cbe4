// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "sources/recordings/field_scanner.h"
#include "sources/recordings/wfdb_header.h"

namespace vitalwall::sources {

/// How many lines the record line announces beyond its signals.
struct WfdbRecordCounts {
  std::optional<std::size_t> segments;  ///< absent: the record has signals of its own
};

/// Reads "name[/segments] signals [rate[/counter[(base)]] [frames [time [date]]]]" into `header`.
/// Errors stay in `line`.
WfdbRecordCounts parseWfdbRecordLine(FieldScanner& line, WfdbHeader& header);

}  // namespace vitalwall::sources
