// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/orders/settled_file.h"

#include <fstream>
#include <utility>

namespace vitalwall::sources {
namespace {

constexpr std::uintmax_t kLargest = 4'194'304;

}  // namespace

SettledFile::SettledFile(std::filesystem::path path) : m_path(std::move(path)) {}

std::optional<absl::StatusOr<std::string>> SettledFile::look() {
  const Stamp now = stamp();
  const bool isSettled = !m_seen || m_seen == now;
  m_seen = now;
  if (!isSettled || m_given == now) return std::nullopt;
  m_given = now;
  return read(now);
}

SettledFile::Stamp SettledFile::stamp() const {
  std::error_code error;
  Stamp stamp;
  stamp.exists = std::filesystem::is_regular_file(m_path, error);
  if (!stamp.exists) return {};
  stamp.changed = std::filesystem::last_write_time(m_path, error);
  if (error) return {};
  stamp.size = std::filesystem::file_size(m_path, error);
  return error ? Stamp{} : stamp;
}

absl::StatusOr<std::string> SettledFile::read(const Stamp& stamp) const {
  if (!stamp.exists) return absl::NotFoundError("There is no such file.");
  if (stamp.size > kLargest)
    return absl::OutOfRangeError("It is larger than " + std::to_string(kLargest) + " bytes.");
  std::ifstream file(m_path, std::ios::binary);
  std::string text(stamp.size, '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(text.size())))
    return absl::UnavailableError("It cannot be read; is it ours to read?");
  return text;
}

}  // namespace vitalwall::sources
