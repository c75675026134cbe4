// SPDX-License-Identifier: GPL-3.0-or-later
// The superset that this program is built from contains the base contract, exactly.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <QFile>
#include <QTest>
#include <set>

#include "patient_monitor.pb.h"
#include "protocol/metadata.h"

namespace pb = google::protobuf;

namespace {

constexpr int kFirstExtension = 16;

/// A field as a peer sees it on the wire and in generated code.
std::string shapeOf(const pb::FieldDescriptor& field) {
  const auto* oneof = field.containing_oneof();
  std::string shape = field.name() + " = " + std::to_string(field.number()) + ": " +
                      pb::FieldDescriptor::TypeName(field.type());
  if (field.is_repeated()) shape += ", repeated";
  if (field.has_presence()) shape += ", with presence";
  if (field.message_type() != nullptr) shape += ", " + field.message_type()->full_name();
  if (oneof != nullptr) shape += ", in " + oneof->name();
  return shape;
}

/// The fields of `message` that belong to the contract, which owns the numbers below 16.
std::set<std::string> contractShapes(const pb::Descriptor& message) {
  std::set<std::string> shapes;
  for (int i = 0; i < message.field_count(); ++i)
    if (message.field(i)->number() < kFirstExtension) shapes.insert(shapeOf(*message.field(i)));
  return shapes;
}

}  // namespace

class TestContract : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QFile file(QStringLiteral(BASE_DESCRIPTORS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    pb::FileDescriptorSet set;
    QVERIFY(set.ParseFromString(file.readAll().toStdString()));
    QCOMPARE(set.file_size(), 1);
    m_base = m_pool.BuildFile(set.file(0));
    QVERIFY(m_base != nullptr);
    m_superset = PatientMonitorRequest::descriptor()->file();
  }

  void neitherHasAPackage() {
    QCOMPARE(m_base->package(), std::string());
    QCOMPARE(m_superset->package(), std::string());
  }

  void theSameMessages() {
    QCOMPARE(m_superset->message_type_count(), m_base->message_type_count());
    QCOMPARE(m_base->message_type_count(), 5);
    for (int i = 0; i < m_base->message_type_count(); ++i)
      QVERIFY(m_superset->FindMessageTypeByName(m_base->message_type(i)->name()) != nullptr);
  }

  void theSameFieldsBelow16() {
    for (int i = 0; i < m_base->message_type_count(); ++i) {
      const auto* base = m_base->message_type(i);
      const auto* superset = m_superset->FindMessageTypeByName(base->name());
      QVERIFY(superset != nullptr);
      QVERIFY(!contractShapes(*base).empty());
      QVERIFY2(contractShapes(*superset) == contractShapes(*base), base->name().c_str());
    }
  }

  void theBaseUsesNoExtensionNumbersAndLeaves5To15Free() {
    for (const auto* file : {m_base, m_superset})
      for (int i = 0; i < file->message_type_count(); ++i)
        for (int number = 5; number < kFirstExtension; ++number)
          QVERIFY(file->message_type(i)->FindFieldByNumber(number) == nullptr);
    for (int i = 0; i < m_base->message_type_count(); ++i)
      for (int field = 0; field < m_base->message_type(i)->field_count(); ++field)
        QVERIFY(m_base->message_type(i)->field(field)->number() < kFirstExtension);
  }

  void theNumbersOfTheContract() {
    const std::set<std::string> response = {"patient_id = 1: string", "status_type = 2: string",
                                            "payload = 3: bytes", "timestamp = 4: int64"};
    QVERIFY(contractShapes(*PatientStatusResponse::descriptor()) == response);
    const std::set<std::string> request = {
        "subscribe = 1: message, with presence, SubscribeRequest, in action",
        "unsubscribe = 2: message, with presence, UnsubscribeRequest, in action",
        "acknowledge = 3: message, with presence, AcknowledgeRequest, in action"};
    QVERIFY(contractShapes(*PatientMonitorRequest::descriptor()) == request);
  }

  void theSameMethodUnderTheSamePath() {
    QCOMPARE(m_base->service_count(), 1);
    QCOMPARE(m_superset->service_count(), 1);
    for (const auto* file : {m_base, m_superset}) {
      const auto* service = file->service(0);
      QCOMPARE(service->method_count(), 1);
      const auto* method = service->method(0);
      QCOMPARE("/" + service->full_name() + "/" + method->name(),
               std::string(vitalwall::protocol::kMonitorPatientsPath));
      QVERIFY(method->client_streaming() && method->server_streaming());
      QCOMPARE(method->input_type()->full_name(), std::string("PatientMonitorRequest"));
      QCOMPARE(method->output_type()->full_name(), std::string("PatientStatusResponse"));
    }
  }

 private:
  pb::DescriptorPool m_pool;
  const pb::FileDescriptor* m_base = nullptr;
  const pb::FileDescriptor* m_superset = nullptr;
};

QTEST_APPLESS_MAIN(TestContract)
#include "tst_contract.moc"
