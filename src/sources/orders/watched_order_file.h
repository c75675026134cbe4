// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/source.h"
#include "sources/orders/order_json.h"
#include "sources/orders/settled_file.h"

namespace vitalwall::sources {

/// Orders from a JSON file (see order_json.h) that people or programs edit while we run. Has no
/// patients of its own: it is advanced beside the source of the patients it names.
/// Looks at the file at most twice a second and gives each new or changed order once. An order
/// ends by its status, never by being left out; a file that cannot be understood changes nothing
/// and is told of by onNotice(). Not thread-safe; one owner advances it.
class WatchedOrderFile final : public Source {
 public:
  /// `patients` are those of the ward, for finding whom an order is for.
  WatchedOrderFile(std::filesystem::path path, const std::vector<Patient>& patients);

  std::string_view name() const override { return "order file"; }
  const std::vector<Patient>& patients() const override { return m_noPatients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

 private:
  void take(const std::string& text, WallTime wallNow, SourceSink& sink);
  void takeOrder(const StatedOrder& stated, WallTime wallNow, SourceSink& sink);
  void tell(const std::string& sentence, SourceSink& sink) const;

  SettledFile m_file;
  PatientDirectory m_directory;
  std::map<OrderId, StatedOrder> m_known;
  std::optional<SteadyTime> m_lastLook;
  std::vector<Patient> m_noPatients;
};

}  // namespace vitalwall::sources
