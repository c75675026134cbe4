// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub.h"

#include <algorithm>
#include <utility>

namespace vitalwall::server {

Subscription::Subscription(Subscription&& other) noexcept
    : m_hub(std::exchange(other.m_hub, nullptr)),
      m_patient(other.m_patient),
      m_subscriber(other.m_subscriber) {}

Subscription& Subscription::operator=(Subscription&& other) noexcept {
  std::swap(m_hub, other.m_hub);
  std::swap(m_patient, other.m_patient);
  std::swap(m_subscriber, other.m_subscriber);
  return *this;
}

Subscription::~Subscription() {
  if (m_hub) m_hub->unsubscribe(m_patient, m_subscriber);
}

Subscription Hub::subscribe(PatientId patient, Subscriber& subscriber) {
  m_topics[patient].push_back(&subscriber);
  return {*this, patient, subscriber};
}

void Hub::unsubscribe(PatientId patient, Subscriber* subscriber) {
  const auto topic = m_topics.find(patient);
  Subscribers& subscribers = topic->second;
  subscribers.erase(std::find(subscribers.begin(), subscribers.end(), subscriber));
  if (subscribers.empty()) m_topics.erase(topic);
}

const Hub::Subscribers& Hub::subscribersOf(PatientId patient) const {
  static const Subscribers nobody;
  const auto topic = m_topics.find(patient);
  return topic == m_topics.end() ? nobody : topic->second;
}

void Hub::publish(const Alert& alert) {
  const Publication<Alert> publication(alert);
  for (auto* subscriber : subscribersOf(alert.patient)) subscriber->onAlert(publication);
}

void Hub::publish(const AlarmSettings& settings) {
  const Publication<AlarmSettings> publication(settings);
  for (auto* subscriber : subscribersOf(settings.patient)) subscriber->onSettings(publication);
}

void Hub::publish(const Order& order) {
  const Publication<Order> publication(order);
  for (auto* subscriber : subscribersOf(order.patient)) subscriber->onOrder(publication);
}

}  // namespace vitalwall::server
