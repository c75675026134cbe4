// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/ward/ward_sources.h"

#include <filesystem>
#include <string_view>
#include <utility>

#include "server/directory.h"
#include "sources/orders/simulated_orders.h"
#include "sources/orders/watched_order_file.h"
#include "sources/recordings/replay_folder.h"
#include "sources/simulator/simulated_ward.h"

namespace vitalwall {
namespace {

constexpr std::string_view kReplayPrefix = "replay:";

absl::Status addSimulator(const std::string& text, WardSources& ward) {
  const auto spec = sources::SimulatorSpec::parse(text);
  if (!spec.ok()) return spec.status();
  auto patients = std::make_unique<sources::SimulatedWard>(*spec);
  auto orders = std::make_unique<sources::SimulatedOrders>(patients->patients(), spec->seed);
  ward.sources.push_back(std::move(patients));
  ward.sources.push_back(std::move(orders));
  return absl::OkStatus();
}

std::string nameOf(const std::filesystem::path& folder) {
  // Also of "ward/", whose file name is empty.
  return "recordings in " + (folder / "").parent_path().filename().string();
}

absl::Status addReplay(const std::string& path, WardSources& ward) {
  auto folder = sources::openReplayFolder(path);
  if (!folder.ok()) return folder.status();
  for (const auto& refused : folder->refused)
    ward.notices.push_back(refused.path +
                           " cannot be played: " + std::string(refused.reason.message()));
  ward.sources.push_back(
      std::make_unique<sources::ReplaySource>(std::move(folder->recordings), nameOf(path)));
  return absl::OkStatus();
}

absl::Status addSource(const std::string& text, WardSources& ward) {
  if (text == "sim" || text.starts_with("sim:")) return addSimulator(text, ward);
  if (text.starts_with(kReplayPrefix)) return addReplay(text.substr(kReplayPrefix.size()), ward);
  return absl::InvalidArgumentError("\"" + text + "\" is no source; write " + kSourceSyntax);
}

absl::Status addOrderFile(const std::string& path, WardSources& ward) {
  // The file names beds as the wall shows them, so the ward must be complete.
  const auto directory = server::makeDirectory(ward.sources);
  if (!directory.ok()) return directory.status();
  ward.sources.push_back(std::make_unique<sources::WatchedOrderFile>(path, *directory));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<WardSources> openWard(const WardSpec& spec) {
  WardSources ward;
  for (const auto& text : spec.sources)
    if (const auto status = addSource(text, ward); !status.ok()) return status;
  if (!spec.ordersFile.empty())
    if (const auto status = addOrderFile(spec.ordersFile, ward); !status.ok()) return status;
  return ward;
}

}  // namespace vitalwall
