// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub.h"

#include <QTest>

using namespace vitalwall;
using namespace vitalwall::server;

namespace {

const PatientId kAda = PatientId::fromName("Ada");
const PatientId kBob = PatientId::fromName("Bob");

/// Keeps what it is told.
class Listener final : public Subscriber {
 public:
  void onAlert(const Publication<Alert>& alert) override {
    alerts.push_back(alert.in(Dialect::Extended));
  }
  void onSettings(const Publication<AlarmSettings>& changed) override {
    settings.push_back(changed.in(Dialect::Extended));
  }
  void onOrder(const Publication<Order>& order) override {
    orders.push_back(order.in(Dialect::Extended));
  }

  std::vector<SharedBytes> alerts;
  std::vector<SharedBytes> settings;
  std::vector<SharedBytes> orders;
};

Alert alertOf(PatientId patient) {
  Alert alert;
  alert.id = AlertId::fromName("alert");
  alert.patient = patient;
  return alert;
}

Order orderOf(PatientId patient) {
  return {OrderId::fromName("order"), patient, "Heparin", OrderStatus::Active, "Dr. X", {}};
}

}  // namespace

class TestHub : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsThoseWhoWatchThePatient() {
    Hub hub;
    Listener ann;
    Listener ben;
    const auto first = hub.subscribe(kAda, ann);
    const auto second = hub.subscribe(kBob, ben);
    hub.publish(alertOf(kAda));
    hub.publish(orderOf(kBob));
    QCOMPARE(ann.alerts.size(), 1U);
    QVERIFY(ann.orders.empty());
    QVERIFY(ben.alerts.empty());
    QCOMPARE(ben.orders.size(), 1U);
  }

  void serializesOnceForAll() {
    Hub hub;
    Listener ann;
    Listener ben;
    const auto first = hub.subscribe(kAda, ann);
    const auto second = hub.subscribe(kAda, ben);
    hub.publish(alertOf(kAda));
    QCOMPARE(ann.alerts.at(0).get(), ben.alerts.at(0).get());
  }

  void droppingASubscriptionEndsIt() {
    Hub hub;
    Listener ann;
    {
      auto first = hub.subscribe(kAda, ann);
      const auto moved = std::move(first);
      QCOMPARE(hub.subscriptionCount(kAda), 1U);
    }
    QCOMPARE(hub.subscriptionCount(kAda), 0U);
    hub.publish(alertOf(kAda));
    QVERIFY(ann.alerts.empty());
  }
};

QTEST_APPLESS_MAIN(TestHub)
#include "tst_hub.moc"
