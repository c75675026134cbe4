// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace vitalwall::test {

/// An ext4 file system in a file, whose power can be cut. Needs root, loop devices and mkfs.ext4.
class JournalledDisk {
 public:
  JournalledDisk();
  ~JournalledDisk();

  JournalledDisk(const JournalledDisk&) = delete;
  JournalledDisk& operator=(const JournalledDisk&) = delete;

  /// Why it cannot be had here; empty if it can.
  const QString& problem() const { return m_problem; }
  QString folder() const { return m_folder.filePath(QStringLiteral("mount")); }

  bool mount();
  /// What is not on the platter yet is lost: the file system ends at once, its journal unflushed.
  bool cutPower();
  bool unmount();

 private:
  bool run(const QString& program, const QStringList& arguments);
  QString image() const { return m_folder.filePath(QStringLiteral("disk.img")); }

  QTemporaryDir m_folder;
  QString m_problem;
};

}  // namespace vitalwall::test
