// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/status_words.h"

#include <algorithm>
#include <iterator>

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

QString notCurrentWords() {
  return u"The values shown are not current: watch the patients at the bedside."_s;
}

struct EndText {
  absl::StatusCode code;
  QLatin1StringView happened;  ///< %1 is the reason
  QLatin1StringView advice;
};

constexpr EndText kEndTexts[] = {
    {absl::StatusCode::kOk, "the server ended the connection"_L1,
     "If it does not come back, ask whether the server is being stopped."_L1},
    {absl::StatusCode::kCancelled, "the server cancelled the connection (%1)"_L1,
     "If this happens again, tell the technician."_L1},
    {absl::StatusCode::kUnknown, "the connection failed for an unknown reason (%1)"_L1,
     "If this happens again, tell the technician the words in brackets."_L1},
    {absl::StatusCode::kInvalidArgument, "it does not accept this station's request (%1)"_L1,
     "Check that the versions of station and server fit together."_L1},
    {absl::StatusCode::kDeadlineExceeded, "the server took too long (%1)"_L1,
     "Check the network and the load of the server."_L1},
    {absl::StatusCode::kNotFound, "the server does not have what this station asks for (%1)"_L1,
     "Check the server's address and the patients that are watched here."_L1},
    {absl::StatusCode::kAlreadyExists, "the server has this station already (%1)"_L1,
     "Check that no other station has the same name."_L1},
    {absl::StatusCode::kPermissionDenied, "this station has no permission there (%1)"_L1,
     "Ask the administrator for access."_L1},
    {absl::StatusCode::kResourceExhausted, "the server or this station was overloaded (%1)"_L1,
     "If this happens again, watch fewer patients here and tell the technician."_L1},
    {absl::StatusCode::kFailedPrecondition, "it cannot serve this station now (%1)"_L1,
     "Ask the administrator."_L1},
    {absl::StatusCode::kAborted, "the server gave the connection up (%1)"_L1,
     "If this happens again, restart the station."_L1},
    {absl::StatusCode::kOutOfRange, "the server cannot go on where this station stopped (%1)"_L1,
     "If this happens again, restart the station."_L1},
    {absl::StatusCode::kUnimplemented, "it offers no patient monitoring (%1)"_L1,
     "Check the address."_L1},
    {absl::StatusCode::kInternal, "the connection broke with an error (%1)"_L1,
     "If this happens again, the technician should read the server's log."_L1},
    {absl::StatusCode::kUnavailable, "the server cannot be reached (%1)"_L1,
     "Check that the server runs and that the network is plugged in."_L1},
    {absl::StatusCode::kDataLoss, "data were damaged on the way (%1)"_L1,
     "The technician should check the network."_L1},
    {absl::StatusCode::kUnauthenticated, "it does not know who asks (%1)"_L1, "Sign in again."_L1},
};

/// A code that gRPC does not define is as good as UNKNOWN.
const EndText& textOf(absl::StatusCode code) {
  const auto* known = std::ranges::find(kEndTexts, code, &EndText::code);
  if (known != std::end(kEndTexts)) return *known;
  return *std::ranges::find(kEndTexts, absl::StatusCode::kUnknown, &EndText::code);
}
}  // namespace

QString connectingWords(const QString& server, bool again) {
  if (!again) return u"Connecting to %1."_s.arg(server);
  return u"Connecting to %1 again. %2"_s.arg(server, notCurrentWords());
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
  return u"Nothing has been heard from %1 for more than %2. %3"_s.arg(server, seconds(limit),
                                                                      notCurrentWords());
}

LinkEnd endOf(const absl::Status& status) {
  const auto& text = textOf(status.code());
  QString happened(text.happened);
  if (!status.ok()) happened = happened.arg(reasonOf(status));
  return {happened, text.advice};
}

LinkEnd unansweredEnd() {
  return {u"the server does not answer"_s,
          u"Check the address, and that the server runs and is not overloaded."_s};
}

LinkEnd silentEnd() {
  return {u"the server has fallen silent"_s,
          u"Check that the server still works and that the network is plugged in."_s};
}

LinkEnd lossEnd() {
  return {u"messages were lost on the way"_s,
          u"Everything is fetched again. If this happens again, tell the technician."_s};
}

LinkEnd overflowEnd() {
  return {u"the server takes no more requests"_s,
          u"Check the network and the load of the server."_s};
}

QString movingOnWords(const QString& server, const LinkEnd& end, const QString& next) {
  return u"No connection to %1: %2. Connecting to %3 instead. %4"_s.arg(server, end.happened, next,
                                                                        notCurrentWords());
}

QString backoffWords(const QString& server, const LinkEnd& end) {
  return u"No connection to %1: %2. %3 %4"_s.arg(server, end.happened, notCurrentWords(),
                                                 end.advice);
}

QString roundOverWords(std::size_t servers, const QString& last, const LinkEnd& end) {
  return u"No connection to any of %1 servers. The last was %2: %3. %4 %5"_s.arg(
      QString::number(servers), last, end.happened, notCurrentWords(), end.advice);
}

QString refusedWords(const QString& server, const absl::Status& status, std::size_t others) {
  const auto end = endOf(status);
  const auto all = others == 0   ? QString()
                   : others == 1 ? u" The other server refused, too."_s
                                 : u" The %1 other servers refused, too."_s.arg(others);
  return u"%1 refused this station: %2.%3 There is no monitoring here until you connect again. %4"_s
      .arg(server, end.happened, all, end.advice);
}

QString closedWords(const QString& server) {
  return u"The connection to %1 was closed here. There is no monitoring on this station."_s.arg(
      server);
}

QString historyFailedWords(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnimplemented:
      return u"This server keeps no alarm history."_s;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kCancelled:
    case absl::StatusCode::kDeadlineExceeded:
      return u"The alarm history could not be fetched: %1."_s.arg(endOf(status).happened);
    default:
      return u"The alarm history could not be fetched (%1)."_s.arg(reasonOf(status));
  }
}

}  // namespace vitalwall::session
