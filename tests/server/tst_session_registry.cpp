// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session_registry.h"

#include <QTest>

#include "server/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;

class TestSessionRegistry : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Shutdown while requests, writes and reads are under way: every stream ends once.
  void finishesEverything() {
    WardBench ward({kAda});
    SessionRegistry registry;
    std::vector<std::unique_ptr<StationBench>> stations;
    for (int i = 0; i < 20; ++i) {
      stations.push_back(std::make_unique<StationBench>(ward, Dialect::Extended));
      registry.add(stations.back()->session);
      if (i % 2 == 0) QVERIFY(stations.back()->send(Subscribe{kAda.id, {}}));
      if (i % 3 == 0 && stations.back()->stream->takeRead())
        stations.back()->session->onMessage(protocol::encodeRequest({{}, Unsubscribe{kAda.id}}));
    }
    registry.finishAll(absl::UnavailableError("the server is shutting down"));
    ward.executor.runAll();
    for (const auto& station : stations) {
      QVERIFY(absl::IsUnavailable(*station->stream->finished()));
      if (station->stream->takeWrite()) station->session->onWritten(false);
      station->session->onCancelled();
      QVERIFY(station->stream->breaches().empty());
    }
  }

  void lateStreamEndsAtOnce() {
    WardBench ward({kAda});
    SessionRegistry registry;
    registry.finishAll(absl::UnavailableError("the server is shutting down"));
    StationBench late(ward, Dialect::Extended);
    registry.add(late.session);
    QVERIFY(absl::IsUnavailable(*late.stream->finished()));
  }

  void letsGoOfWhatIsDone() {
    WardBench ward({kAda});
    SessionRegistry registry;
    StationBench station(ward, Dialect::Extended);
    registry.add(station.session);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.session->finish(absl::OkStatus());
    registry.endTick();
    QCOMPARE(registry.size(), 1U);
    station.session->onDone();
    registry.endTick();
    QCOMPARE(registry.size(), 0U);
    QVERIFY(station.session->isDetached());
  }
};

QTEST_APPLESS_MAIN(TestSessionRegistry)
#include "tst_session_registry.moc"
