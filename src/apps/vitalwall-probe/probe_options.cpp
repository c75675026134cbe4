// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/probe_options.h"

#include <QCommandLineParser>

#include "apps/vitalwall-probe/probe_commands.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::probe {
namespace {

void declare(QCommandLineParser& parser) {
  parser.setApplicationDescription(
      u"Watches patients on a monitor server and checks that it keeps the wire contract.\n"
      "Exit code: 0 kept, 1 broken, 2 wrong usage, 3 no connection or ended early."_s);
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(u"server"_s, u"Where the server listens."_s, u"HOST:PORT"_s);
  parser.addOptions({
      {u"patient"_s,
       u"A patient to watch; may be repeated. \"all\" (default) asks the server's "
       "directory."_s,
       u"GUID|all"_s},
      {u"streams"_s, u"Streams to open at the same time (default 1)."_s, u"N"_s, u"1"_s},
      {u"seconds"_s, u"How long to watch before half-close (default 10)."_s, u"S"_s, u"10"_s},
      {u"count"_s, u"Half-close a stream after N messages."_s, u"N"_s},
      {u"acknowledge"_s, u"Acknowledge the first open alert of a stream, or every one."_s,
       u"first|all"_s},
      {u"note"_s, u"What every acknowledgement has to say."_s, u"TEXT"_s},
      {u"pause-audio"_s, u"Pause the sound of a patient for two minutes; may be repeated."_s,
       u"GUID"_s},
      {u"set-limits"_s,
       u"Set the limits of a parameter, by its label or 11073 code; a limit left "
       "empty never alarms. May be repeated."_s,
       u"GUID,PARAMETER,LOW,HIGH"_s},
      {u"plain"_s, u"Speak the base contract only."_s},
      {u"json-style"_s, u"Member names asked of the server in plain mode."_s, u"camel|pascal"_s,
       u"camel"_s},
      {u"user"_s, u"Who acknowledges (default \"probe\")."_s, u"NAME"_s, u"probe"_s},
      {u"quiet"_s, u"Print the summary only."_s},
      {u"load"_s, u"Play N stations with the product's own client instead of checking one."_s,
       u"N"_s},
      {u"beds"_s, u"With --load: how many beds each of them watches (default 64)."_s, u"M"_s,
       u"64"_s},
  });
}

absl::Status readPatients(const QStringList& texts, std::vector<PatientId>& patients) {
  for (const auto& text : texts) {
    if (text == "all"_L1) continue;
    const auto patient = PatientId::parse(text.toStdString());
    if (!patient)
      return absl::InvalidArgumentError("\"" + text.toStdString() +
                                        "\" is no patient id: give a GUID, or all.");
    patients.push_back(*patient);
  }
  return absl::OkStatus();
}

/// The positive number given for option `name`.
absl::StatusOr<std::uint64_t> numberOf(const QCommandLineParser& parser, const QString& name) {
  bool isNumber = false;
  const auto number = parser.value(name).toULongLong(&isNumber);
  if (isNumber && number > 0) return number;
  return absl::InvalidArgumentError("--" + name.toStdString() + " needs a number above 0.");
}

absl::Status readNumbers(const QCommandLineParser& parser, ProbeOptions& options) {
  const auto streams = numberOf(parser, u"streams"_s);
  if (!streams.ok()) return streams.status();
  options.streams = *streams;
  const auto duration = numberOf(parser, u"seconds"_s);
  if (!duration.ok()) return duration.status();
  options.duration = std::chrono::seconds(*duration);
  if (!parser.isSet(u"count"_s)) return absl::OkStatus();
  const auto messages = numberOf(parser, u"count"_s);
  if (messages.ok()) options.halfCloseAfter = *messages;
  return messages.status();
}

absl::Status readLoad(const QCommandLineParser& parser, ProbeOptions& options) {
  LoadOptions load;
  for (const auto& [name, number] :
       {std::pair(u"load"_s, &load.stations), {u"beds"_s, &load.beds}}) {
    if (!parser.isSet(name)) continue;
    if (!parser.isSet(u"load"_s))
      return absl::InvalidArgumentError("--" + name.toStdString() + " needs --load.");
    const auto given = numberOf(parser, name);
    if (!given.ok()) return given.status();
    *number = *given;
  }
  if (!parser.isSet(u"load"_s)) return absl::OkStatus();
  options.load = load;
  if (!options.plain) return absl::OkStatus();
  return absl::InvalidArgumentError("--load plays stations of this product: leave out --plain.");
}

absl::Status readAcknowledging(const QCommandLineParser& parser, ProbeOptions& options) {
  options.note = parser.value(u"note"_s).toStdString();
  if (!parser.isSet(u"acknowledge"_s)) return absl::OkStatus();
  const auto which = parser.value(u"acknowledge"_s);
  if (which != "first"_L1 && which != "all"_L1)
    return absl::InvalidArgumentError("--acknowledge is first or all.");
  options.acknowledging = which == "all"_L1 ? Acknowledging::All : Acknowledging::First;
  return absl::OkStatus();
}

using CommandReader = absl::StatusOr<CommandBody> (*)(std::string_view);

absl::Status readCommands(const QCommandLineParser& parser, const QString& name,
                          CommandReader reader, ProbeOptions& options) {
  for (const auto& text : parser.values(name)) {
    auto command = reader(text.toStdString());
    if (!command.ok()) return command.status();
    options.commands.push_back(*std::move(command));
  }
  if (options.commands.empty() || !options.plain) return absl::OkStatus();
  return absl::InvalidArgumentError("--" + name.toStdString() +
                                    " needs the extension: leave out --plain.");
}

absl::Status readWords(const QCommandLineParser& parser, ProbeOptions& options) {
  const auto style = parser.value(u"json-style"_s);
  if (style != "camel"_L1 && style != "pascal"_L1)
    return absl::InvalidArgumentError("--json-style is camel or pascal.");
  if (style == "pascal"_L1) options.style = protocol::JsonStyle::Pascal;
  options.plain = parser.isSet(u"plain"_s);
  options.quiet = parser.isSet(u"quiet"_s);
  options.user = parser.value(u"user"_s).toStdString();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<ProbeOptions> parseOptions(const QStringList& arguments) {
  QCommandLineParser parser;
  declare(parser);
  if (!parser.parse(arguments)) return absl::InvalidArgumentError(parser.errorText().toStdString());
  if (parser.isSet(u"help"_s)) parser.showHelp();
  if (parser.isSet(u"version"_s)) parser.showVersion();
  if (parser.positionalArguments().size() != 1)
    return absl::InvalidArgumentError("Say where the server is, as HOST:PORT.");
  ProbeOptions options;
  options.target = parser.positionalArguments().constFirst().toStdString();
  auto status = readPatients(parser.values(u"patient"_s), options.patients);
  status.Update(readNumbers(parser, options));
  status.Update(readWords(parser, options));
  status.Update(readLoad(parser, options));
  status.Update(readAcknowledging(parser, options));
  status.Update(readCommands(parser, u"pause-audio"_s, pauseAudioFrom, options));
  status.Update(readCommands(parser, u"set-limits"_s, setLimitsFrom, options));
  if (!status.ok()) return status;
  return options;
}

}  // namespace vitalwall::probe
