// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/journal_line.h"

#include <QList>

#include "protocol/request_codec.h"

namespace vitalwall::session {
namespace {

constexpr QByteArrayView kOwner = "owner";
constexpr QByteArrayView kGiven = "given";
constexpr QByteArrayView kSettled = "settled";

QByteArray lineOf(const QByteArrayList& words) {
  return words.join(' ') + '\n';
}

JournalLine parseOwner(const QByteArrayList& words) {
  if (words.size() != 3) return StrangeLine{};
  return JournalOwner{QString::fromUtf8(QByteArray::fromBase64(words[1])),
                      QString::fromUtf8(QByteArray::fromBase64(words[2]))};
}

JournalLine parseGiven(const QByteArrayList& words) {
  bool isTime = false;
  const auto millis = words.value(1).toLongLong(&isTime);
  if (!isTime || words.size() != 3) return StrangeLine{};
  const auto request = protocol::decodeRequest(QByteArray::fromBase64(words[2]).toStdString());
  const auto* command = request.ok() ? std::get_if<Command>(&*request) : nullptr;
  if (command == nullptr || command->id == CommandId{}) return StrangeLine{};
  return GivenCommand{*command, fromUnixMillis(millis)};
}

JournalLine parseSettled(const QByteArrayList& words) {
  const auto id = CommandId::parse(words.value(1).toStdString());
  if (!id) return StrangeLine{};
  return SettledCommand{*id};
}

}  // namespace

QByteArray toLine(const JournalOwner& owner) {
  return lineOf(
      {kOwner.toByteArray(), owner.server.toUtf8().toBase64(), owner.user.toUtf8().toBase64()});
}

QByteArray toLine(const GivenCommand& given) {
  const auto request = QByteArray::fromStdString(protocol::encodeRequest(given.command));
  return lineOf(
      {kGiven.toByteArray(), QByteArray::number(toUnixMillis(given.at)), request.toBase64()});
}

QByteArray toLine(const SettledCommand& settled) {
  return lineOf({kSettled.toByteArray(), QByteArray::fromStdString(settled.id.toString())});
}

JournalLine parseJournalLine(const QByteArray& line) {
  if (!line.endsWith('\n')) return StrangeLine{};
  const auto words = line.chopped(1).split(' ');
  if (words.first() == kOwner) return parseOwner(words);
  if (words.first() == kGiven) return parseGiven(words);
  if (words.first() == kSettled) return parseSettled(words);
  return StrangeLine{};
}

}  // namespace vitalwall::session
