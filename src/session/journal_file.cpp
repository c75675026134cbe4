// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/journal_file.h"

#include <QDir>
#include <QSaveFile>
#include <algorithm>

#include "session/session_log.h"

namespace vitalwall::session {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Stations of one person on one machine at the same time.
constexpr int kMaxJournals = 64;

/// A file of so many bytes in which nothing is open begins anew.
constexpr qint64 kTidyAbove = 65'536;

void eraseCommand(std::vector<GivenCommand>& all, CommandId id) {
  std::erase_if(all, [id](const GivenCommand& given) { return given.command.id == id; });
}

}  // namespace

std::unique_ptr<JournalFile> JournalFile::open(const QString& folder, const JournalOwner& owner) {
  if (!QDir().mkpath(folder))
    qCWarning(lcSession, "Unanswered commands are not kept on disk: no folder %ls",
              qUtf16Printable(folder));
  for (int number = 1; number <= kMaxJournals; ++number) {
    const auto path = folder + u"/commands-%1.journal"_s.arg(number);
    std::unique_ptr<JournalFile> journal(new JournalFile(path, owner));
    if (journal->m_lock.tryLock(0)) return journal->start() ? std::move(journal) : nullptr;
    if (journal->m_lock.error() != QLockFile::LockFailedError) break;
  }
  qCWarning(lcSession, "Unanswered commands are not kept on disk: no journal can be locked in %ls",
            qUtf16Printable(folder));
  return nullptr;
}

JournalFile::JournalFile(const QString& path, JournalOwner owner)
    : m_owner(std::move(owner)), m_lock(path + u".lock"_s), m_file(path) {
  m_lock.setStaleLockTime(0);  // a lock is stale when its program is gone, not when it is old
}

bool JournalFile::start() {
  read();
  m_leftOver = m_open;
  return beginAnew();
}

/// Lines before the first owner, torn ones and those of a newer program are passed over.
void JournalFile::read() {
  if (!m_file.open(QIODevice::ReadOnly)) return;
  std::vector<GivenCommand> foreign;
  auto* open = &foreign;
  while (!m_file.atEnd()) {
    const auto line = parseJournalLine(m_file.readLine());
    if (const auto* owner = std::get_if<JournalOwner>(&line))
      open = *owner == m_owner ? &m_open : &foreign;
    else if (const auto* given = std::get_if<GivenCommand>(&line))
      open->push_back(*given);
    else if (const auto* settled = std::get_if<SettledCommand>(&line))
      eraseCommand(*open, settled->id);
  }
  m_file.close();
  m_foreign = foreign.size();
}

/// Replaces the file by one that holds what is open; whatever happens, one of the two is there.
bool JournalFile::beginAnew() {
  m_file.close();
  QSaveFile fresh(m_file.fileName());
  auto lines = toLine(m_owner);
  for (const auto& given : m_open) lines += toLine(given);
  const bool isWritten = fresh.open(QIODevice::WriteOnly) && fresh.write(lines) == lines.size() &&
                         fresh.commit() && m_file.open(QIODevice::WriteOnly | QIODevice::Append);
  if (!isWritten)
    qCWarning(lcSession, "Unanswered commands are not kept on disk: %ls",
              qUtf16Printable(fresh.errorString()));
  return isWritten;
}

void JournalFile::add(const GivenCommand& given) {
  m_open.push_back(given);
  write(toLine(given));
}

void JournalFile::retain(const std::vector<Command>& open) {
  QByteArray lines;
  std::erase_if(m_open, [&](const GivenCommand& given) {
    const bool isOpen = std::ranges::find(open, given.command.id, &Command::id) != open.end();
    if (!isOpen) lines += toLine(SettledCommand{given.command.id});
    return !isOpen;
  });
  if (!lines.isEmpty()) write(lines);
  if (m_open.empty() && m_file.size() > kTidyAbove) beginAnew();
}

void JournalFile::write(const QByteArray& lines) {
  if (m_file.write(lines) != lines.size() || !m_file.flush())
    qCWarning(lcSession, "An unanswered command is not kept on disk: %ls",
              qUtf16Printable(m_file.errorString()));
}

}  // namespace vitalwall::session
