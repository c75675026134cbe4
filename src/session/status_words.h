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

/// Why there is no link: `happened` is a clause without a full stop, `advice` a whole sentence that
/// says what to do. Value.
struct LinkEnd {
  QString happened;
  QString advice;
  bool operator==(const LinkEnd&) const = default;
};

/// The server's end of a stream; gRPC has seventeen, and each has its own words.
LinkEnd endOf(const absl::Status& status);

// Ends that this station made.
LinkEnd unansweredEnd();  ///< nobody answered in time
LinkEnd silentEnd();      ///< connected, but nothing was heard for too long
LinkEnd lossEnd();        ///< messages are missing
LinkEnd overflowEnd();    ///< requests find no way out

/// Another server of the installation is asked at once.
QString movingOnWords(const QString& server, const LinkEnd& end, const QString& next);

/// The only server is asked again after a pause.
QString backoffWords(const QString& server, const LinkEnd& end);

/// None of `servers` servers gave a connection, `last` at last; all are asked again after a pause.
QString roundOverWords(std::size_t servers, const QString& last, const LinkEnd& end);

/// A permanent refusal with the server's own reason; `others` more servers have refused as well.
QString refusedWords(const QString& server, const absl::Status& status, std::size_t others);

QString closedWords(const QString& server);

/// Alarms of the past could not be had.
QString historyFailedWords(const absl::Status& status);

}  // namespace vitalwall::session
