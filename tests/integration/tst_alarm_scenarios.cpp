// SPDX-License-Identifier: GPL-3.0-or-later
// What is expected of the running pair and what comes, as a table: every scenario of the simulator,
// and the recorded alarms of the PhysioNet/CinC Challenge 2015 that are at 300 s of their records.
// The recordings take five and a half minutes and are played in the long run only
// (./dev chaos: VITALWALL_CHAOS_CYCLES is set).
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "integration/daemon.h"
#include "integration/station.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::integration;

namespace {

constexpr double kScenarioAt = 30;    // s
constexpr double kSimulatedFor = 68;  // s: until the slowest of them, desaturation, is alarmed
constexpr double kRecordedFor = 318;  // s

/// An alarm as it came up on the station.
struct Raised {
  QString bed;
  QString text;  ///< "*** ASYSTOLE"
  double second = 0;
};

/// Writes down every alarm that a station shows, from now on.
class AlarmDiary : public QObject {
 public:
  explicit AlarmDiary(const Station& station) : m_ward(station.ward()) {
    m_time.start();
    connect(&m_ward.alarms(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) {
              for (int row = first; row <= last; ++row) note(m_ward.alarms().row(row).alert);
            });
  }

  double elapsed() const { return static_cast<double>(m_time.elapsed()) / 1000; }

  std::vector<Raised> of(const QString& bed) const {
    std::vector<Raised> found;
    std::copy_if(m_raised.begin(), m_raised.end(), std::back_inserter(found),
                 [&bed](const Raised& raised) { return raised.bed == bed; });
    return found;
  }

 private:
  void note(const Alert& alert) {
    m_raised.push_back({m_ward.beds().labelOf(alert.patient), models::alarmText(alert), elapsed()});
  }

  const models::Ward& m_ward;
  QElapsedTimer m_time;
  std::vector<Raised> m_raised;
};

QString described(const std::vector<Raised>& alarms) {
  QStringList words;
  for (const auto& raised : alarms)
    words << u"%1 at %2 s"_s.arg(raised.text).arg(raised.second, 0, 'f', 1);
  return words.isEmpty() ? u"nothing"_s : words.join(u"; "_s);
}

/// What must come of one bed: an alarm that matches `first` between the two times, before it
/// nothing, and besides it nothing but `consequences`. Without `first`: nothing else at all.
struct Expectation {
  QString first;
  double soonest = 0;
  double latest = 0;
  QString consequences = u"(?!)"_s;
};

bool matches(const Raised& raised, const QString& pattern) {
  return QRegularExpression(QRegularExpression::anchoredPattern(pattern))
      .match(raised.text)
      .hasMatch();
}

/// What is wrong with `alarms`, in words; empty if they are as expected.
QString objectionTo(const std::vector<Raised>& alarms, const Expectation& expected) {
  bool isFound = expected.first.isEmpty();
  for (const auto& raised : alarms) {
    const bool isIt = !isFound && matches(raised, expected.first) &&
                      raised.second >= expected.soonest && raised.second <= expected.latest;
    if (!isIt && !matches(raised, expected.consequences))
      return u"unexpected: %1 at %2 s"_s.arg(raised.text).arg(raised.second);
    isFound = isFound || isIt;
  }
  return isFound ? QString() : u"%1 did not come"_s.arg(expected.first);
}

void addRow(const char* name, const QString& bed, const Expectation& expected) {
  QTest::newRow(name) << bed << expected;
}

/// A pressure that is gone, or a score that follows from what is wrong, is no false alarm.
const auto kPressures = uR"(\*+ ABP (sys|dia|mean) .*)"_s;
const auto kScore = uR"(\* NEWS2 .*)"_s;

QString either(const QStringList& patterns) {
  return u"(?:"_s + patterns.join(u'|') + u')';
}

}  // namespace

Q_DECLARE_METATYPE(Expectation)

class TestAlarmScenarios : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void simulated_data();
  void simulated() { judge(); }
  void recorded_data();
  void recorded();
  void cleanupTestCase() { m_diary.reset(); }

 private:
  void judge();
  bool isLong() const { return qEnvironmentVariableIsSet("VITALWALL_CHAOS_CYCLES"); }

  std::optional<Daemon> m_daemon;
  std::optional<Station> m_station;
  std::optional<AlarmDiary> m_diary;
};

void TestAlarmScenarios::initTestCase() {
  QStringList sources{u"sim:16"_s};
  for (const auto* scenario :
       {"desaturation@30/1", "bradycardia@30/3", "tachycardia@30/6", "hypotension@30/7",
        "apnoea@30/9", "asystole@30/10", "lead-off@30/11", "artefact@30/12",
        "ventricular-tachycardia@30/14", "ventricular-fibrillation@30/15"})
    sources[0] += u":scenario="_s + QLatin1String(scenario);
  if (isLong()) sources << u"replay:" VITALWALL_DATA_DIR "/wfdb/challenge2015"_s;
  m_daemon.emplace(sources);
  m_station.emplace(m_daemon->address(), "Ana Ruiz");
  m_diary.emplace(*m_station);
  QTRY_VERIFY_WITH_TIMEOUT(m_station->isLive(), LineProcess::kPatienceMs);
  const double length = isLong() ? kRecordedFor : kSimulatedFor;
  QTRY_VERIFY_WITH_TIMEOUT(m_diary->elapsed() >= length, 400'000);
  QVERIFY(m_station->isLive());
}

void TestAlarmScenarios::simulated_data() {
  QTest::addColumn<QString>("bed");
  QTest::addColumn<Expectation>("expected");
  addRow("desaturation", u"Bed 01"_s, {uR"(\*\* SpO2 .* < 90)"_s, 31, 62, kScore});
  addRow("calm", u"Bed 02"_s, {});
  addRow("bradycardia", u"Bed 03"_s, {uR"(\*\* HR .* < 50)"_s, 31, 50, kScore});
  addRow("tachycardia", u"Bed 06"_s, {uR"(\*\* HR .* > 200)"_s, 31, 50, kScore});
  addRow("hypotension", u"Bed 07"_s, {uR"(\*\* ABP sys .* < 70)"_s, 31, 50, kPressures});
  addRow("apnoea", u"Bed 09"_s,
         {uR"(\*\*\* APNOEA)"_s, 45, 55, either({uR"(\*+ SpO2 .* < 90)"_s, kScore})});
  addRow("asystole", u"Bed 10"_s, {uR"(\*\*\* ASYSTOLE)"_s, 32, 40});
  addRow("lead off", u"Bed 11"_s, {uR"(\*\* HR lead or sensor off)"_s, 29, 36});
  addRow("artefact", u"Bed 12"_s,
         {uR"(\* HR signal poor)"_s, 31, 45, uR"(\* (PR|SpO2) signal poor)"_s});
  addRow("ventricular tachycardia", u"Bed 14"_s,
         {uR"(\*\*\* V-TACH)"_s, 30, 36, uR"(\*\*\* HR .* > 220)"_s});
  addRow("ventricular fibrillation", u"Bed 15"_s,
         {uR"(\*\*\* V-FIB)"_s, 30, 38, either({kPressures, uR"(\*\*\* ASYSTOLE)"_s})});
}

void TestAlarmScenarios::recorded_data() {
  QTest::addColumn<QString>("bed");
  QTest::addColumn<Expectation>("expected");
  // Limits and scores may alarm as they are crossed: what is judged is the rhythm. A tachycardia
  // may also be taken for a fibrillation once it is alarmed: v139l is.
  const auto others = uR"((?!.*(V-TACH|V-FIB|ASYSTOLE)).*)"_s;
  const auto fibrillation = uR"(\*\*\* V-FIB)"_s;
  for (const auto* bed : {"v131l", "v139l", "v253l"})
    addRow(qPrintable(u"%1, true tachycardia"_s.arg(QLatin1String(bed))), QLatin1String(bed),
           {uR"(\*\*\* V-TACH)"_s, 288, 303, either({others, fibrillation})});
  for (const auto* bed : {"v115l", "v153l"})
    addRow(qPrintable(u"%1, false tachycardia"_s.arg(QLatin1String(bed))), QLatin1String(bed),
           {{}, 0, 0, others});
  addRow("a103l, false asystole", u"a103l"_s, {{}, 0, 0, others});
}

void TestAlarmScenarios::recorded() {
  if (!isLong()) QSKIP("Five minutes of recordings are played in the long run: ./dev chaos");
  judge();
}

void TestAlarmScenarios::judge() {
  QFETCH(QString, bed);
  QFETCH(Expectation, expected);
  const auto alarms = m_diary->of(bed);
  qInfo("%-26s %s", QTest::currentDataTag(), qPrintable(described(alarms)));
  const auto objection = objectionTo(alarms, expected);
  QVERIFY2(objection.isEmpty(), qPrintable(objection));
}

QTEST_GUILESS_MAIN(TestAlarmScenarios)
#include "tst_alarm_scenarios.moc"
