// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "plain_message.h"
#include "protocol/extended_encoder.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::protocol;
using namespace vitalwall::test;

namespace {

std::vector<ServerEvent> eventsOf(const ::PatientStatusResponse& response) {
  const auto decoded = decodeResponse(response.SerializeAsString(), kReceived);
  return decoded.ok() ? decoded->events : std::vector<ServerEvent>();
}

/// The message of the only event, which must be a notice; else an empty text.
std::string onlyNotice(const std::vector<ServerEvent>& events) {
  const auto* notice = onlyEvent<Notice>(events);
  return events.size() == 1 && notice != nullptr ? notice->message : std::string();
}

std::string idText(const std::string& name) {
  const auto bytes = Guid::fromName(name).bytes();
  return {bytes.begin(), bytes.end()};
}

}  // namespace

class TestResponseDecoder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bytesThatAreNoResponseAreRefused_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("text") << std::string("HTTP/1.1 502 Bad Gateway");
    QTest::newRow("truncated")
        << plainMessage(bedOne().toString(), "vitals_updated", R"({"hr":72})").substr(0, 60);
    QTest::newRow("type that is no UTF-8") << std::string("\x12\x01\xff", 3);
  }
  void bytesThatAreNoResponseAreRefused() {
    QFETCH(std::string, bytes);
    QCOMPARE(decodeResponse(bytes, kReceived).status().code(), absl::StatusCode::kInvalidArgument);
  }

  void anEmptyMessageSaysNothing() {
    const auto decoded = decodeResponse("", kReceived);
    QVERIFY(decoded.ok());
    QVERIFY(decoded->events.empty());
    QCOMPARE(decoded->epoch, 0ULL);
    QCOMPARE(decoded->sequence, 0ULL);
  }

  void fieldsOfANewerServerAreIgnored() {
    const auto decoded = decodeResponse(std::string("\xaa\x06\x02hi", 5), kReceived);
    QVERIFY(decoded.ok());
    QVERIFY(decoded->events.empty());
  }

  void aMessageForNoPatientIsANotice_data() {
    QTest::addColumn<std::string>("patient");
    QTest::newRow("none") << std::string();
    QTest::newRow("no GUID") << std::string("bed 1");
    QTest::newRow("a megabyte") << std::string(1'000'000, '0');
  }
  void aMessageForNoPatientIsANotice() {
    QFETCH(std::string, patient);
    const auto decoded =
        decodeResponse(plainMessage(patient, "vitals_updated", R"({"hr":72})"), kReceived);
    QVERIFY(decoded.ok());
    const std::string notice = onlyNotice(decoded->events);
    QVERIFY(!notice.empty());
    QVERIFY(notice.size() < 200);
    QVERIFY(!std::get<Notice>(decoded->events[0]).patient);
  }

  void anUnknownStatusTypeIsNamedInPrint() {
    const auto notice = onlyNotice(plainEvents("bed_cleaned\n", R"({"hr":72})"));
    QVERIFY2(notice.find("\"bed_cleaned?\"") != std::string::npos, notice.c_str());
    QVERIFY(onlyNotice(plainEvents(std::string(1'000'000, 'x'), "{}")).size() < 200);
    QVERIFY(!onlyNotice(plainEvents("", R"({"hr":72})")).empty());
  }

  void damagedPartsLeaveTheOthers() {
    ::PatientStatusResponse response;
    response.add_updates()->set_patient("no id");
    auto* update = response.add_updates();
    update->set_patient(idText("patient"));
    update->add_waves()->set_samples("odd");
    update->add_waves()->set_samples("even");
    response.add_alerts()->set_message("without an id");
    response.add_orders()->set_description("without an id");
    response.mutable_command_result()->set_command("?");
    response.mutable_snapshot_end()->set_patient("?");
    response.mutable_heartbeat()->set_server_time(5);
    const auto events = eventsOf(response);
    QCOMPARE(events.size(), std::size_t(8));
    QCOMPARE(std::count_if(events.begin(), events.end(),
                           [](const auto& event) { return std::holds_alternative<Notice>(event); }),
             6);
    QVERIFY(onlyEvent<WaveBlock>(events) != nullptr);
    QVERIFY(onlyEvent<ServerHeartbeat>(events) != nullptr);
  }

  void aNumberThatIsNoneIsNeverAValue() {
    for (const double value :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
      ::PatientStatusResponse response;
      auto* update = response.add_updates();
      update->set_patient(idText("patient"));
      update->set_has_vitals(true);
      update->add_numerics()->set_value(value);
      const auto events = eventsOf(response);
      const auto* vitals = onlyEvent<Vitals>(events);
      QVERIFY(vitals != nullptr);
      QVERIFY(!vitals->numerics[0].value);
      QCOMPARE(vitals->numerics[0].validity, Validity::NotMeasured);
      QVERIFY(onlyEvent<Notice>(events) != nullptr);
    }
  }

  void anUpdateWithoutVitalsReplacesNone() {
    ::PatientStatusResponse response;
    auto* update = response.add_updates();
    update->set_patient(idText("patient"));
    update->add_numerics()->set_value(72);
    QVERIFY(eventsOf(response).empty());
  }

  void enumsOfANewerServerBecomeTheCarefulOnes() {
    ::PatientStatusResponse response;
    auto* alert = response.add_alerts();
    alert->set_id(idText("alert"));
    alert->set_patient(idText("patient"));
    alert->set_priority(static_cast<v1::Priority>(9));
    response.mutable_command_result()->set_command(idText("command"));
    response.mutable_command_result()->set_outcome(static_cast<v1::Outcome>(99));
    auto* update = response.add_updates();
    update->set_patient(idText("patient"));
    update->set_has_vitals(true);
    update->add_numerics()->set_validity(static_cast<v1::Validity>(9));
    const auto events = eventsOf(response);
    QCOMPARE(onlyEvent<Alert>(events)->priority, AlertPriority::High);
    QCOMPARE(onlyEvent<CommandResult>(events)->outcome, CommandOutcome::Refused);
    QCOMPARE(onlyEvent<Vitals>(events)->numerics[0].validity, Validity::Questionable);
  }

  void anOrderWithAStatusOfANewerServerIsANotice() {
    ::PatientStatusResponse response;
    auto* order = response.add_orders();
    order->set_id(idText("order"));
    order->set_patient(idText("patient"));
    order->set_description("Heparin");
    order->set_status(static_cast<v1::OrderStatus>(9));
    const auto events = eventsOf(response);
    QVERIFY(onlyNotice(events).find("Heparin") != std::string::npos);
    QVERIFY(std::get<Notice>(events[0]).patient == PatientId::fromName("patient"));
  }

  void absurdTimesAreBounded() {
    ::PatientStatusResponse response;
    response.mutable_heartbeat()->set_server_time(std::numeric_limits<std::int64_t>::max());
    const auto events = eventsOf(response);
    QVERIFY(onlyEvent<ServerHeartbeat>(events)->serverTime < fromUnixMillis(260'000'000'000'000));
  }

  void plainAndExtendedPartsOfOneMessageBothCount() {
    const auto vitals = plainMessage(bedOne().toString(), "vitals_updated", R"({"hr":72})");
    const auto decoded =
        decodeResponse(encodeHead(3, 4) + vitals + encodeHeartbeat({kNoon}), kReceived);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->epoch, 3ULL);
    QVERIFY(onlyEvent<Vitals>(decoded->events) != nullptr);
    QVERIFY(onlyEvent<ServerHeartbeat>(decoded->events) != nullptr);
  }
};

QTEST_APPLESS_MAIN(TestResponseDecoder)
#include "tst_response_decoder.moc"
