// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_log.h"

#include <QTest>

#include "support/manual_clock.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

class TestServerLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void limitsEachTopicByItself() {
    ManualClock clock;
    QStringList lines;
    ServerLog log(
        [&lines](std::string_view line) {
          lines += QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
        },
        clock);
    for (int i = 0; i < 1000; ++i) log.writeLimited("malformed id", "an id that is no GUID");
    QCOMPARE(lines.size(), ServerLog::kLinesPerWindow);
    log.writeLimited("unknown patient", "another topic");
    QCOMPARE(lines.size(), ServerLog::kLinesPerWindow + 1);

    lines.clear();
    clock.advance(10s);
    log.writeLimited("malformed id", "an id that is no GUID");
    QCOMPARE(lines,
             (QStringList{QStringLiteral("995 more lines like this were left out: malformed id"),
                          QStringLiteral("an id that is no GUID")}));
  }

  void otherLinesAreNotLimited() {
    const ManualClock clock;
    int count = 0;
    ServerLog log([&count](std::string_view) { ++count; }, clock);
    for (int i = 0; i < 100; ++i) log.write("line");
    QCOMPARE(count, 100);
  }

  void worksWithoutASink() {
    const ManualClock clock;
    ServerLog log({}, clock);
    log.write("nobody reads this");
    log.writeLimited("topic", "nor this");
  }
};

QTEST_APPLESS_MAIN(TestServerLog)
#include "tst_server_log.moc"
