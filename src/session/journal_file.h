// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QLockFile>
#include <QString>
#include <memory>
#include <vector>

#include "session/journal_line.h"

namespace vitalwall::session {

/// The unanswered commands of a station in a small file, so that they outlive a crash of the
/// program. (Not of the machine: what was written is in the system's hands, and nobody waits for
/// the disk.) Not thread-safe.
///
/// A station only takes over what the same person told the same installation: a command carries no
/// name, its stream does.
class JournalFile {
 public:
  /// Opens the first journal in `folder` that no running station uses, or a new one. Null if there
  /// can be none; the log says why.
  static std::unique_ptr<JournalFile> open(const QString& folder, const JournalOwner& owner);

  /// What the station before left open under our owner, in the order of the clicks.
  const std::vector<GivenCommand>& leftOver() const { return m_leftOver; }
  /// How many commands were left open under another owner; nobody sends them.
  std::size_t foreign() const { return m_foreign; }

  /// A command is given. If it cannot be written it is sent all the same, and the log says so.
  void add(const GivenCommand& given);
  /// All but `open` are settled.
  void retain(const std::vector<Command>& open);

 private:
  JournalFile(const QString& path, JournalOwner owner);
  bool start();
  void read();
  bool beginAnew();
  void write(const QByteArray& lines);

  const JournalOwner m_owner;
  QLockFile m_lock;
  QFile m_file;
  std::vector<GivenCommand> m_open;
  std::vector<GivenCommand> m_leftOver;
  std::size_t m_foreign = 0;
};

}  // namespace vitalwall::session
