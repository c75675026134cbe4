// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/source.h"

namespace vitalwall {

/// What a ward is made of, as written on a command line.
struct WardSpec {
  std::vector<std::string> sources;  ///< "sim:16:seed=7", "replay:FOLDER"
  std::string ordersFile;            ///< JSON, watched for changes; empty for none
};

/// How a source is written, for help texts and errors.
inline constexpr const char* kSourceSyntax =
    "sim:N[:seed=S][:events=on|off][:scenario=NAME@SECONDS[/BED]] or replay:FOLDER";

/// The opened sources of a ward.
struct WardSources {
  std::vector<std::unique_ptr<Source>> sources;
  std::vector<std::string> notices;  ///< a sentence for each recording that cannot be played
};

/// Opens every source of `spec`, with orders for simulated patients. InvalidArgument for what is no
/// source, other errors with the sentence of the source that cannot be opened.
absl::StatusOr<WardSources> openWard(const WardSpec& spec);

}  // namespace vitalwall
