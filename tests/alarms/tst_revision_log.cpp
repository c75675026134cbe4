// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/revision_log.h"

#include <QTest>

using namespace vitalwall;
using namespace vitalwall::alarms;

namespace {

const PatientId kAda = PatientId::fromName("Ada");
const PatientId kBob = PatientId::fromName("Bob");

Alert alertOf(PatientId patient, std::uint64_t revision) {
  Alert alert;
  alert.patient = patient;
  alert.revision = revision;
  return alert;
}

QList<int> revisions(const std::optional<std::vector<Alert>>& alerts) {
  QList<int> numbers;
  if (!alerts) return {-1};
  for (const auto& alert : *alerts) numbers.append(static_cast<int>(alert.revision));
  return numbers;
}

}  // namespace

class TestRevisionLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void givesWhatAStationMissed_data() {
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QList<int>>("ada");
    // A log of 3 with revisions 1 to 5 keeps 3, 4, 5; -1 stands for "take a full snapshot".
    QTest::newRow("too old") << 1 << QList<int>{-1};
    QTest::newRow("just kept") << 2 << QList<int>{3, 5};
    QTest::newRow("in between") << 3 << QList<int>{5};
    QTest::newRow("nothing missed") << 5 << QList<int>{};
    QTest::newRow("never given out") << 6 << QList<int>{-1};
  }

  void givesWhatAStationMissed() {
    QFETCH(int, cursor);
    RevisionLog log(3);
    for (const std::uint64_t revision : {1U, 2U, 3U, 4U, 5U})
      log.append(alertOf(revision % 2 == 1 ? kAda : kBob, revision));
    QTEST(revisions(log.after(kAda, static_cast<std::uint64_t>(cursor))), "ada");
  }

  void emptyLogKnowsItsBeginning() {
    const RevisionLog log(3);
    QCOMPARE(revisions(log.after(kAda, 0)), QList<int>{});
    QCOMPARE(revisions(log.after(kAda, 1)), QList<int>{-1});
  }
};

QTEST_APPLESS_MAIN(TestRevisionLog)
#include "tst_revision_log.moc"
