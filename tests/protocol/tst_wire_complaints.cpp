// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire_complaints.h"

#include <QTest>

#include "protocol/request_codec.h"

using namespace vitalwall::protocol;

class TestWireComplaints : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyTextThatIsNoUtf8IsCounted() {
    countWireComplaints();
    countWireComplaints();
    const std::string badId("\x0a\x03\x0a\x01\xff");
    QVERIFY(absl::IsInvalidArgument(decodeRequest(badId).status()));
    QVERIFY(absl::IsInvalidArgument(decodeRequest(badId).status()));
    QCOMPARE(wireComplaints(), std::uint64_t(2));
  }

  void goodRequestsAreNot() {
    countWireComplaints();
    const auto before = wireComplaints();
    QVERIFY(decodeRequest(encodeRequest({{}, vitalwall::Hello{"S\u00f8ren", "1"}})).ok());
    QCOMPARE(wireComplaints(), before);
  }
};

QTEST_APPLESS_MAIN(TestWireComplaints)
#include "tst_wire_complaints.moc"
