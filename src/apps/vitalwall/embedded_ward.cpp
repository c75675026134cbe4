// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/embedded_ward.h"

#include <QLoggingCategory>

#include "storage/alarm_record.h"

namespace vitalwall::station {
namespace {

Q_LOGGING_CATEGORY(serverLog, "vitalwall.server")

void logLine(std::string_view line) {
  qCDebug(serverLog).noquote() << QString::fromUtf8(line.data(),
                                                    static_cast<qsizetype>(line.size()));
}

}  // namespace

EmbeddedWard::EmbeddedWard(std::unique_ptr<server::MonitorServer> server, QString address,
                           std::vector<std::string> notices)
    : m_server(std::move(server)), m_address(std::move(address)), m_notices(std::move(notices)) {}

absl::StatusOr<std::unique_ptr<EmbeddedWard>> EmbeddedWard::start(const WardSpec& spec,
                                                                  const Clock& clock) {
  auto ward = openWard(spec);
  if (!ward.ok()) return ward.status();
  server::MonitorServerOptions options;
  options.log = logLine;
  // A ward that lives as long as the program needs no record that lives longer.
  options.record = storage::openMemoryRecord;
  auto server =
      std::make_unique<server::MonitorServer>(std::move(options), std::move(ward->sources), clock);
  const auto address = server->start();
  if (!address.ok()) return address.status();
  return std::unique_ptr<EmbeddedWard>(new EmbeddedWard(
      std::move(server), QString::fromStdString(*address), std::move(ward->notices)));
}

}  // namespace vitalwall::station
