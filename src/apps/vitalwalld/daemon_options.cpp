// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwalld/daemon_options.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::daemon {
namespace {

/// systemd's state directory, or the user's own.
QString defaultRecordFolder() {
  QString state = qEnvironmentVariable("STATE_DIRECTORY").section(u':', 0, 0);
  if (!state.isEmpty()) return state;
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/vitalwalld"_s;
}

void declare(QCommandLineParser& parser) {
  parser.setApplicationDescription(
      u"The monitor server: measures patients by simulation or from recordings, raises alarms and "
      "streams both to the stations.\n"
      "Exit code: 0 stopped by a signal, 1 cannot run, 2 wrong usage."_s);
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions({
      {u"listen"_s,
       u"Where to listen, on this machine only; port 0 takes a free one. The address is printed "
       "when stations can connect."_s,
       u"HOST:PORT"_s, u"127.0.0.1:50051"_s},
      {u"source"_s, u"Whom to monitor: "_s + QLatin1String(kSourceSyntax) + u". May be repeated."_s,
       u"SOURCE"_s},
      {u"orders"_s, u"Orders of the patients, a JSON file that may change meanwhile."_s, u"FILE"_s},
      {u"data"_s,
       u"Where alarms, acknowledgements, limits and the audit are kept; \"none\" keeps them in "
       u"memory "
       "only."_s,
       u"FOLDER"_s, defaultRecordFolder()},
      {u"alarms"_s,
       u"The unit's alarm rules: limits, delays, priorities (see alarms.toml). Without it the "
       u"usual "
       "factory rules hold."_s,
       u"FILE"_s},
      {u"metrics"_s,
       u"Serve Prometheus metrics by HTTP as /metrics, on this machine only; port 0 takes a free "
       "one, which the log names."_s,
       u"HOST:PORT"_s},
      {u"list-patients"_s,
       u"Print id, bed, name and signals of every patient, tab-separated, and exit."_s},
  });
}

std::vector<std::string> toStdStrings(const QStringList& texts) {
  std::vector<std::string> strings;
  for (const auto& text : texts) strings.push_back(text.toStdString());
  return strings;
}

std::string recordFolderOf(const QCommandLineParser& parser) {
  const QString folder = parser.value(u"data"_s);
  return folder == u"none"_s ? std::string() : folder.toStdString();
}

absl::StatusOr<std::optional<server::ListenAddress>> metricsAddressOf(
    const QCommandLineParser& parser) {
  if (!parser.isSet(u"metrics"_s)) return std::nullopt;
  auto address = server::parseListenAddress(parser.value(u"metrics"_s).toStdString());
  if (!address.ok()) return address.status();
  return *address;
}

absl::StatusOr<alarms::UnitRules> readRules(const QString& path) {
  if (path.isEmpty()) return alarms::factoryRules();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return absl::InvalidArgumentError("The alarm rules in " + path.toStdString() +
                                      " cannot be read: " + file.errorString().toStdString() + ".");
  auto rules = alarms::parseUnitRules(file.readAll().toStdString());
  if (rules.ok()) return rules;
  return absl::InvalidArgumentError(path.toStdString() + ": " +
                                    std::string(rules.status().message()));
}

absl::Status check(const QCommandLineParser& parser) {
  if (!parser.positionalArguments().isEmpty())
    return absl::InvalidArgumentError("\"" +
                                      parser.positionalArguments().constFirst().toStdString() +
                                      "\" belongs to no option.");
  if (!parser.isSet(u"source"_s))
    return absl::InvalidArgumentError(
        "No source is given, so there is nobody to monitor. Write for example --source sim:16");
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<DaemonOptions> parseOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  declare(parser);
  if (!parser.parse(arguments))
    return absl::InvalidArgumentError(parser.errorText().toStdString() + ".");
  if (parser.isSet(u"help"_s)) parser.showHelp();
  if (parser.isSet(u"version"_s)) parser.showVersion();
  if (const auto status = check(parser); !status.ok()) return status;
  auto rules = readRules(parser.value(u"alarms"_s));
  if (!rules.ok()) return rules.status();
  auto metrics = metricsAddressOf(parser);
  if (!metrics.ok()) return metrics.status();
  return DaemonOptions{.listen = parser.value(u"listen"_s).toStdString(),
                       .ward = {.sources = toStdStrings(parser.values(u"source"_s)),
                                .ordersFile = parser.value(u"orders"_s).toStdString()},
                       .recordFolder = recordFolderOf(parser),
                       .rules = std::move(*rules),
                       .metrics = *metrics,
                       .listPatients = parser.isSet(u"list-patients"_s)};
}

}  // namespace vitalwall::daemon
