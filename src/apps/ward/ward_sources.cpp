// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/ward/ward_sources.h"

#include <string_view>
#include <utility>

#include "server/directory.h"
#include "sources/orders/simulated_orders.h"
#include "sources/orders/watched_order_file.h"
#include "sources/simulator/simulated_ward.h"

namespace vitalwall {
namespace {

using Sources = std::vector<std::unique_ptr<Source>>;

absl::Status addSimulator(const std::string& text, Sources& sources) {
  const auto spec = sources::SimulatorSpec::parse(text);
  if (!spec.ok()) return spec.status();
  auto ward = std::make_unique<sources::SimulatedWard>(*spec);
  auto orders = std::make_unique<sources::SimulatedOrders>(ward->patients(), spec->seed);
  sources.push_back(std::move(ward));
  sources.push_back(std::move(orders));
  return absl::OkStatus();
}

absl::Status addSource(const std::string& text, Sources& sources) {
  const std::string_view kind = std::string_view(text).substr(0, text.find(':'));
  if (kind == "sim") return addSimulator(text, sources);
  return absl::InvalidArgumentError("\"" + text + "\" is no source; write " + kSourceSyntax);
}

absl::Status addOrderFile(const std::string& path, Sources& sources) {
  // The file names beds as the wall shows them, so the ward must be complete.
  const auto directory = server::makeDirectory(sources);
  if (!directory.ok()) return directory.status();
  sources.push_back(std::make_unique<sources::WatchedOrderFile>(path, *directory));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Sources> openWard(const WardSpec& spec) {
  Sources sources;
  for (const auto& text : spec.sources)
    if (const auto status = addSource(text, sources); !status.ok()) return status;
  if (!spec.ordersFile.empty())
    if (const auto status = addOrderFile(spec.ordersFile, sources); !status.ok()) return status;
  return sources;
}

}  // namespace vitalwall
