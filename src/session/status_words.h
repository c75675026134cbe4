// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>
#include <QString>
#include <chrono>

/// The link to the server in sentences for the people at the wall: what happened, what it means for
/// monitoring. The number of the attempt and the time to the next one change by the second: whoever
/// shows the status counts them, these sentences do not. Pure; any thread.
namespace vitalwall::session {

/// `again` once a link was lost or an attempt failed.
QString connectingWords(const QString& server, bool again);

/// Connected, but the first values of `patients` patients are not complete.
QString syncingWords(const QString& server, std::size_t patients);

/// `missing` patients of those watched have no data. A plain server gives less, and that is said.
QString liveWords(const QString& server, std::size_t patients, std::size_t missing, bool extended);

/// Nothing was heard for `limit` though the connection stands.
QString staleWords(const QString& server, std::chrono::milliseconds limit);

/// `happened` is one clause without a full stop, such as from endWords().
QString backoffWords(const QString& server, const QString& happened);

/// A permanent refusal with the server's own reason.
QString refusedWords(const QString& server, const absl::Status& status);

QString closedWords(const QString& server);

/// Why a stream ended, as one clause without a full stop.
QString endWords(const absl::Status& status);

/// Alarms of the past could not be had.
QString historyFailedWords(const absl::Status& status);

}  // namespace vitalwall::session
