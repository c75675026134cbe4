// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/command_words.h"

#include <QDateTime>

namespace vitalwall::session {

using namespace Qt::Literals::StringLiterals;

namespace {
QString timeOfDay(WallTime at) {
  return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at)).toString(u"HH:mm:ss"_s);
}

/// "by Dr. Weber at 10:42:07", as far as the server told.
QString byWhom(const CommandResult& result) {
  auto words = result.by.empty() ? QString() : u" by "_s + QString::fromStdString(result.by);
  if (result.at != WallTime{}) words += u" at "_s + timeOfDay(result.at);
  return words;
}

/// What a command is about.
QString objectOf(const CommandBody& body) {
  return std::holds_alternative<Acknowledge>(body) ? u"this alarm"_s : u"this patient"_s;
}

QString headOf(const CommandBody& body, const CommandResult& result) {
  switch (result.outcome) {
    case CommandOutcome::Ok:
      return u"Confirmed%1."_s.arg(byWhom(result));
    case CommandOutcome::AlreadyDone:
      return u"Already done%1."_s.arg(byWhom(result));
    case CommandOutcome::StaleRevision:
      return u"Not done: %1 has changed meanwhile. Look again."_s.arg(objectOf(body));
    case CommandOutcome::NotFound:
      return u"Not done: the server does not know %1 any more."_s.arg(objectOf(body));
    case CommandOutcome::Forbidden:
      return u"Not done: you may not do this here."_s;
    case CommandOutcome::NotRecorded:
      return u"Done%1, but the server could not record it. Note it by hand."_s.arg(byWhom(result));
    case CommandOutcome::Refused:
      return u"Not done: the server refused it."_s;
  }
  return u"The server gave an answer that this program does not know."_s;
}
}  // namespace

QString pendingWords(bool connected) {
  return connected ? u"Sent; waiting for the server."_s
                   : u"There is no connection: it will be sent when the server is back."_s;
}

QString unconfirmedWords(bool connected) {
  return connected ? u"Not confirmed by the server yet; it is still being tried."_s
                   : u"Not confirmed: there is no connection. It is sent again when the server is "
                     u"back."_s;
}

QString sentToPlainWords(const CommandBody& body) {
  const auto* acknowledge = std::get_if<Acknowledge>(&body);
  if (acknowledge != nullptr && !acknowledge->note.empty())
    return u"Sent. This server does not confirm acknowledgements, and it keeps no notes."_s;
  return u"Sent. This server does not confirm acknowledgements."_s;
}

QString noAlarmSettingsWords() {
  return u"Not sent: this server has no alarm settings. Set the alarm at the bedside."_s;
}

QString invalidWords(const absl::Status& status) {
  return u"Not sent: "_s + QString::fromStdString(std::string(status.message()));
}

QString journalFullWords(std::size_t capacity) {
  return u"Not sent: %1 commands are still waiting for the server. Act at the bedside."_s.arg(
      capacity);
}

QString givenUpWords(std::chrono::milliseconds life) {
  return u"Not done: the server gave no answer for %1 s. Look at the patient and try again."_s.arg(
      life.count() / 1000);
}

QString closingWords() {
  return u"Not sent: the station is closing."_s;
}

QString takenUpWords() {
  return u"Given before this program ended without an answer; it is sent again."_s;
}

std::string foreignLeftOverWords(std::size_t commands) {
  return std::to_string(commands) +
         " commands of another user or to another server were left unanswered here and are not "
         "sent. Look at the alarms.";
}

QString resultWords(const CommandBody& body, const CommandResult& result) {
  const auto head = headOf(body, result);
  return result.message.empty() ? head : head + u' ' + QString::fromStdString(result.message);
}

CommandStage stageOf(CommandOutcome outcome) {
  switch (outcome) {
    case CommandOutcome::Ok:
    case CommandOutcome::AlreadyDone:
    case CommandOutcome::NotRecorded:
      return CommandStage::Confirmed;
    default:
      return CommandStage::Failed;
  }
}

CommandResult resultFromAlert(CommandId id, const Alert& alert) {
  if (alert.acknowledged)
    return {id, CommandOutcome::Ok, {}, alert.acknowledged->by, alert.acknowledged->at};
  return {id, CommandOutcome::AlreadyDone, "The alarm has ended.", {}, alert.changedAt};
}

}  // namespace vitalwall::session
