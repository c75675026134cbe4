// SPDX-License-Identifier: GPL-3.0-or-later
// Whose acknowledgement holds, revision by revision.
#include <QTest>

#include "storage/alarm_record.h"
#include "storage/record_samples.h"

using namespace vitalwall;
using namespace vitalwall::test;

namespace {

/// "M1" is a medium alarm in revision 1; "M2a" the same with Anna's acknowledgement, "b" with
/// Ben's.
Alert alertOf(const QString& text) {
  const auto priority = text[0] == u'H' ? AlertPriority::High : AlertPriority::Medium;
  Alert alert = makeAlert("HR", kBed1, priority, static_cast<std::uint64_t>(text[1].digitValue()));
  if (text.endsWith(u'a')) alert.acknowledged = byAnna();
  if (text.endsWith(u'b')) alert.acknowledged = byBen();
  return alert;
}

QString nameOf(const std::optional<Acknowledgement>& acknowledgement) {
  return acknowledgement ? QString::fromStdString(acknowledgement->by).left(3) : QString();
}

}  // namespace

class TestAcknowledgement : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_record = std::move(storage::openMemoryRecord()->repository); }

  void firstOneHolds_data() {
    QTest::addColumn<QString>("stored");  // one after the other
    QTest::addColumn<QString>("holds");
    QTest::addColumn<QString>("lostTo");  // for each store
    QTest::newRow("none") << "M1"
                          << ""
                          << "-";
    QTest::newRow("one") << "M1 M2a"
                         << "Ann"
                         << "- -";
    QTest::newRow("with the raising") << "M1a"
                                      << "Ann"
                                      << "-";
    QTest::newRow("second person") << "M1 M2a M3b"
                                   << "Ann"
                                   << "- - Ann";
    QTest::newRow("same revision") << "M1 M2a M2b"
                                   << "Ann"
                                   << "- - Ann";
    QTest::newRow("again") << "M1 M2a M2a"
                           << "Ann"
                           << "- - -";
    QTest::newRow("loser again") << "M1 M2a M3b M3b"
                                 << "Ann"
                                 << "- - Ann Ann";
    QTest::newRow("kept by later revisions") << "M1 M2a M3a"
                                             << "Ann"
                                             << "- - -";
    QTest::newRow("older loser") << "M1 M3a M2b"
                                 << "Ann"
                                 << "- - Ann";
    QTest::newRow("not withdrawn by ignorance") << "M1 M2a M3"
                                                << "Ann"
                                                << "- - -";
    QTest::newRow("withdrawn by a higher priority") << "M1 M2a H3"
                                                    << ""
                                                    << "- - -";
    QTest::newRow("then given again") << "M1 M2a H3 H4b"
                                      << "Ben"
                                      << "- - - -";
    QTest::newRow("both at once") << "M1 M2a H4b"
                                  << "Ben"
                                  << "- - -";
    QTest::newRow("withdrawn, all stored again") << "M1 M2a H3 M1 M2a H3"
                                                 << ""
                                                 << "- - - - - -";
    QTest::newRow("given again, all stored again") << "M1 M2a H3 H4b M2a H3 H4b"
                                                   << "Ben"
                                                   << "- - - - - - -";
    QTest::newRow("not withdrawn by a lower priority") << "H1 H2a M3"
                                                       << "Ann"
                                                       << "- - -";
  }

  void firstOneHolds() {
    QFETCH(QString, stored);
    QStringList losses;
    for (const QString& text : stored.split(u' ')) {
      const auto lost = m_record->store(recordOf({alertOf(text)}));
      QVERIFY(lost.ok());
      losses.append(lost->empty() ? QStringLiteral("-") : nameOf(lost->front().winner));
    }
    QTEST(losses.join(u' '), "lostTo");
    QTEST(nameOf(m_record->load()->open.front().acknowledged), "holds");
    QCOMPARE(m_record->revisions(alertOf(stored).id)->back(), m_record->load()->open.front());
  }

  void loserLearnsWhoWhenAndWhy() {
    QVERIFY(m_record->store(recordOf({alertOf(QStringLiteral("M1a"))})).ok());
    const auto lost = m_record->store(recordOf({alertOf(QStringLiteral("M2b"))}));
    const std::vector<LostAcknowledgement> expected = {{AlertId::fromName("HR"), byAnna()}};
    QCOMPARE(*lost, expected);
  }

  /// The rest of the loser's record is stored, with the acknowledgement that holds.
  void loserIsStoredOtherwise() {
    QVERIFY(m_record->store(recordOf({alertOf(QStringLiteral("M1a"))})).ok());
    Alert second = alertOf(QStringLiteral("M2b"));
    second.message = "HR 140 > 120";
    AlarmRecord record = recordOf({second});
    record.orders = {fullOrder("heparin", OrderStatus::Active)};
    QCOMPARE(m_record->store(record)->size(), 1U);
    const auto archive = m_record->load();
    second.acknowledged = byAnna();
    QCOMPARE(archive->open, std::vector{second});
    QCOMPARE(archive->orders, record.orders);
  }

 private:
  std::unique_ptr<AlarmRepository> m_record;
};

QTEST_GUILESS_MAIN(TestAcknowledgement)
#include "tst_acknowledgement.moc"
