// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "domain/guid.h"
#include "domain/ids.h"

using namespace vitalwall;

namespace {

const Guid kGuid(Guid::Bytes{0x0f, 0x8f, 0xad, 0x5b, 0xd9, 0xcb, 0x46, 0x9f, 0xa1, 0x65, 0x70, 0x86,
                             0x77, 0x28, 0x95, 0x0e});

int versionOf(const Guid& guid) {
  return guid.bytes()[6] >> 4;
}

bool hasRfcVariant(const Guid& guid) {
  return (guid.bytes()[8] & 0xc0) == 0x80;
}

}  // namespace

class TestGuid : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsEveryFormOfTheContract_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text :
         {"0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E",
          "0f8fAD5b-D9cb-469F-a165-70867728950e", "0f8fad5bd9cb469fa16570867728950e",
          "0F8FAD5BD9CB469FA16570867728950E", "{0f8fad5b-d9cb-469f-a165-70867728950e}",
          "(0f8fad5b-d9cb-469f-a165-70867728950e)", " 0f8fad5b-d9cb-469f-a165-70867728950e\r\n",
          "\t{0F8FAD5B-D9CB-469F-A165-70867728950E} "})
      QTest::newRow(text) << std::string(text);
  }
  void readsEveryFormOfTheContract() {
    QFETCH(std::string, text);
    const auto guid = Guid::parse(text);
    QVERIFY(guid.has_value());
    QVERIFY(*guid == kGuid);
  }

  void refusesEverythingElse_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text :
         {"", " ", "bed 7", "0f8fad5b-d9cb-469f-a165-70867728950",
          "0f8fad5b-d9cb-469f-a165-70867728950e0", "0f8fad5b-d9cb-469f-a165-70867728950g",
          "0f8fad5bd9cb-469f-a165-70867728950e-", "0f8fad5b-d9cb469f--a165-70867728950e",
          "0f8fad5b_d9cb_469f_a165_70867728950e", "0f8fad5b-d9cb-469f-a165 70867728950e",
          "{0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e}",
          "{0f8fad5b-d9cb-469f-a165-70867728950e)", "{0f8fad5bd9cb469fa16570867728950e}",
          "{{0f8fad5b-d9cb-469f-a165-70867728950e}}", "{ 0f8fad5b-d9cb-469f-a165-70867728950e }",
          "0x0f8fad5bd9cb469fa16570867728950", "+f8fad5bd9cb469fa16570867728950e",
          "------------------------------------"})
      QTest::newRow(text) << std::string(text);
    QTest::newRow("zero byte inside") << std::string("0f8fad5b-d9cb-469f-a165-7086772895\0e", 36);
    QTest::newRow("a megabyte") << std::string(1'000'000, '0');
    QTest::newRow("a megabyte of blanks") << std::string(1'000'000, ' ');
    QTest::newRow("bytes above ASCII") << std::string(32, '\xe9');
  }
  void refusesEverythingElse() {
    QFETCH(std::string, text);
    QVERIFY(!Guid::parse(text));
  }

  void writesTheHyphenatedLowerCaseForm() {
    QCOMPARE(kGuid.toString(), std::string("0f8fad5b-d9cb-469f-a165-70867728950e"));
    QCOMPARE(Guid().toString(), std::string("00000000-0000-0000-0000-000000000000"));
  }

  void whatItWritesItReads() {
    for (int i = 0; i < 1000; ++i) {
      const Guid guid = Guid::random();
      QVERIFY(Guid::parse(guid.toString()) == guid);
    }
  }

  void onlyAllZerosIsNil() {
    QVERIFY(Guid().isNil());
    QVERIFY(Guid::parse("00000000-0000-0000-0000-000000000000")->isNil());
    QVERIFY(!Guid::parse("00000000-0000-0000-0000-000000000001")->isNil());
  }

  void randomOnesDifferAndSayTheirVersion() {
    std::set<Guid> seen;
    for (int i = 0; i < 1000; ++i) {
      const Guid guid = Guid::random();
      QCOMPARE(versionOf(guid), 4);
      QVERIFY(hasRfcVariant(guid));
      seen.insert(guid);
    }
    QCOMPARE(seen.size(), std::size_t(1000));
  }

  void aNameAlwaysGivesTheSameGuid() {
    const Guid guid = Guid::fromName("mitdb/100");
    QVERIFY(guid == Guid::fromName("mitdb/100"));
    QVERIFY(guid != Guid::fromName("mitdb/101"));
    QVERIFY(guid != Guid::fromName(""));
    QCOMPARE(versionOf(guid), 8);
    QVERIFY(hasRfcVariant(guid));
  }

  void manyNamesGiveAsManyGuidsAndHashes() {
    std::set<Guid> guids;
    std::set<std::size_t> hashes;
    for (int i = 0; i < 10'000; ++i) {
      const Guid guid = Guid::fromName("Bed " + std::to_string(i));
      guids.insert(guid);
      hashes.insert(std::hash<Guid>{}(guid));
    }
    QCOMPARE(guids.size(), std::size_t(10'000));
    QVERIFY(hashes.size() > 9'990);
  }

  void ordersByItsText() {
    const Guid low = *Guid::parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    const Guid high = *Guid::parse("f08fad5b-d9cb-469f-a165-70867728950e");
    QVERIFY(low < high);
    QVERIFY(low.toString() < high.toString());
  }

  void strongIdsReadAndWriteAsTheirGuid() {
    const auto id = PatientId::parse("{0F8FAD5B-D9CB-469F-A165-70867728950E}");
    QVERIFY(id.has_value());
    QVERIFY(id->guid == kGuid);
    QCOMPARE(id->toString(), kGuid.toString());
    QVERIFY(!PatientId::parse("bed 7"));
    static_assert(!std::is_convertible_v<PatientId, AlertId>);
  }
};

QTEST_APPLESS_MAIN(TestGuid)
#include "tst_guid.moc"
