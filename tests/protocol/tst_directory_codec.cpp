// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "protocol/directory_codec.h"
#include "support/samples.h"
#include "vitalwall/v1/directory.pb.h"

using namespace vitalwall;
using namespace vitalwall::protocol;

class TestDirectoryCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTrip() {
    std::vector<Patient> patients = {test::makePatient("Bed 1"), test::makePatient("Bed 2"), {}};
    patients[1].ageGroup = AgeGroup::Neonate;
    patients[1].waves.push_back({.code = mdc::kArterialPressure,
                                 .label = "ABP",
                                 .unit = Unit::MillimetreOfMercury,
                                 .samplesPerSecond = 62.5,
                                 .unitsPerCount = 0.1,
                                 .zero = -50,
                                 .displayLow = 0,
                                 .displayHigh = 180});
    patients[2].ageGroup = AgeGroup::Paediatric;
    const auto decoded = decodeDirectory(encodeDirectory(patients));
    QVERIFY(decoded.ok());
    QVERIFY(*decoded == patients);
  }

  void anEmptyWardIsNoError() {
    const auto decoded = decodeDirectory(encodeDirectory({}));
    QVERIFY(decoded.ok());
    QVERIFY(decoded->empty());
  }

  void aBedNamedInLatin1StaysReadable() {
    std::vector<Patient> patients = {test::makePatient("Bed \xfc")};
    const auto decoded = decodeDirectory(encodeDirectory(patients));
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->front().bed, std::string("Bed ?"));
  }

  void aPatientWithoutAProperIdIsAnErrorThatNamesTheBed() {
    v1::ListPatientsResponse response;
    response.add_patients()->set_bed("Bed 4");
    const auto decoded = decodeDirectory(response.SerializeAsString());
    QCOMPARE(decoded.status().code(), absl::StatusCode::kInvalidArgument);
    QVERIFY(std::string(decoded.status().message()).find("Bed 4") != std::string::npos);
  }

  void anAgeGroupOfANewerServerIsAdult() {
    v1::ListPatientsResponse response;
    response.add_patients()->set_id(std::string(16, '\1'));
    response.mutable_patients(0)->set_age_group(static_cast<v1::AgeGroup>(99));
    const auto decoded = decodeDirectory(response.SerializeAsString());
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->front().ageGroup, AgeGroup::Adult);
  }

  void bytesThatAreNoListAreRefused() {
    QCOMPARE(decodeDirectory("no list").status().code(), absl::StatusCode::kInvalidArgument);
  }
};

QTEST_APPLESS_MAIN(TestDirectoryCodec)
#include "tst_directory_codec.moc"
