// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history_filter.h"

namespace vitalwall::models {

/// The rows that the filter shows, in its order, as CSV (RFC 4180, UTF-8, commas, a header line of
/// fixed English names). Times are UTC in ISO 8601 with milliseconds; numbers have a point. A text
/// that a spreadsheet would run as a formula gets an apostrophe before it.
QByteArray historyCsv(const HistoryFilter& rows);

}  // namespace vitalwall::models
