// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/batch_composer.h"

#include <QTest>
#include <algorithm>

#include "protocol/response_decoder.h"

using namespace vitalwall;
using namespace vitalwall::server;

namespace {

const PatientId kAda = PatientId::fromName("Ada");
const PatientId kBob = PatientId::fromName("Bob");
const PatientId kCid = PatientId::fromName("Cid");

Selection select(std::vector<PatientId> vitals, std::vector<PatientId> waves = {}) {
  for (auto* patients : {&vitals, &waves}) std::sort(patients->begin(), patients->end());
  return {std::move(vitals), std::move(waves)};
}

VitalsPublication vitalsOf(PatientId patient, double heartRate) {
  return std::make_shared<const Publication<Vitals>>(Vitals{
      patient, {}, {{mdc::kHeartRate, Unit::BeatPerMinute, heartRate, Validity::Valid, {}}}});
}

std::vector<WaveBlock> wavesOf(PatientId patient, std::uint64_t firstSample) {
  return {{patient, 0, firstSample, {}, {1, 2, 3}}};
}

/// Sorted, since the order of patients says nothing.
QString describe(const SharedBytes& batch) {
  if (!batch) return QStringLiteral("nothing");
  const auto decoded = protocol::decodeResponse(*batch, {});
  if (!decoded.ok()) return QStringLiteral("undecodable");
  QStringList words;
  for (const auto& event : decoded->events) {
    if (const auto* vitals = std::get_if<Vitals>(&event))
      words += QStringLiteral("HR%1").arg(vitals->numerics[0].value.value());
    if (const auto* block = std::get_if<WaveBlock>(&event))
      words += QStringLiteral("wave%1").arg(block->firstSample);
  }
  words.sort();
  return words.join(QLatin1Char(' '));
}

/// The vitals and waves of three patients in one tick.
BatchComposer aTick() {
  BatchComposer tick;
  tick.begin();
  tick.add(vitalsOf(kCid, 62));
  tick.add(vitalsOf(kAda, 60));
  tick.add(vitalsOf(kBob, 61));
  tick.add(kBob, wavesOf(kBob, 11));
  tick.add(kAda, wavesOf(kAda, 10));
  tick.close();
  return tick;
}

}  // namespace

class TestBatchComposer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsWhatIsSelected_data() {
    QTest::addColumn<Selection>("selection");
    QTest::addColumn<QString>("told");
    QTest::newRow("nobody") << select({}) << QStringLiteral("nothing");
    QTest::newRow("one") << select({kBob}) << QStringLiteral("HR61");
    QTest::newRow("two") << select({kAda, kCid}) << QStringLiteral("HR60 HR62");
    QTest::newRow("one with waves") << select({kAda}, {kAda}) << QStringLiteral("HR60 wave10");
    QTest::newRow("waves of one of them")
        << select({kAda, kBob, kCid}, {kBob}) << QStringLiteral("HR60 HR61 HR62 wave11");
    QTest::newRow("no waves given") << select({kCid}, {kCid}) << QStringLiteral("HR62");
    QTest::newRow("unknown") << select({PatientId::fromName("Eve")}) << QStringLiteral("nothing");
  }

  void tellsWhatIsSelected() {
    QFETCH(Selection, selection);
    auto tick = aTick();
    QTEST(describe(tick.batchFor(tick.share(selection))), "told");
  }

  void partsAreTheSameAsTheBatch() {
    auto tick = aTick();
    const auto selection = tick.share(select({kAda, kBob}, {kBob}));
    const auto parts = tick.partsFor(*selection);
    std::string joined;
    for (const auto& message : parts.vitals) joined += *message.bytes;
    for (const auto& waves : parts.waves) joined += *waves;
    QCOMPARE(joined, *tick.batchFor(selection));
    QVERIFY(parts.urgent.empty() && !parts.heartbeat);
  }

  void equalSelectionsShareOneBatch() {
    auto tick = aTick();
    const auto first = tick.share(select({kAda, kBob}, {kAda}));
    const auto second = tick.share(select({kBob, kAda}, {kAda}));
    const auto otherView = tick.share(select({kAda, kBob}, {kBob}));
    const auto otherBeds = tick.share(select({kAda, kCid}, {kAda}));
    QCOMPARE(second.get(), first.get());
    const auto batch = tick.batchFor(first);
    QCOMPARE(tick.batchFor(second).get(), batch.get());
    QVERIFY(tick.batchFor(otherView) != batch);
    QVERIFY(tick.batchFor(otherBeds) != batch);
  }

  /// A station that is gone leaves nothing behind, and its selection can come again.
  void selectionsEndWithTheirStations() {
    auto tick = aTick();
    auto selection = tick.share(select({kAda}));
    const std::weak_ptr<const Selection> watched = selection;
    tick.begin();
    QVERIFY(!watched.expired());
    selection.reset();
    tick.begin();
    QVERIFY(watched.expired());
    tick.add(vitalsOf(kAda, 70));
    tick.close();
    QCOMPARE(describe(tick.batchFor(tick.share(select({kAda})))), QStringLiteral("HR70"));
  }

  /// Whoever asks first decides where the entries lie, but not what the others are told.
  void batchesOfOneTickDoNotDisturbEachOther() {
    auto tick = aTick();
    const auto narrow = tick.batchFor(tick.share(select({kCid}, {kBob})));
    const auto wide = tick.batchFor(tick.share(select({kAda, kBob, kCid}, {kAda, kBob})));
    const auto within = tick.batchFor(tick.share(select({kAda, kBob}, {kBob})));
    QCOMPARE(describe(narrow), QStringLiteral("HR62 wave11"));
    QCOMPARE(describe(wide), QStringLiteral("HR60 HR61 HR62 wave10 wave11"));
    QCOMPARE(describe(within), QStringLiteral("HR60 HR61 wave11"));
  }

  void everyTickHasItsOwn() {
    auto tick = aTick();
    const auto selection = tick.share(select({kAda}, {kAda}));
    const auto neighbours = tick.share(select({kAda}, {kAda}));
    const auto old = tick.batchFor(selection);
    tick.begin();
    tick.close();
    QCOMPARE(describe(tick.batchFor(selection)), QStringLiteral("nothing"));
    tick.begin();
    tick.add(vitalsOf(kAda, 70));
    tick.close();
    QCOMPARE(describe(tick.batchFor(neighbours)), QStringLiteral("HR70"));
    QCOMPARE(describe(old), QStringLiteral("HR60 wave10"));
  }

  /// A source that was late gives several; all of them are a trend's points.
  void severalVitalsOfOnePatientStayInOrder() {
    BatchComposer tick;
    tick.begin();
    for (const double rate : {70, 72, 71}) {
      tick.add(vitalsOf(kBob, rate));
      tick.add(vitalsOf(kAda, 60));
    }
    tick.close();
    const auto parts = tick.partsFor(select({kBob}));
    QCOMPARE(parts.vitals.size(), 3U);
    std::string inOrder;
    for (const auto& message : parts.vitals) inOrder += *message.bytes;
    QCOMPARE(*tick.batchFor(tick.share(select({kBob}))), inOrder);
    QCOMPARE(describe(parts.vitals[1].bytes), QStringLiteral("HR72"));
    QCOMPARE(describe(parts.vitals[2].bytes), QStringLiteral("HR71"));
    QCOMPARE(*tick.newestVitals(kBob)->value().numerics[0].value, 71.0);
  }

  void newestVitals() {
    auto tick = aTick();
    for (const auto& [patient, rate] : {std::pair(kAda, 60.0), {kBob, 61.0}, {kCid, 62.0}})
      QCOMPARE(*tick.newestVitals(patient)->value().numerics[0].value, rate);
    QVERIFY(!tick.newestVitals(PatientId::fromName("Eve")));
    QVERIFY(!BatchComposer().newestVitals(kAda));
  }
};

QTEST_APPLESS_MAIN(TestBatchComposer)
#include "tst_batch_composer.moc"
