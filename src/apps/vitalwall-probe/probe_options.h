// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <absl/status/statusor.h>

#include "apps/vitalwall-probe/load_options.h"
#include "domain/command.h"
#include "protocol/plain_encoder.h"

namespace vitalwall::probe {

/// Which open alerts of a stream are acknowledged.
enum class Acknowledging { None, First, All };

/// What the probe was asked to do on its command line.
struct ProbeOptions {
  std::string target;                           ///< HOST:PORT
  std::vector<PatientId> patients;              ///< empty: all of the directory
  std::size_t streams = 1;                      ///< that are open at the same time
  std::chrono::seconds duration{10};            ///< then half-close
  std::optional<std::uint64_t> halfCloseAfter;  ///< messages of a stream
  Acknowledging acknowledging = Acknowledging::None;
  std::string note;                   ///< of every acknowledgement
  std::vector<CommandBody> commands;  ///< given on every stream after it subscribed
  bool plain = false;                 ///< speak the base contract only
  protocol::JsonStyle style = protocol::JsonStyle::Camel;
  std::string user = "probe";       ///< who acknowledges
  bool quiet = false;               ///< the summary only
  std::optional<LoadOptions> load;  ///< play many stations instead
};

/// Reads the command line; `arguments` starts with the program's name. InvalidArgument with a
/// sentence for the user if it makes no sense. `--help` and `--version` print and end the program.
absl::StatusOr<ProbeOptions> parseOptions(const QStringList& arguments);

}  // namespace vitalwall::probe
