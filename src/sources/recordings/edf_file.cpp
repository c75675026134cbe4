// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/edf_file.h"

#include <edflib.h>

#include <string_view>
#include <utility>

#include "domain/concat.h"
#include "sources/recordings/file_bytes.h"

namespace vitalwall::sources {
namespace {

std::string_view reasonOf(int error) {
  switch (error) {
    case EDFLIB_FILE_CONTAINS_FORMAT_ERRORS:
      return "it breaks the rules of the EDF format";
    case EDFLIB_FILE_IS_DISCONTINUOUS:
      return "it is discontinuous (EDF+D), which is not read";
    case EDFLIB_NUMBER_OF_SIGNALS_INVALID:
      return "its number of signals is not usable";
    case EDFLIB_MAXFILES_REACHED:
      return "too many EDF files are open";
    case EDFLIB_FILE_ALREADY_OPENED:
      return "it is open already";
    case EDFLIB_FILE_READ_ERROR:
      return "it cannot be read to its end";
    case EDFLIB_MALLOC_ERROR:
      return "there is not enough memory";
    default:
      return "it cannot be opened";
  }
}

}  // namespace

void EdfFile::Close::operator()(edf_hdr_struct* header) const {
  if (header->handle >= 0) edfclose_file(header->handle);
  delete header;
}

absl::StatusOr<EdfFile> EdfFile::open(const std::filesystem::path& path) {
  if (const auto size = regularFileSize(path); !size.ok()) return size.status();
  Handle header(new edf_hdr_struct{});  // too large for the stack: it has room for 640 signals
  header->handle = -1;
  if (edfopen_file_readonly(path.c_str(), header.get(), EDFLIB_DO_NOT_READ_ANNOTATIONS) == 0)
    return EdfFile(std::move(header));
  header->handle = -1;
  return absl::InvalidArgumentError(concat("The file ", path.filename().string(),
                                           " is refused: ", reasonOf(header->filetype), "."));
}

absl::StatusOr<std::vector<std::int32_t>> EdfFile::readSignal(int signal) const {
  const auto count = static_cast<int>(m_header->signalparam[signal].smp_in_file);
  std::vector<std::int32_t> samples(static_cast<std::size_t>(count));
  if (edfread_digital_samples(m_header->handle, signal, count, samples.data()) == count)
    return samples;
  return absl::DataLossError(concat("The signal \"", m_header->signalparam[signal].label,
                                    "\" ends before the header says so."));
}

}  // namespace vitalwall::sources
