// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "patient_monitor.pb.h"
#include "protocol/extended_encoder.h"
#include "protocol/response_decoder.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::protocol;
using vitalwall::test::kNoon;

Q_DECLARE_METATYPE(vitalwall::Alert)
Q_DECLARE_METATYPE(vitalwall::CommandResult)
Q_DECLARE_METATYPE(vitalwall::Order)
Q_DECLARE_METATYPE(vitalwall::Vitals)
Q_DECLARE_METATYPE(vitalwall::WaveBlock)

namespace {

const PatientId kPatient = PatientId::fromName("patient");

std::vector<ServerEvent> eventsOf(const std::string& bytes) {
  const auto decoded = decodeResponse(bytes, kNoon + std::chrono::hours(1));
  return decoded.ok() ? decoded->events : std::vector<ServerEvent>();
}

Vitals makeVitals(PatientId patient) {
  return {
      .patient = patient,
      .sourceTime = kNoon,
      .numerics = {test::makeNumeric(mdc::kHeartRate, 72),
                   test::makeNumeric(mdc::kTemperature, 36.7, kNoon - std::chrono::minutes(20))}};
}

WaveBlock makeBlock(PatientId patient, std::uint32_t channel) {
  return {
      .patient = patient,
      .channel = channel,
      .firstSample = 1ULL << 40,
      .sourceTime = kNoon,
      .samples = {0, 1, -1, 255, 256, -256, std::numeric_limits<std::int16_t>::max(), kNoSample}};
}

Numeric missing(MdcCode code, Validity validity) {
  return {
      .code = code, .unit = Unit::Percent, .value = {}, .validity = validity, .measuredAt = kNoon};
}

}  // namespace

class TestExtendedRoundtrip : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void vitals_data() {
    QTest::addColumn<Vitals>("vitals");
    QTest::newRow("two values") << makeVitals(kPatient);
    QTest::newRow("none at all") << Vitals{kPatient, kNoon, {}};
    QTest::newRow("times unset") << Vitals{kPatient, {}, {Numeric{mdc::kSpO2, {}, 1.0, {}, {}}}};
    Vitals vitals{kPatient, kNoon, {}};
    vitals.numerics = {missing(mdc::kSpO2, Validity::NotMeasured),
                       missing(mdc::kSpO2, Validity::LeadOff),
                       {MdcCode{99}, Unit{4711}, 0.0, Validity::Questionable, kNoon}};
    QTest::newRow("missing, doubtful, zero and unknown codes") << vitals;
  }
  void vitals() {
    QFETCH(Vitals, vitals);
    QVERIFY(eventsOf(encodeVitalsEntry(vitals)) == std::vector<ServerEvent>{vitals});
  }

  void waves() {
    const std::vector<WaveBlock> blocks = {makeBlock(kPatient, 0), makeBlock(kPatient, 3)};
    const std::vector<ServerEvent> expected(blocks.begin(), blocks.end());
    QVERIFY(eventsOf(encodeWavesEntry(blocks)) == expected);
  }

  void alerts_data() {
    QTest::addColumn<Alert>("alert");
    const Alert high = test::makeAlert("HR 134 > 120", kPatient, AlertPriority::High, 1ULL << 63);
    QTest::newRow("high") << high;
    Alert technical = test::makeAlert("Leads off", kPatient, AlertPriority::Low);
    technical.kind = AlertKind::Technical;
    technical.value = {};
    technical.limit = {};
    QTest::newRow("technical, without values") << technical;
    Alert ended = test::makeAlert("SpO2", kPatient, AlertPriority::Medium);
    ended.state = AlertState::Inactive;
    ended.value = 0.0;
    ended.acknowledged = Acknowledgement{"Schwester Bärbel", kNoon, "gelagert"};
    QTest::newRow("ended and acknowledged") << ended;
    Alert anonymous = high;
    anonymous.acknowledged = Acknowledgement{};
    QTest::newRow("acknowledged by nobody known") << anonymous;
    Alert latched = high;
    latched.state = AlertState::Latched;
    latched.changedBy = "Dr. A";
    latched.group = "source sim";
    latched.recorded = false;
    QTest::newRow("latched, of a group, not recorded") << latched;
    for (int cause = 0; cause <= int(AlertCause::Recorded); ++cause) {
      latched.cause = static_cast<AlertCause>(cause);
      QTest::addRow("cause %d", cause) << latched;
    }
    QTest::newRow("nothing set") << Alert{};
  }
  void alerts() {
    QFETCH(Alert, alert);
    QVERIFY(eventsOf(encodeAlertEntry(alert)) == std::vector<ServerEvent>{alert});
  }

  void whatAServerOfBeforeLeavesUnsaid_data() {
    QTest::addColumn<bool>("active");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("cause");
    const auto row = [](const char* name, bool active, int state, AlertState shown,
                        AlertCause cause) {
      QTest::newRow(name) << active << state << int(shown) << int(cause);
    };
    row("active", true, 0, AlertState::Active, AlertCause::Raised);
    row("not active", false, 0, AlertState::Inactive, AlertCause::Ended);
    row("a newer state that is open", true, 99, AlertState::Active, AlertCause::Raised);
    row("a newer state that is over", false, 99, AlertState::Inactive, AlertCause::Ended);
    row("latched", true, 2, AlertState::Latched, AlertCause::Ended);
  }
  void whatAServerOfBeforeLeavesUnsaid() {
    QFETCH(bool, active);
    QFETCH(int, state);
    ::PatientStatusResponse response;
    auto& wire = *response.add_alerts();
    wire.set_id(std::string(16, '\1'));
    wire.set_patient(std::string(16, '\2'));
    wire.set_active(active);
    wire.set_state(static_cast<v1::AlertState>(state));
    wire.set_cause(static_cast<v1::AlertCause>(state == 99 ? 99 : 0));
    const auto events = eventsOf(response.SerializeAsString());
    QCOMPARE(events.size(), std::size_t(1));
    const auto& alert = std::get<Alert>(events[0]);
    QTEST(int(alert.state), "shown");
    QTEST(int(alert.cause), "cause");
    QVERIFY(alert.recorded);
  }

  void orders_data() {
    QTest::addColumn<Order>("order");
    for (const auto status :
         {OrderStatus::Active, OrderStatus::OnHold, OrderStatus::Completed, OrderStatus::Cancelled})
      QTest::addRow("status %d", int(status)) << Order{
          OrderId::fromName("order"), kPatient, "Heparin 5000 IU s.c.", status, "Dr. A", kNoon};
  }
  void orders() {
    QFETCH(Order, order);
    QVERIFY(eventsOf(encodeOrderEntry(order)) == std::vector<ServerEvent>{order});
  }

  void results_data() {
    QTest::addColumn<CommandResult>("result");
    for (const auto outcome :
         {CommandOutcome::Ok, CommandOutcome::AlreadyDone, CommandOutcome::StaleRevision,
          CommandOutcome::NotFound, CommandOutcome::Forbidden, CommandOutcome::NotRecorded,
          CommandOutcome::Refused})
      QTest::addRow("outcome %d", int(outcome))
          << CommandResult{CommandId::fromName("command"), outcome, "said", "by", kNoon};
  }
  void results() {
    QFETCH(CommandResult, result);
    QVERIFY(eventsOf(encodeCommandResult(result)) == std::vector<ServerEvent>{result});
  }

  void heartbeat() {
    const ServerHeartbeat beat{kNoon};
    QVERIFY(eventsOf(encodeHeartbeat(beat)) == std::vector<ServerEvent>{beat});
    QVERIFY(eventsOf(encodeHeartbeat({})) == std::vector<ServerEvent>{ServerHeartbeat{}});
  }

  void snapshotEnd() {
    for (const bool complete : {true, false}) {
      const SnapshotEnd end{kPatient, Cursor{5, 6}, complete};
      QVERIFY(eventsOf(encodeSnapshotEnd(end)) == std::vector<ServerEvent>{end});
    }
  }

  void headPlacesAMessage() {
    const auto decoded = decodeResponse(encodeHead(1ULL << 60, 42), kNoon);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->epoch, 1ULL << 60);
    QCOMPARE(decoded->sequence, 42ULL);
    QVERIFY(decoded->events.empty());
  }

  void partsConcatenateToOneMessage() {
    std::string joined = encodeHead(7, 9);
    ::PatientStatusResponse whole;
    whole.set_epoch(7);
    whole.set_sequence(9);
    std::vector<ServerEvent> expected;
    for (int bed = 0; bed < 200; ++bed) {
      const auto patient = PatientId::fromName(std::to_string(bed));
      expected.emplace_back(makeVitals(patient));
      const std::string entry = encodeVitalsEntry(makeVitals(patient));
      joined += entry;
      ::PatientStatusResponse part;
      QVERIFY(part.ParseFromString(entry));
      QCOMPARE(part.updates_size(), 1);
      *whole.add_updates() = part.updates(0);
    }
    QCOMPARE(joined, whole.SerializeAsString());
    QVERIFY(eventsOf(joined) == expected);
  }

  void partsOfAllKindsConcatenateInAnyOrder() {
    const Vitals vitals = makeVitals(kPatient);
    const WaveBlock block = makeBlock(kPatient, 1);
    const Alert first = test::makeAlert("first", kPatient, AlertPriority::High);
    const Alert second = test::makeAlert("second", kPatient, AlertPriority::Low);
    const SnapshotEnd end{kPatient, {}, true};
    const std::string bytes = encodeHead(1, 1) + encodeSnapshotEnd(end) + encodeAlertEntry(first) +
                              encodeWavesEntry(std::span(&block, 1)) + encodeAlertEntry(second) +
                              encodeVitalsEntry(vitals) + encodeHeartbeat({kNoon});
    QVERIFY(eventsOf(bytes) ==
            (std::vector<ServerEvent>{block, vitals, first, second, ServerHeartbeat{kNoon}, end}));
  }

  void noExtendedPartIsPlain() {
    const std::string bytes = encodeHead(1, 1) + encodeVitalsEntry(makeVitals(kPatient)) +
                              encodeOrderEntry({}) + encodeHeartbeat({kNoon});
    ::PatientStatusResponse response;
    QVERIFY(response.ParseFromString(bytes));
    QVERIFY(response.patient_id().empty());
    QVERIFY(response.status_type().empty());
    QVERIFY(response.payload().empty());
    QCOMPARE(response.timestamp(), 0);
  }

  void textThatIsNoUtf8IsMendedNotLost() {
    Order order{OrderId::fromName("order"), kPatient, "Bett \xfc", {}, {}, kNoon};
    const auto events = eventsOf(encodeOrderEntry(order));
    order.description = "Bett ?";
    QVERIFY(events == std::vector<ServerEvent>{order});
  }

  void benchmarkVitalsEntry() {
    Vitals vitals = makeVitals(kPatient);
    for (int i = 0; i < 8; ++i) vitals.numerics.push_back(test::makeNumeric(mdc::kSpO2, 97));
    QBENCHMARK {
      encodeVitalsEntry(vitals);
    }
  }

  void benchmarkDecodeBatchOf64() {
    std::string bytes = encodeHead(1, 1);
    Vitals vitals = makeVitals(kPatient);
    for (int i = 0; i < 8; ++i) vitals.numerics.push_back(test::makeNumeric(mdc::kSpO2, 97));
    for (int bed = 0; bed < 64; ++bed) bytes += encodeVitalsEntry(vitals);
    QBENCHMARK {
      eventsOf(bytes);
    }
  }
};

QTEST_APPLESS_MAIN(TestExtendedRoundtrip)
#include "tst_extended_roundtrip.moc"
