// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/alert_service.h"

#include <QTest>
#include <set>

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kEpoch = 1'767'225'600'000;

/// A patient, the service, and a clock that goes on by a second with every step.
class Bedside {
 public:
  std::vector<Alert> measure(std::optional<double> heartRate, Validity validity = Validity::Valid) {
    return apply({{mdc::kHeartRate, Unit::BeatPerMinute, heartRate, validity, m_now}});
  }

  std::vector<Alert> apply(std::vector<Numeric> numerics) {
    m_now += 1s;
    return service.apply(patient, {patient.id, m_now, std::move(numerics)}, m_now);
  }

  AcknowledgeResult acknowledge(AlertId alert, const char* by) {
    m_now += 1s;
    return service.acknowledge(alert, by, m_now);
  }

  Patient patient{PatientId::fromName("Ada"), "Bed 01", "Ada", AgeGroup::Adult, {}, {}};
  DefaultLimits limits;
  AlertService service{kEpoch, limits, RevisionLog(100)};

 private:
  WallTime m_now = fromUnixMillis(kEpoch);
};

}  // namespace

class TestAlertService : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void raisesOnceAndClears() {
    Bedside bed;
    QVERIFY(bed.measure(80).empty());
    const auto raised = bed.measure(134);
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].message, std::string("HR 134 > 120"));
    QCOMPARE(raised[0].priority, AlertPriority::Medium);
    QCOMPARE(raised[0].revision, 1U);
    QVERIFY(raised[0].needsAttention());

    QVERIFY2(bed.measure(130).empty(), "a better value is no new alarm");
    QVERIFY2(bed.measure(119).empty(), "within the hysteresis nothing ends");
    const auto cleared = bed.measure(110);
    QCOMPARE(cleared.size(), 1U);
    QCOMPARE(cleared[0].id, raised[0].id);
    QCOMPARE(cleared[0].revision, 2U);
    QVERIFY(!cleared[0].isActive());
    QVERIFY(cleared[0].changedAt > cleared[0].raisedAt);
    QVERIFY(bed.service.openAlerts(bed.patient.id).empty());
  }

  void hysteresisRaisesNothing() {
    Bedside bed;
    QVERIFY(bed.measure(119).empty());
    QVERIFY(bed.measure(120).empty());
  }

  void newEpisodeHasANewId() {
    Bedside bed;
    const auto first = bed.measure(130);
    bed.measure(80);
    const auto second = bed.measure(130);
    QVERIFY(first[0].id != second[0].id);
    QCOMPARE(second[0].revision, 3U);
  }

  void showsTheWorstValue() {
    Bedside bed;
    bed.measure(125);
    QVERIFY2(bed.measure(125.2).empty(), "the same number on screen is no change");
    const auto worse = bed.measure(131);
    QCOMPARE(worse[0].message, std::string("HR 131 > 120"));
    bed.measure(123);
    QCOMPARE(bed.service.openAlerts(bed.patient.id)[0].value, std::optional(131.0));
  }

  void escalatesTheSameEpisode() {
    Bedside bed;
    const auto raised = bed.measure(130);
    bed.acknowledge(raised[0].id, "Ann");
    const auto escalated = bed.measure(150);
    QCOMPARE(escalated.size(), 1U);
    QCOMPARE(escalated[0].id, raised[0].id);
    QCOMPARE(escalated[0].priority, AlertPriority::High);
    QCOMPARE(escalated[0].message, std::string("HR 150 > 140"));
    QVERIFY2(!escalated[0].acknowledged, "who silenced 130 has not seen 150");
    QCOMPARE(escalated[0].raisedAt, raised[0].raisedAt);

    QVERIFY2(bed.measure(135).empty(), "the priority never falls within an episode");
    QVERIFY(bed.acknowledge(raised[0].id, "Ann").changed);
    QVERIFY2(bed.measure(150).empty(), "so the extreme limit cannot sound again and again");
  }

  void highAndLowAreTwoConditions() {
    Bedside bed;
    const auto high = bed.measure(150);
    const auto swapped = bed.measure(30);
    QCOMPARE(swapped.size(), 2U);
    const bool lowFirst = swapped[0].condition == mdc::kEventLow;
    const Alert& low = swapped[lowFirst ? 0 : 1];
    const Alert& cleared = swapped[lowFirst ? 1 : 0];
    QVERIFY(low.isActive());
    QCOMPARE(cleared.id, high[0].id);
    QVERIFY(!cleared.isActive());
  }

  void missingValueKeepsTheAlarmAndSaysSo() {
    Bedside bed;
    bed.measure(134);
    const auto missing = bed.measure(std::nullopt, Validity::NotMeasured);
    QCOMPARE(missing.size(), 1U);
    QVERIFY(missing[0].isActive());
    QCOMPARE(missing[0].message, std::string("HR 134 > 120 (no value now)"));
    QVERIFY2(bed.measure(std::nullopt, Validity::NotMeasured).empty(), "it is said once");

    const auto again = bed.measure(133);
    QCOMPARE(again.size(), 1U);
    QCOMPARE(again[0].message, std::string("HR 134 > 120"));
  }

  void parameterThatVanishesKeepsItsAlarm() {
    Bedside bed;
    bed.measure(134);
    const auto missing = bed.apply({{mdc::kSpO2, Unit::Percent, 97, Validity::Valid, {}}});
    QCOMPARE(missing.size(), 1U);
    QVERIFY(missing[0].isActive());
    QVERIFY(missing[0].message.ends_with("(no value now)"));
  }

  void leadOffIsTechnicalAndEndsWithAValue() {
    Bedside bed;
    bed.measure(134);
    const auto off = bed.measure(std::nullopt, Validity::LeadOff);
    QCOMPARE(off.size(), 2U);
    const auto leadOff = std::find_if(off.begin(), off.end(), [](const Alert& alert) {
      return alert.kind == AlertKind::Technical;
    });
    QVERIFY(leadOff != off.end());
    QCOMPARE(leadOff->message, std::string("HR lead or sensor off"));
    QCOMPARE(bed.service.openAlerts(bed.patient.id).size(), 2U);
    bed.measure(80);
    QVERIFY(bed.service.openAlerts(bed.patient.id).empty());
  }

  void firstAcknowledgementStays() {
    Bedside bed;
    const auto raised = bed.measure(134);
    const auto first = bed.acknowledge(raised[0].id, "Ann");
    QCOMPARE(first.outcome, CommandOutcome::Ok);
    QCOMPARE(first.changed->revision, 2U);
    QVERIFY(!first.changed->needsAttention());

    const auto second = bed.acknowledge(raised[0].id, "Ben");
    QCOMPARE(second.outcome, CommandOutcome::AlreadyDone);
    QCOMPARE(second.acknowledgement.by, std::string("Ann"));
    QCOMPARE(second.acknowledgement.at, first.acknowledgement.at);
    QVERIFY(!second.changed);
    QCOMPARE(bed.service.revision(), 2U);
  }

  void unknownOrEndedAlertIsNotFound() {
    Bedside bed;
    QCOMPARE(bed.acknowledge(AlertId::fromName("none"), "Ann").outcome, CommandOutcome::NotFound);
    const auto raised = bed.measure(134);
    bed.measure(80);
    QCOMPARE(bed.acknowledge(raised[0].id, "Ann").outcome, CommandOutcome::NotFound);
  }

  void worseningKeepsTheAcknowledgement() {
    Bedside bed;
    const auto raised = bed.measure(125);
    bed.acknowledge(raised[0].id, "Ann");
    const auto worse = bed.measure(135);
    QVERIFY(worse[0].acknowledged.has_value());
  }

  /// The same measurements give the same alerts, at most one episode is open per condition, and
  /// revisions only rise: over a long walk through all limits.
  void invariantsOfALongWalk() {
    Bedside bed;
    Bedside twin;
    std::uint64_t revision = 0;
    std::uint32_t random = 7;
    for (int step = 0; step < 20'000; ++step) {
      random = random * 1'664'525 + 1'013'904'223;
      const double value = 20 + (random >> 16) % 160;
      const auto validity = random % 11 == 0 ? Validity::LeadOff : Validity::Valid;
      const auto given = validity == Validity::Valid ? std::optional(value) : std::nullopt;
      const auto changed = bed.measure(given, validity);
      QVERIFY(changed == twin.measure(given, validity));
      for (const auto& alert : changed) QCOMPARE(alert.revision, ++revision);
      std::set<std::pair<MdcCode, MdcCode>> conditions;
      for (const auto& alert : bed.service.openAlerts(bed.patient.id))
        QVERIFY(conditions.emplace(alert.condition, alert.parameter).second);
    }
    QVERIFY(revision > 1000);
  }

  void anotherRunHasOtherIds() {
    Bedside bed;
    const AlertId first = bed.measure(134)[0].id;
    AlertService later(kEpoch + 1, bed.limits);
    const Vitals vitals{
        bed.patient.id, {}, {{mdc::kHeartRate, Unit::BeatPerMinute, 134, Validity::Valid, {}}}};
    QVERIFY(later.apply(bed.patient, vitals, {})[0].id != first);
  }
};

QTEST_APPLESS_MAIN(TestAlertService)
#include "tst_alert_service.moc"
