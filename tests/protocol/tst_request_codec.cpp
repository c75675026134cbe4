// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "patient_monitor.pb.h"
#include "protocol/request_codec.h"

using namespace vitalwall;
using namespace vitalwall::protocol;

Q_DECLARE_METATYPE(vitalwall::Command)

namespace {

constexpr const char* kPatient = "0f8fad5b-d9cb-469f-a165-70867728950e";

std::string subscribeBytes(const std::string& patient, const std::string& commandId = {}) {
  ::PatientMonitorRequest request;
  request.mutable_subscribe()->set_patient_id(patient);
  request.set_command_id(commandId);
  return request.SerializeAsString();
}

/// The decoded request as `Kind`, or nullopt when it is something else.
template <typename Kind>
std::optional<Kind> decodedAs(const std::string& bytes) {
  const auto decoded = decodeRequest(bytes);
  const auto* kind = decoded.ok() ? std::get_if<Kind>(&*decoded) : nullptr;
  return kind != nullptr ? std::optional(*kind) : std::nullopt;
}

}  // namespace

class TestRequestCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTrip_data() {
    QTest::addColumn<Command>("command");
    const auto id = CommandId::fromName("command");
    const auto patient = PatientId::fromName("patient");
    const auto row = [id](const char* name, CommandBody body) {
      QTest::newRow(name) << Command{id, std::move(body)};
    };
    row("subscribe", Subscribe{patient, std::nullopt});
    row("subscribe after a cursor", Subscribe{patient, Cursor{77, 1ULL << 63}});
    row("subscribe after a zero cursor", Subscribe{patient, Cursor{}});
    row("unsubscribe", Unsubscribe{patient});
    row("acknowledge", Acknowledge{AlertId::fromName("alert"), {}});
    row("hello", Hello{"Ward 3 desk", "0.1.0"});
    row("hello in UTF-8", Hello{"Überwachung", ""});
    row("view of nobody", SetView{false, {}});
    row("view", SetView{true, {patient, PatientId::fromName("other")}});
    row("heartbeat", Heartbeat{fromUnixMillis(1'767'268'800'123)});
    QTest::newRow("without an id") << Command{CommandId{}, Unsubscribe{patient}};
  }
  void roundTrip() {
    QFETCH(Command, command);
    const auto decoded = decodedAs<Command>(encodeRequest(command));
    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == command);
  }

  void aPlainServerReadsTheIdAsHyphenatedLowerCase() {
    const Command command{CommandId::random(),
                          Subscribe{*PatientId::parse(kPatient), Cursor{1, 2}}};
    ::PatientMonitorRequest request;
    QVERIFY(request.ParseFromString(encodeRequest(command)));
    QCOMPARE(request.subscribe().patient_id(), std::string(kPatient));
  }

  void aCommandWithoutIdSendsNone() {
    ::PatientMonitorRequest request;
    QVERIFY(request.ParseFromString(encodeRequest({CommandId{}, Unsubscribe{}})));
    QVERIFY(request.command_id().empty());
  }

  void acceptsEveryGuidForm_data() {
    QTest::addColumn<std::string>("text");
    QTest::newRow("hyphenated") << std::string(kPatient);
    QTest::newRow("upper case") << std::string("0F8FAD5B-D9CB-469F-A165-70867728950E");
    QTest::newRow("digits") << std::string("0f8fad5bd9cb469fa16570867728950e");
    QTest::newRow("braces") << std::string("{0f8fad5b-d9cb-469f-a165-70867728950e}");
    QTest::newRow("parentheses") << std::string("(0f8fad5b-d9cb-469f-a165-70867728950e)");
  }
  void acceptsEveryGuidForm() {
    QFETCH(std::string, text);
    const auto command = decodedAs<Command>(subscribeBytes(text));
    QVERIFY(command.has_value());
    QVERIFY(command->body == CommandBody(Subscribe{*PatientId::parse(kPatient), {}}));
    QVERIFY(command->id.guid.isNil());
  }

  void aTextThatIsNoGuidIsNamedInPrint_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("excerpt");
    const std::string dots = std::string(61, 'x') + "...";
    QTest::newRow("empty") << std::string() << std::string();
    QTest::newRow("word") << std::string("bed 7") << std::string("bed 7");
    QTest::newRow("line breaks") << std::string("a\r\nb\x1b[31m") << std::string("a??b?[31m");
    QTest::newRow("umlaut") << std::string("Bett \u00fc") << std::string("Bett ??");
    QTest::newRow("64 fit") << std::string(64, 'x') << std::string(64, 'x');
    QTest::newRow("65 do not") << std::string(65, 'x') << dots;
    QTest::newRow("a megabyte") << std::string(1'000'000, 'x') << dots;
  }
  void aTextThatIsNoGuidIsNamedInPrint() {
    QFETCH(std::string, text);
    const auto malformed = decodedAs<MalformedId>(subscribeBytes(text));
    QVERIFY(malformed.has_value());
    QTEST(malformed->excerpt, "excerpt");
  }

  void everyIdIsChecked_data() {
    QTest::addColumn<std::string>("bytes");
    ::PatientMonitorRequest unsubscribe;
    unsubscribe.mutable_unsubscribe()->set_patient_id("nobody");
    QTest::newRow("unsubscribe") << unsubscribe.SerializeAsString();
    ::PatientMonitorRequest acknowledge;
    acknowledge.mutable_acknowledge()->set_alert_id("nothing");
    QTest::newRow("acknowledge") << acknowledge.SerializeAsString();
    ::PatientMonitorRequest view;
    view.mutable_set_view()->add_patients(std::string(16, '\1'));
    view.mutable_set_view()->add_patients("short");
    QTest::newRow("view") << view.SerializeAsString();
    QTest::newRow("command id") << subscribeBytes(kPatient, "17");
  }
  void everyIdIsChecked() {
    QFETCH(std::string, bytes);
    QVERIFY(decodedAs<MalformedId>(bytes).has_value());
  }

  void anUnknownActionIsNoAction_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("empty message") << std::string();
    QTest::newRow("field 27 of a newer extension") << std::string("\xda\x01\x02hi", 5);
    ::PatientMonitorRequest onlyId;
    onlyId.set_command_id(kPatient);
    QTest::newRow("only a command id") << onlyId.SerializeAsString();
  }
  void anUnknownActionIsNoAction() {
    QFETCH(std::string, bytes);
    QVERIFY(decodedAs<NoAction>(bytes).has_value());
  }

  void bytesThatAreNoRequestAreRefused_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::newRow("text") << std::string("GET / HTTP/1.1");
    QTest::newRow("truncated") << subscribeBytes(kPatient).substr(0, 20);
    QTest::newRow("id that is no UTF-8") << std::string("\x0a\x03\x0a\x01\xff", 5);
  }
  void bytesThatAreNoRequestAreRefused() {
    QFETCH(std::string, bytes);
    QCOMPARE(decodeRequest(bytes).status().code(), absl::StatusCode::kInvalidArgument);
  }

  void aHelloIsCutToAReadableLength() {
    const Command command{{}, Hello{std::string(1'000'000, 'a'), "1"}};
    const auto decoded = decodedAs<Command>(encodeRequest(command));
    QVERIFY(decoded.has_value());
    QCOMPARE(std::get<Hello>(decoded->body).station.size(), std::size_t(200));
  }
};

QTEST_APPLESS_MAIN(TestRequestCodec)
#include "tst_request_codec.moc"
