// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwall-probe/contract_checker.h"
#include "probe/moments.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::probe;

namespace {

const PatientId kPatient = PatientId::fromName("a patient");

QString firstOf(const ContractChecker& checker) {
  const auto& sentences = checker.violations().sentences();
  return sentences.empty() ? QString() : QString::fromStdString(sentences.front());
}

}  // namespace

class TestContractChecker : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aHalfClosedStreamEndsWithOk() {
    ContractChecker checker;
    checker.onHalfClosed(kStart.steady);
    checker.onEnded(absl::OkStatus(), after(4s).steady);
    checker.onTime(after(1h).steady);
    QCOMPARE(firstOf(checker), QString());
  }

  void anotherEndAfterHalfCloseIsWrong() {
    ContractChecker checker;
    checker.onHalfClosed(kStart.steady);
    checker.onEnded(absl::CancelledError("why"), after(1s).steady);
    QCOMPARE(
        firstOf(checker),
        QStringLiteral("After half-close the stream ended with CANCELLED: why instead of OK."));
  }

  void anEndThatDoesNotComeIsMissed() {
    ContractChecker checker;
    checker.onHalfClosed(kStart.steady);
    checker.onTime(after(5001ms).steady);
    QCOMPARE(firstOf(checker),
             QStringLiteral("Missing: the end of the stream after half-close within 5000 ms."));
  }

  void halfCloseEndsAllOtherPromises() {
    ContractChecker checker;
    checker.extended().onSubscribed(kPatient, kStart);
    checker.plain().onSubscribed(kPatient, kStart);
    checker.onHalfClosed(after(1s).steady);
    checker.onEnded(absl::OkStatus(), after(1s).steady);
    checker.onTime(after(1h).steady);
    QCOMPARE(firstOf(checker), QString());
  }

  void messagesMayStillComeAfterHalfClose() {
    ContractChecker checker;
    checker.extended().onSubscribed(kPatient, kStart);
    checker.onHalfClosed(kStart.steady);
    checker.extended().onMessage({7, 1, {SnapshotEnd{kPatient, {7, 0}, true}}}, after(10ms));
    checker.onEnded(absl::OkStatus(), after(20ms).steady);
    QCOMPARE(firstOf(checker), QString());
  }

  void promisesAreWatchedInBothDialects() {
    ContractChecker checker;
    checker.extended().onSubscribed(kPatient, kStart);
    checker.plain().onSubscribed(kPatient, kStart);
    checker.onTime(after(17s).steady);
    QCOMPARE(checker.violations().count(), 3u);  // heartbeat, snapshot_end, a plain status
  }

  void unreadableBytesAreWrong() {
    ContractChecker checker;
    checker.onUnreadable();
    QCOMPARE(firstOf(checker), QStringLiteral("A message is no PatientStatusResponse."));
  }

  void aLongListOfViolationsIsCountedNotKept() {
    ContractChecker checker;
    for (int i = 0; i < 1000; ++i) checker.onUnreadable();
    QCOMPARE(checker.violations().count(), 1000u);
    QCOMPARE(checker.violations().sentences().size(), ViolationLog::kKept);
  }
};

QTEST_APPLESS_MAIN(TestContractChecker)
#include "tst_contract_checker.moc"
