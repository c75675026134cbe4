// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "domain/concat.h"

namespace vitalwall::storage {
namespace {

constexpr const char* kLockFile = "/alarm-record.lock";
constexpr int kOwnerOnly = 0600;

/// Whom to look for; the lock does not depend on it.
void noteProcess(int file) {
  const std::string number = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file, 0) == 0) [[maybe_unused]]
    const auto written = ::pwrite(file, number.data(), number.size(), 0);
}

std::string notedProcess(int file) {
  std::array<char, 16> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  const std::string number(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return number.substr(0, number.find('\n'));
}

absl::Status failure(const std::string& folder, int error) {
  return {absl::ErrnoToStatusCode(error),
          concat("The folder ", folder, " of the alarm record cannot be used: ",
                 std::generic_category().message(error), ".")};
}

}  // namespace

absl::StatusOr<std::unique_ptr<FolderLock>> FolderLock::take(const std::string& folder) {
  const int file = ::open((folder + kLockFile).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
  if (file < 0) return failure(folder, errno);
  std::unique_ptr<FolderLock> lock(new FolderLock(file));
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
    noteProcess(file);
    return lock;
  }
  if (errno != EWOULDBLOCK) return failure(folder, errno);
  return absl::UnavailableError(concat("Another server keeps its alarm record in ", folder,
                                       " (process ", notedProcess(file),
                                       "); each server needs a folder of its own."));
}

FolderLock::~FolderLock() {
  ::close(m_file);
}

}  // namespace vitalwall::storage
