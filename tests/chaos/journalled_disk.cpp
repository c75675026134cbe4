// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/journalled_disk.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <cstdint>

namespace vitalwall::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 kBytes = 64 << 20;

// From the kernel's fs/ext4/ext4.h, which no header of the system repeats.
constexpr unsigned long kShutdown = _IOR('X', 125, std::uint32_t);
constexpr std::uint32_t kWithoutFlushingTheJournal = 2;

}  // namespace

JournalledDisk::JournalledDisk() {
  QFile file(image());
  const bool isMade = file.open(QIODevice::WriteOnly) && file.resize(kBytes) &&
                      QDir().mkpath(folder()) && run(u"mkfs.ext4"_s, {u"-q"_s, u"-F"_s, image()}) &&
                      mount();
  if (isMade) unmount();
}

JournalledDisk::~JournalledDisk() {
  QProcess::execute(u"umount"_s, {u"--quiet"_s, u"--lazy"_s, folder()});
}

bool JournalledDisk::mount() {
  return run(u"mount"_s, {u"-o"_s, u"loop"_s, image(), folder()});
}

bool JournalledDisk::unmount() {
  return run(u"umount"_s, {folder()});
}

bool JournalledDisk::cutPower() {
  const int file = ::open(QFile::encodeName(folder()).constData(), O_RDONLY | O_DIRECTORY);
  std::uint32_t how = kWithoutFlushingTheJournal;
  const bool isDone = file >= 0 && ::ioctl(file, kShutdown, &how) == 0;
  if (file >= 0) ::close(file);
  return isDone;
}

bool JournalledDisk::run(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(program, arguments);
  const bool isDone = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
                      process.exitCode() == 0;
  if (!isDone) m_problem = program + u": "_s + QString::fromUtf8(process.readAll()).trimmed();
  return isDone;
}

}  // namespace vitalwall::test
