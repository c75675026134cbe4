// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/percent_text.h"

#include <QTest>
#include <algorithm>

using namespace vitalwall::protocol;

class TestPercentText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thereAndBack_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("encoded");
    const auto row = [](const char* name, const std::string& text, const std::string& encoded) {
      QTest::newRow(name) << text << encoded;
    };
    row("empty", "", "");
    row("unreserved", "aZ09-._~", "aZ09-._~");
    row("blank and percent", "100 %", "100%20%25");
    row("two bytes", "S\u00f8ren", "S%C3%B8ren");
    row("four bytes", "\U0001FAC0", "%F0%9F%AB%80");
    row("no control: U+00A0", "\u00a0", "%C2%A0");
  }

  void thereAndBack() {
    QFETCH(std::string, text);
    QFETCH(std::string, encoded);
    QCOMPARE(encodePercent(text), encoded);
    QCOMPARE(decodePercent(encoded), std::optional(text));
  }

  void everyByteIsEncodedAsASCII() {
    for (int byte = 0; byte < 256; ++byte) {
      const std::string encoded = encodePercent(std::string(1, static_cast<char>(byte)));
      QVERIFY(
          std::all_of(encoded.begin(), encoded.end(), [](char c) { return c > ' ' && c <= '~'; }));
    }
  }

  void lowerCaseDigits() {
    QCOMPARE(decodePercent("%c3%b8"), std::optional<std::string>("\u00f8"));
  }

  void onlyCleanText_data() {
    QTest::addColumn<std::string>("encoded");
    const auto row = [](const char* name, const char* encoded) {
      QTest::newRow(name) << std::string(encoded);
    };
    row("half an escape", "Ann%2");
    row("escape without digits", "Ann%");
    row("no hex", "Ann%zz");
    row("half a character", "%C3");
    row("overlong slash", "%C0%AF");
    row("overlong three bytes", "%E0%80%AF");
    row("surrogate", "%ED%A0%80");
    row("beyond Unicode", "%F4%90%80%80");
    row("lone continuation", "%80");
    row("line feed", "Ann%0Aforged");
    row("C1 control", "%C2%85");
    row("delete", "%7F");
  }

  void onlyCleanText() {
    QFETCH(std::string, encoded);
    QVERIFY(!decodePercent(encoded));
  }
};

QTEST_APPLESS_MAIN(TestPercentText)
#include "tst_percent_text.moc"
