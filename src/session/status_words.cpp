// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/status_words.h"

namespace vitalwall::session {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {
/// The status's message; of gRPC's chains "failed to connect ...; last error: ...: Connection
/// refused" only the end, which people understand.
QString reasonOf(const absl::Status& status) {
  const auto message = QString::fromUtf8(status.message().data(), int(status.message().size()));
  if (message.isEmpty()) return u"no reason given"_s;
  return message.contains(u"last error: "_s) ? message.section(u": "_s, -1) : message;
}

QString seconds(milliseconds time) {
  return QString::number(double(time.count()) / 1000.0, 'f', 1) + u" s"_s;
}

QString countOf(std::size_t patients) {
  return patients == 1 ? u"1 patient"_s : u"%1 patients"_s.arg(patients);
}

QString permissionWords(const absl::Status& status) {
  return u"this station has no permission there (%1). Ask the administrator for access"_s.arg(
      reasonOf(status));
}

QString refusalWords(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnauthenticated:
      return u"it does not know who asks (%1). Sign in again"_s.arg(reasonOf(status));
    case absl::StatusCode::kPermissionDenied:
      return permissionWords(status);
    case absl::StatusCode::kUnimplemented:
      return u"it offers no patient monitoring (%1). Check the address"_s.arg(reasonOf(status));
    case absl::StatusCode::kInvalidArgument:
      return u"it does not accept this station's request (%1). Check the versions"_s.arg(
          reasonOf(status));
    default:
      return u"it cannot serve this station now (%1). Ask the administrator"_s.arg(
          reasonOf(status));
  }
}
}  // namespace

QString connectingWords(const QString& server, bool again) {
  if (!again) return u"Connecting to %1."_s.arg(server);
  return u"Connecting to %1 again. The values shown are not current: watch the patients at the "
         u"bedside."_s.arg(server);
}

QString syncingWords(const QString& server, std::size_t patients) {
  if (patients == 0) return u"Connected to %1. Waiting for its list of patients."_s.arg(server);
  return u"Connected to %1. Waiting for the present state of %2."_s.arg(server, countOf(patients));
}

QString liveWords(const QString& server, std::size_t patients, std::size_t missing, bool extended) {
  if (patients == 0) return u"Connected to %1. No patient is watched yet."_s.arg(server);
  auto words = u"Monitoring %1 through %2."_s.arg(countOf(patients), server);
  if (missing > 0) words += u" The server has sent nothing for %1."_s.arg(countOf(missing));
  if (!extended)
    words += u" This server gives no waves, no history and no confirmation of acknowledgements."_s;
  return words;
}

QString staleWords(const QString& server, milliseconds limit) {
  return u"Nothing has been heard from %1 for more than %2. The values shown are not current: "
         u"watch the patients at the bedside."_s.arg(server, seconds(limit));
}

QString backoffWords(const QString& server, const QString& happened) {
  return u"No connection to %1: %2. The values shown are not current: watch the patients at the "
         u"bedside."_s.arg(server, happened);
}

QString refusedWords(const QString& server, const absl::Status& status) {
  return u"%1 refused this station: %2. There is no monitoring here until you connect again."_s.arg(
      server, refusalWords(status));
}

QString closedWords(const QString& server) {
  return u"The connection to %1 was closed here. There is no monitoring on this station."_s.arg(
      server);
}

QString endWords(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return u"the server ended the connection"_s;
    case absl::StatusCode::kUnavailable:
      return u"the server cannot be reached (%1)"_s.arg(reasonOf(status));
    case absl::StatusCode::kCancelled:
      return u"the server cancelled the connection (%1)"_s.arg(reasonOf(status));
    case absl::StatusCode::kDeadlineExceeded:
      return u"the server took too long (%1)"_s.arg(reasonOf(status));
    case absl::StatusCode::kResourceExhausted:
      return u"the server or this station was overloaded (%1)"_s.arg(reasonOf(status));
    default:
      return u"the connection failed (%1)"_s.arg(reasonOf(status));
  }
}

QString historyFailedWords(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnimplemented:
      return u"This server keeps no alarm history."_s;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kCancelled:
    case absl::StatusCode::kDeadlineExceeded:
      return u"The alarm history could not be fetched: %1."_s.arg(endWords(status));
    default:
      return u"The alarm history could not be fetched (%1)."_s.arg(reasonOf(status));
  }
}

}  // namespace vitalwall::session
