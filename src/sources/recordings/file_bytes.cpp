// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/file_bytes.h"

#include <fstream>
#include <system_error>

#include "domain/concat.h"

namespace vitalwall::sources {
namespace fs = std::filesystem;

absl::StatusOr<std::uint64_t> regularFileSize(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  const auto name = path.filename().string();
  if (status.type() == fs::file_type::not_found)
    return absl::NotFoundError(concat("The file ", name, " is missing."));
  if (!fs::is_regular_file(status))
    return absl::InvalidArgumentError(concat(name, " is not an ordinary file."));
  const auto size = fs::file_size(path, error);
  if (error)
    return absl::PermissionDeniedError(
        concat("The file ", name, " cannot be read: ", error.message(), "."));
  return size;
}

absl::StatusOr<std::vector<std::uint8_t>> readFilePart(const fs::path& path, std::uint64_t offset,
                                                       std::uint64_t count) {
  const auto size = regularFileSize(path);
  if (!size.ok()) return size.status();
  const auto name = path.filename().string();
  if (*size < offset || *size - offset < count)
    return absl::DataLossError(concat("The file ", name, " is cut off: it holds ", *size,
                                      " bytes and should hold ", offset + count, "."));
  std::ifstream file(path, std::ios::binary);
  std::vector<std::uint8_t> bytes(count);
  file.seekg(static_cast<std::streamoff>(offset));
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
  if (!file) return absl::PermissionDeniedError(concat("The file ", name, " cannot be read."));
  return bytes;
}

absl::StatusOr<std::vector<std::uint8_t>> readFile(const fs::path& path, std::uint64_t limit) {
  const auto size = regularFileSize(path);
  if (!size.ok()) return size.status();
  if (*size > limit)
    return absl::ResourceExhaustedError(concat("The file ", path.filename().string(), " has ",
                                               *size, " bytes; at most ", limit, " are read."));
  return readFilePart(path, 0, *size);
}

}  // namespace vitalwall::sources
