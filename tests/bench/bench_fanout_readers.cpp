// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <future>
#include <latch>
#include <memory>
#include <optional>
#include <vector>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "bench/bench_dialogue.h"
#include "bench/bench_fanout_roles.h"
#include "bench/bench_fanout_ward.h"
#include "protocol/metadata.h"
#include "protocol/request_codec.h"
#include "stream/outbox.h"
#include "stream/transport.h"

namespace vitalwall::bench {
namespace {

using google::protobuf::internal::WireFormatLite;

/// PatientStatusResponse.updates: field 18, length-delimited.
constexpr std::uint32_t kUpdatesTag =
    WireFormatLite::MakeTag(18, WireFormatLite::WIRETYPE_LENGTH_DELIMITED);

/// The `updates` entries of a message, counted without looking into them.
std::uint64_t countUpdates(std::string_view bytes) {
  google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                               static_cast<int>(bytes.size()));
  std::uint64_t updates = 0;
  while (const auto tag = input.ReadTag()) {
    updates += tag == kUpdatesTag;
    if (!WireFormatLite::SkipField(&input, tag)) break;
  }
  return updates;
}

/// Messages with all that a station watches, after which its subscriptions are behind it.
constexpr int kSettled = 10;

struct Tally {
  explicit Tally(const Shape& shape)
      : unsettled(static_cast<std::ptrdiff_t>(shape.streams)), watched(shape.watched) {}

  std::latch unsettled;  ///< streams
  const std::uint64_t watched;
  std::atomic<std::uint64_t> updates = 0;
};

class CountingObserver final : public stream::StreamObserver {
 public:
  CountingObserver(Tally& tally, std::shared_ptr<stream::Outbox> outbox)
      : m_tally(tally), m_outbox(std::move(outbox)) {}

  /// Whether the stream came about; false after a time-out.
  std::future<bool> connected() { return m_connected.get_future(); }

  void onMetadata(const stream::Metadata&) override { m_connected.set_value(m_isConnected = true); }
  void onMessage(std::string_view bytes) override {
    const auto updates = countUpdates(bytes);
    m_tally.updates += updates;
    if (updates >= m_tally.watched && ++m_wholeMessages == settledAfter())
      m_tally.unsettled.count_down();
  }
  void onWritten(bool ok) override { m_outbox->onWritten(ok); }
  void onDone(const absl::Status& status) override {
    if (!m_isConnected) return m_connected.set_value(false);
    if (!status.ok()) std::cerr << "A stream ended: " << status.ToString() << "\n";
  }

 private:
  /// An idle stream only hears heartbeats.
  int settledAfter() const { return m_tally.watched > 0 ? kSettled : 1; }

  Tally& m_tally;
  const std::shared_ptr<stream::Outbox> m_outbox;
  int m_wholeMessages = 0;
  bool m_isConnected = false;
  std::promise<bool> m_connected;
};

struct Station {
  std::shared_ptr<stream::Transport> transport;
  std::shared_ptr<stream::Outbox> outbox = std::make_shared<stream::Outbox>();
};

/// Nothing when a busy machine let the connection time out.
std::optional<Station> openStation(int port, Tally& tally) {
  Station station{stream::makeGrpcTransport("127.0.0.1:" + std::to_string(port))};
  const stream::Metadata metadata = {
      {std::string(protocol::kExtensionKey), std::string(protocol::kExtensionVersion)}};
  const auto call =
      station.transport->openStream(std::string(protocol::kMonitorPatientsPath), metadata);
  const auto observer = std::make_shared<CountingObserver>(tally, station.outbox);
  auto connected = observer->connected();
  call->start(observer);
  station.outbox->attach(call);
  if (!connected.get()) return std::nullopt;
  return station;
}

void subscribe(stream::Outbox& outbox, PatientId patient) {
  const Command command{CommandId::random(), Subscribe{patient, std::nullopt}};
  if (!outbox.push(protocol::encodeRequest(command)))
    std::cerr << "A subscription was not taken.\n";
}

}  // namespace

int readMonitor(int port, const Shape& shape) {
  const auto patients = FanoutWard(shape.patients()).patients();
  Tally tally(shape);
  std::vector<Station> stations;
  while (stations.size() < shape.streams) {
    auto station = openStation(port, tally);
    if (!station) continue;
    for (std::size_t bed = 0; bed < patients.size(); ++bed)
      if (shape.watches(stations.size(), bed)) subscribe(*station->outbox, patients[bed].id);
    stations.push_back(std::move(*station));
  }
  tally.unsettled.wait();
  say("ready");
  answerQuestions([&] { return tally.updates.load(); });
  // The observers refer to the tally: let the process end without taking the stations apart.
  std::_Exit(0);
}

}  // namespace vitalwall::bench
