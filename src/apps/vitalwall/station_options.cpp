// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/station_options.h"

#include <QCommandLineParser>
#include <QSysInfo>

#include "apps/vitalwall/option_values.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::station {
namespace {

void declareServer(QCommandLineParser& parser) {
  parser.addOptions({
      {u"server"_s,
       u"The monitor server. May be repeated, or several with commas: all servers of one "
       "installation, any of which will do. Without it the station runs one of its own and "
       "monitors simulated or recorded patients."_s,
       u"HOST:PORT"_s},
      {u"beds"_s, u"How many beds the own server simulates, 1 to 64."_s, u"N"_s, u"16"_s},
      {u"replay"_s, u"Recordings (WFDB, EDF) that the own server plays. May be repeated."_s,
       u"FOLDER"_s},
      {u"patient"_s,
       u"Id (GUID) of a patient to watch. May be repeated. Without it all that the server names."_s,
       u"GUID"_s},
      {u"user"_s, u"Who works here; goes with every acknowledge."_s, u"NAME"_s},
      {u"station"_s, u"Name of this workplace; the machine's name by default."_s, u"NAME"_s},
  });
}

void declareScreen(QCommandLineParser& parser) {
  parser.addOptions({
      {u"theme"_s, u"dark, light or high-contrast."_s, u"NAME"_s, u"dark"_s},
      {u"text-scale"_s, u"Size of all text in percent, 80 to 200."_s, u"PERCENT"_s, u"100"_s},
      {u"size"_s, u"Size of the window, such as 1920x1080; maximised by default."_s, u"WxH"_s},
      {u"open"_s, u"Bed whose detail is open from the start."_s, u"BED"_s},
      {u"screenshot"_s, u"Save a picture of the window to this file, and quit."_s, u"FILE"_s},
      {u"after"_s, u"Seconds after the start at which the picture is taken."_s, u"SECONDS"_s,
       u"5"_s},
      {u"quit-after"_s, u"Quit after so many seconds."_s, u"SECONDS"_s},
      {u"no-sound"_s, u"No alarm sound, for tests and pictures; the screen says so."_s},
      {u"summary"_s, u"Print the ward as text each second, for use without a display."_s},
  });
}

std::vector<std::string> sourcesOf(const QCommandLineParser& parser, int beds) {
  std::vector<std::string> sources;
  for (const auto& folder : parser.values(u"replay"_s))
    sources.push_back("replay:" + folder.toStdString());
  if (sources.empty() || parser.isSet(u"beds"_s)) sources.push_back("sim:" + std::to_string(beds));
  return sources;
}

/// All that --server names, in the order of the command line.
QStringList serversOf(const QCommandLineParser& parser) {
  return parser.values(u"server"_s).join(u',').split(u',', Qt::SkipEmptyParts);
}

absl::Status checkServers(const QCommandLineParser& parser) {
  for (const auto& server : serversOf(parser))
    if (!isServerAddress(server))
      return absl::InvalidArgumentError("\"" + server.toStdString() +
                                        "\" is no server; write --server HOST:PORT.");
  if (parser.isSet(u"server"_s) && serversOf(parser).isEmpty())
    return absl::InvalidArgumentError("--server names none; write --server HOST:PORT.");
  return absl::OkStatus();
}

absl::Status checkCombination(const QCommandLineParser& parser) {
  if (!parser.positionalArguments().isEmpty())
    return absl::InvalidArgumentError("\"" +
                                      parser.positionalArguments().constFirst().toStdString() +
                                      "\" belongs to no option.");
  if (parser.isSet(u"server"_s) && (parser.isSet(u"beds"_s) || parser.isSet(u"replay"_s)))
    return absl::InvalidArgumentError(
        "--beds and --replay are for the station's own server; leave them out with --server.");
  return checkServers(parser);
}

absl::Status readServer(const QCommandLineParser& parser, StationOptions& options) {
  const auto beds = parseCount(u"beds"_s, parser.value(u"beds"_s), 1, 64);
  if (!beds.ok()) return beds.status();
  const auto patients = parsePatients(parser.values(u"patient"_s));
  if (!patients.ok()) return patients.status();
  options.servers = serversOf(parser);
  options.ward.sources = sourcesOf(parser, *beds);
  options.patients = *patients;
  options.user = parser.value(u"user"_s);
  options.station =
      parser.isSet(u"station"_s) ? parser.value(u"station"_s) : QSysInfo::machineHostName();
  return absl::OkStatus();
}

absl::Status readTheme(const QCommandLineParser& parser, StationOptions& options) {
  const auto theme = parseTheme(parser.value(u"theme"_s));
  if (!theme.ok()) return theme.status();
  const auto scale = parseCount(u"text-scale"_s, parser.value(u"text-scale"_s), 80, 200);
  if (!scale.ok()) return scale.status();
  options.theme = *theme;
  options.theme.textScale = *scale / 100.0;
  return absl::OkStatus();
}

absl::Status readScreen(const QCommandLineParser& parser, StationOptions& options) {
  if (parser.isSet(u"size"_s)) {
    const auto size = parseSize(parser.value(u"size"_s));
    if (!size.ok()) return size.status();
    options.size = *size;
  }
  const auto after = parseSeconds(u"after"_s, parser.value(u"after"_s));
  if (!after.ok()) return after.status();
  options.screenshotAfter = *after;
  if (parser.isSet(u"quit-after"_s)) {
    const auto quitAfter = parseSeconds(u"quit-after"_s, parser.value(u"quit-after"_s));
    if (!quitAfter.ok()) return quitAfter.status();
    options.quitAfter = *quitAfter;
  }
  options.screenshot = parser.value(u"screenshot"_s);
  options.openBed = parser.value(u"open"_s);
  options.sound = !parser.isSet(u"no-sound"_s);
  options.summary = parser.isSet(u"summary"_s);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<StationOptions> parseOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      u"The central patient-monitoring station. Not a certified medical device.\n"
      "Exit code: 0 closed by the user, 1 cannot run, 2 wrong usage."_s);
  parser.addHelpOption();
  parser.addVersionOption();
  declareServer(parser);
  declareScreen(parser);
  if (!parser.parse(arguments))
    return absl::InvalidArgumentError(parser.errorText().toStdString() + ".");
  if (parser.isSet(u"help"_s)) parser.showHelp();
  if (parser.isSet(u"version"_s)) parser.showVersion();

  StationOptions options;
  for (const auto& status : {checkCombination(parser), readServer(parser, options),
                             readTheme(parser, options), readScreen(parser, options)})
    if (!status.ok()) return status;
  return options;
}

}  // namespace vitalwall::station
