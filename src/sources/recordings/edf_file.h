// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"

struct edf_hdr_struct;

namespace vitalwall::sources {

/// An EDF or BDF file that is open for reading; closed when it goes. libedf is not thread-safe: the
/// caller keeps every use in the process apart in time.
class EdfFile {
 public:
  /// Opens `path`, or says in a sentence why libedf does not.
  static absl::StatusOr<EdfFile> open(const std::filesystem::path& path);

  const edf_hdr_struct& header() const { return *m_header; }

  /// All digital values of signal number `signal`. DataLoss if the file ends early.
  absl::StatusOr<std::vector<std::int32_t>> readSignal(int signal) const;

 private:
  struct Close {
    void operator()(edf_hdr_struct* header) const;
  };
  using Handle = std::unique_ptr<edf_hdr_struct, Close>;

  explicit EdfFile(Handle header) : m_header(std::move(header)) {}

  Handle m_header;
};

}  // namespace vitalwall::sources
