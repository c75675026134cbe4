// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "server/publication.h"

namespace vitalwall::server {

/// Somebody who watches patients. Called on the ward executor; must not subscribe or unsubscribe
/// meanwhile.
class Subscriber {
 public:
  Subscriber() = default;
  Subscriber(const Subscriber&) = delete;
  Subscriber& operator=(const Subscriber&) = delete;
  virtual ~Subscriber() = default;

  virtual void onAlert(const Publication<Alert>& alert) = 0;
  virtual void onSettings(const Publication<AlarmSettings>& settings) = 0;
  virtual void onOrder(const Publication<Order>& order) = 0;
};

class Hub;

/// Keeps a subscriber subscribed; dropping it ends that. Ward executor only; must not outlive the
/// hub or the subscriber.
class Subscription {
 public:
  Subscription(Subscription&& other) noexcept;
  Subscription& operator=(Subscription&& other) noexcept;
  ~Subscription();

 private:
  friend class Hub;
  Subscription(Hub& hub, PatientId patient, Subscriber& subscriber)
      : m_hub(&hub), m_patient(patient), m_subscriber(&subscriber) {}

  Hub* m_hub;
  PatientId m_patient;
  Subscriber* m_subscriber;
};

/// Fan-out of what cannot wait for the end of a tick: it goes to everybody who watches the patient,
/// serialized once. Ward executor only.
class Hub {
 public:
  [[nodiscard]] Subscription subscribe(PatientId patient, Subscriber& subscriber);

  void publish(const Alert& alert);
  void publish(const AlarmSettings& settings);
  void publish(const Order& order);

  std::size_t subscriptionCount(PatientId patient) const { return subscribersOf(patient).size(); }

 private:
  friend class Subscription;
  using Subscribers = std::vector<Subscriber*>;

  const Subscribers& subscribersOf(PatientId patient) const;
  void unsubscribe(PatientId patient, Subscriber* subscriber);

  std::unordered_map<PatientId, Subscribers> m_topics;
};

}  // namespace vitalwall::server
