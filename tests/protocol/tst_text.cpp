// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/text.h"

#include <QTest>

using namespace vitalwall::protocol;

class TestText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void validUtf8KeepsCharactersAndReplacesOtherBytes_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("valid");
    const auto same = [](const char* name, const std::string& text) {
      QTest::newRow(name) << text << text;
    };
    const auto mended = [](const char* name, const std::string& text, const std::string& valid) {
      QTest::newRow(name) << text << valid;
    };
    same("empty", "");
    same("ASCII", "HR 134 > 120");
    same("two bytes", "\u00fc");
    same("three bytes", "\u20ac");
    same("four bytes", "\U0001F4C8");
    same("last character", "\U0010FFFF");
    mended("Latin-1", "M\xfcller", "M?ller");
    mended("cut at the end", "x\xe2\x82", "x??");
    mended("lone continuation", "\x80", "?");
    mended("overlong slash", "\xc0\xaf", "??");
    mended("overlong in three", "\xe0\x80\xaf", "???");
    mended("surrogate", "\xed\xa0\x80", "???");
    mended("beyond Unicode", "\xf4\x90\x80\x80", "????");
    mended("no lead byte", "\xff", "?");
  }
  void validUtf8KeepsCharactersAndReplacesOtherBytes() {
    QFETCH(std::string, text);
    QTEST(validUtf8(text), "valid");
  }

  void shortenedCutsBetweenCharacters_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("limit");
    QTest::addColumn<std::string>("shortened");
    QTest::newRow("fits") << std::string("abcde") << 5 << std::string("abcde");
    QTest::newRow("does not") << std::string("abcdef") << 5 << std::string("ab...");
    QTest::newRow("in a character") << std::string("a\u20ac\u20ac") << 6 << std::string("a...");
    QTest::newRow("after one") << std::string("a\u20ac\u20ac\u20ac") << 7
                               << std::string("a\u20ac...");
  }
  void shortenedCutsBetweenCharacters() {
    QFETCH(std::string, text);
    QFETCH(int, limit);
    QTEST(shortened(text, static_cast<std::size_t>(limit)), "shortened");
  }

  void numbersAreWrittenShortest() {
    QCOMPARE(numberText(36.6), std::string("36.6"));
    QCOMPARE(numberText(401), std::string("401"));
    QCOMPARE(numberText(-1.7976931348623157e308), std::string("-1.7976931348623157e+308"));
  }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
