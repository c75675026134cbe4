// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory.h"

#include <QTest>

#include "server/fake_source.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;

namespace {

Script noScript;

std::unique_ptr<Source> sourceOf(std::vector<Patient> patients) {
  return std::make_unique<FakeSource>(std::move(patients), noScript);
}

}  // namespace

class TestDirectory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyBedHasItsOwnName() {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(sourceOf({patientNamed("a"), patientNamed("b", "Bed 01")}));
    sources.push_back(sourceOf({}));
    sources.push_back(sourceOf({patientNamed("c", "Bed 01"), patientNamed("d", "mgh001")}));
    const auto directory = makeDirectory(sources);
    QVERIFY(directory.ok());
    QStringList beds;
    for (const auto& patient : *directory)
      beds += QString::fromStdString(patient.name + "=" + patient.bed);
    QCOMPARE(beds, (QStringList{QStringLiteral("a=Bed 02"), QStringLiteral("b=Bed 01"),
                                QStringLiteral("c=Bed 03"), QStringLiteral("d=mgh001")}));
  }

  void samePatientTwiceIsRefused() {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(sourceOf({patientNamed("Ada")}));
    sources.push_back(sourceOf({patientNamed("Ada")}));
    const auto directory = makeDirectory(sources);
    QVERIFY(absl::IsInvalidArgument(directory.status()));
    QVERIFY(std::string(directory.status().message()).find("(Ada)") != std::string::npos);
  }
};

QTEST_APPLESS_MAIN(TestDirectory)
#include "tst_directory.moc"
