// SPDX-License-Identifier: GPL-3.0-or-later
#include <future>
#include <mutex>
#include <set>
#include <sstream>

#include "apps/vitalwall-probe/alert_payload.h"
#include "apps/vitalwall-probe/plain_message.h"
#include "bench/bench_alarm_latency_roles.h"
#include "bench/bench_dialogue.h"
#include "protocol/metadata.h"
#include "protocol/request_codec.h"
#include "stream/outbox.h"
#include "stream/transport.h"

namespace vitalwall::bench {
namespace {

/// Says what it was waiting for. Listens in the library's threads.
class Listener final : public stream::StreamObserver {
 public:
  Listener(std::size_t patients, std::shared_ptr<stream::Outbox> outbox)
      : m_unheard(patients), m_outbox(std::move(outbox)) {}

  /// Says "heard" when `user` has acknowledged. Any thread.
  void await(AlertId alert, const std::string& user) {
    const std::lock_guard lock(m_mutex);
    m_alert = alert;
    m_user = user;
  }

  void onMetadata(const stream::Metadata&) override {}
  void onMessage(std::string_view bytes) override {
    const auto moment = momentNow();
    const auto message = probe::parsePlainMessage(bytes);
    if (!message) return;
    noteHeard(message->patientId);
    if (message->statusType == "alert_acknowledged") judge(*message, moment);
  }
  void onWritten(bool ok) override { m_outbox->onWritten(ok); }
  void onDone(const absl::Status& status) override {
    if (!status.ok()) std::cerr << "The base client's stream: " << status.ToString() << "\n";
    m_done.set_value();
  }

  /// Waits for the end of the stream.
  void awaitEnd() { m_done.get_future().wait(); }

 private:
  void noteHeard(const std::string& patient) {
    if (m_heard.size() < m_unheard && m_heard.insert(patient).second && m_heard.size() == m_unheard)
      say("ready");
  }

  void judge(const probe::PlainMessage& message, std::int64_t moment) {
    const std::lock_guard lock(m_mutex);
    if (!m_alert || probe::alertIdOf(message) != m_alert) return;
    if (probe::acknowledgedBy(message) != m_user) return;
    m_alert.reset();
    say("heard ", moment);
  }

  const std::size_t m_unheard;
  const std::shared_ptr<stream::Outbox> m_outbox;
  std::promise<void> m_done;
  std::set<std::string> m_heard;  ///< patients
  std::mutex m_mutex;             ///< of what follows
  std::optional<AlertId> m_alert;
  std::string m_user;
};

void subscribe(stream::Outbox& outbox, const QString& patient) {
  const auto id = PatientId::parse(patient.toStdString()).value();
  if (!outbox.push(protocol::encodeRequest({CommandId(), Subscribe{id, std::nullopt}})))
    std::cerr << "A subscription was not taken.\n";
}

}  // namespace

int runBaseClient(const QStringList& words) {
  const auto patients = words.mid(1);
  const auto transport = stream::makeGrpcTransport(words.at(0).toStdString());
  const auto outbox = std::make_shared<stream::Outbox>();
  const auto listener =
      std::make_shared<Listener>(static_cast<std::size_t>(patients.size()), outbox);
  const auto call = transport->openStream(std::string(protocol::kMonitorPatientsPath), {});
  call->start(listener);
  outbox->attach(call);
  for (const auto& patient : patients) subscribe(*outbox, patient);
  answerLines([&listener](const std::string& line) {
    std::istringstream lineWords(line);
    std::string act;
    std::string alert;
    std::string user;
    lineWords >> act >> alert >> user;
    listener->await(AlertId::parse(alert).value(), user);
    return "listening";
  });
  outbox->drainAndClose();
  listener->awaitEnd();
  return 0;
}

}  // namespace vitalwall::bench
