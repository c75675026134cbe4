// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/probe_stream.h"

#include "apps/vitalwall-probe/alert_payload.h"
#include "protocol/metadata.h"
#include "protocol/percent_text.h"
#include "protocol/request_codec.h"

namespace vitalwall::probe {
namespace {

/// Hands over to the probe's thread and keeps the outbox going; knows nothing else.
class Ear final : public stream::StreamObserver {
 public:
  Ear(std::size_t number, std::shared_ptr<Inbox> inbox, std::shared_ptr<stream::Outbox> outbox)
      : m_number(number), m_inbox(std::move(inbox)), m_outbox(std::move(outbox)) {}

  void onMetadata(const stream::Metadata& metadata) override {
    tell(Connected{metadata.contains(std::string(protocol::kExtensionKey))});
  }
  void onMessage(std::string_view bytes) override { tell(Received{std::string(bytes)}); }
  void onWritten(bool ok) override { m_outbox->onWritten(ok); }
  void onDone(const absl::Status& status) override { tell(Ended{status}); }

 private:
  template <typename What>
  void tell(What what) {
    m_inbox->put({m_number, SystemClock().now(), std::move(what)});
  }

  const std::size_t m_number;
  const std::shared_ptr<Inbox> m_inbox;
  const std::shared_ptr<stream::Outbox> m_outbox;
};

stream::Metadata metadataFor(const ProbeOptions& options) {
  stream::Metadata metadata;
  const auto add = [&](std::string_view key, std::string_view value) {
    metadata.emplace(std::string(key), std::string(value));
  };
  if (!options.plain) add(protocol::kExtensionKey, protocol::kExtensionVersion);
  if (options.style == protocol::JsonStyle::Pascal)
    add(protocol::kJsonStyleKey, protocol::kPascalStyle);
  add(protocol::kUserKey, protocol::encodePercent(options.user));
  add(protocol::kStationKey, "probe");
  return metadata;
}

}  // namespace

ProbeStream::ProbeStream(std::size_t number, std::vector<PatientId> patients, Surroundings around)
    : m_patients(std::move(patients)),
      m_around(std::move(around)),
      m_checker(m_around.options.style),
      m_stream(m_around.transport.openStream(std::string(protocol::kMonitorPatientsPath),
                                             metadataFor(m_around.options))) {
  m_stream->start(std::make_shared<Ear>(number, m_around.inbox, m_outbox));
  m_outbox->attach(m_stream);
  if (m_around.options.plain)
    subscribeAll();
  else
    m_checker.extended().onOpened(m_around.clock.now());
}

void ProbeStream::handle(const Arrival& arrival) {
  std::visit([&](const auto& what) { on(what, arrival.at); }, arrival.what);
}

void ProbeStream::on(const Connected& connected, Moment at) {
  if (m_around.options.plain) return;
  m_isExtended = connected.isExtended;
  m_checker.extended().onMetadata(m_isExtended, at);
  if (m_isExtended)
    greet();
  else
    halfClose();
}

void ProbeStream::on(const Received& received, Moment at) {
  ++m_messages;
  if (m_around.options.plain)
    readPlain(received.bytes, at);
  else
    readExtended(received.bytes, at);
  if (m_messages == m_around.options.halfCloseAfter) halfClose();
}

void ProbeStream::on(const Ended& ended, Moment at) {
  m_checker.onEnded(ended.status, at.steady);
  m_end = ended.status;
  m_outbox->detach();
}

void ProbeStream::readPlain(const std::string& bytes, Moment at) {
  const auto message = parsePlainMessage(bytes);
  if (!message) return m_checker.onUnreadable();
  m_checker.plain().onMessage(*message, at);
  m_around.printer.print(*message);
  const auto alert = alertIdOf(*message);
  if (alert && message->statusType == "alert_triggered") acknowledge(*alert);
}

void ProbeStream::readExtended(const std::string& bytes, Moment at) {
  const auto message = protocol::decodeResponse(bytes, at.wall);
  if (!message.ok()) return m_checker.onUnreadable();
  m_checker.extended().onMessage(*message, at);
  for (const auto& event : message->events) {
    m_around.printer.print(event, at.wall);
    const auto* alert = std::get_if<Alert>(&event);
    if (alert && alert->needsAttention()) acknowledge(alert->id);
  }
}

void ProbeStream::greet() {
  send(Hello{"probe", "vitalwall-probe"});
  subscribeAll();
  send(SetView{true, m_patients});
  giveCommands();
}

void ProbeStream::subscribeAll() {
  for (const auto& patient : m_patients) {
    const auto now = m_around.clock.now();
    if (m_around.options.plain)
      m_checker.plain().onSubscribed(patient, now);
    else
      m_checker.extended().onSubscribed(patient, now);
    send(Subscribe{patient, std::nullopt});
  }
}

bool ProbeStream::wantsAcknowledged(AlertId alert) const {
  const auto which = m_around.options.acknowledging;
  if (which == Acknowledging::None || m_halfClosed) return false;
  return which == Acknowledging::All ? !m_acknowledged.contains(alert) : m_acknowledged.empty();
}

void ProbeStream::giveCommands() {
  for (const auto& body : m_around.options.commands)
    m_checker.extended().onCommandSent(send(body), m_around.clock.now());
}

void ProbeStream::acknowledge(AlertId alert) {
  if (!wantsAcknowledged(alert)) return;
  m_acknowledged.insert(alert);
  const auto command = send(Acknowledge{alert, m_around.options.note});
  const auto now = m_around.clock.now();
  if (m_around.options.plain)
    m_checker.plain().onAcknowledgeSent(alert, now);
  else
    m_checker.extended().onCommandSent(command, now);
}

void ProbeStream::onSecond() {
  if (m_isExtended && !m_halfClosed && !hasEnded()) send(Heartbeat{m_around.clock.wallNow()});
}

void ProbeStream::halfClose() {
  if (m_halfClosed || hasEnded()) return;
  m_halfClosed = true;
  m_checker.onHalfClosed(m_around.clock.steadyNow());
  m_outbox->drainAndClose();
}

CommandId ProbeStream::send(CommandBody body) {
  const Command command{CommandId::random(), std::move(body)};
  // A refused push means that the stream is ending, which its own happening will tell.
  static_cast<void>(m_outbox->push(protocol::encodeRequest(command)));
  return command.id;
}

}  // namespace vitalwall::probe
