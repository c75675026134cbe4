// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <future>
#include <iostream>

#include "apps/vitalwall-probe/load_run.h"
#include "apps/vitalwall-probe/probe_run.h"
#include "protocol/directory_codec.h"
#include "protocol/metadata.h"
#include "protocol/wire_complaints.h"

namespace {

using namespace vitalwall;
using probe::ProbeOptions;
using probe::Verdict;

constexpr std::chrono::seconds kDirectoryDeadline{5};

absl::StatusOr<std::vector<Patient>> askDirectory(stream::Transport& transport) {
  std::promise<absl::StatusOr<std::string>> answer;
  transport.callUnary(
      std::string(protocol::kListPatientsPath), std::string(), kDirectoryDeadline,
      [&](absl::StatusOr<std::string> bytes) { answer.set_value(std::move(bytes)); });
  const auto bytes = answer.get_future().get();
  if (!bytes.ok()) return bytes.status();
  return protocol::decodeDirectory(*bytes);
}

/// The patients that were named, or all of the directory.
absl::StatusOr<std::vector<PatientId>> patientsFor(const ProbeOptions& options,
                                                   stream::Transport& transport) {
  if (!options.patients.empty()) return options.patients;
  const auto directory = askDirectory(transport);
  if (!directory.ok()) return directory.status();
  std::vector<PatientId> patients;
  for (const auto& patient : *directory) patients.push_back(patient.id);
  return patients;
}

int fail(Verdict verdict, const std::string& sentence) {
  std::cerr << sentence << "\n";
  return static_cast<int>(verdict);
}

}  // namespace

int main(int argc, char* argv[]) {
  protocol::countWireComplaints();
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("vitalwall-probe"));
  QCoreApplication::setApplicationVersion(QStringLiteral(VITALWALL_VERSION));
  const auto options = probe::parseOptions(QCoreApplication::arguments());
  if (!options.ok())
    return fail(Verdict::Usage, std::string(options.status().message()) + " See --help.");

  const auto transport = stream::makeGrpcTransport(options->target);
  const auto patients = patientsFor(*options, *transport);
  if (!patients.ok())
    return fail(Verdict::NoConnection,
                "The directory of " + options->target +
                    " cannot be read; name patients with --patient, or start the server: " +
                    patients.status().ToString());

  if (options->load) return static_cast<int>(probe::LoadRun(*options, *patients, std::cout).run());
  const SystemClock clock;
  probe::EventPrinter printer(std::cout, options->quiet);
  probe::ProbeRun run(*patients,
                      {*options, clock, *transport, std::make_shared<probe::Inbox>(), printer});
  return static_cast<int>(run.run());
}
