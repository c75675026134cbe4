// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/orders/simulated_orders.h"

#include <algorithm>
#include <string>

#include "sources/orders/order_catalogue.h"

namespace vitalwall::sources {
namespace {

constexpr double kShortestPause = 120;  // s between two changes for one patient
constexpr double kLongestPause = 600;

milliseconds drawPause(RandomStream& random) {
  return milliseconds(
      static_cast<std::int64_t>(1000 * random.uniform(kShortestPause, kLongestPause)));
}

std::string_view drawFrom(std::span<const std::string_view> texts, RandomStream& random) {
  return texts[random.below(texts.size())];
}

/// What becomes of an order that is not over.
OrderStatus nextStatus(OrderStatus status, RandomStream& random) {
  if (status == OrderStatus::OnHold) return OrderStatus::Active;
  const auto drawn = random.below(10);
  if (drawn < 6) return OrderStatus::Completed;
  return drawn < 8 ? OrderStatus::OnHold : OrderStatus::Cancelled;
}

bool isOver(const Order& order) {
  return order.status == OrderStatus::Completed || order.status == OrderStatus::Cancelled;
}

}  // namespace

SimulatedOrders::SimulatedOrders(const std::vector<Patient>& patients, std::uint64_t seed) {
  for (std::size_t i = 0; i < patients.size(); ++i) {
    Chart chart{.patient = patients[i].id,
                .ageGroup = patients[i].ageGroup,
                .random = RandomStream(seed ^ (0x0a4dULL << 48) ^ i)};
    const auto count = 1 + chart.random.below(3);
    for (std::uint64_t n = 0; n < count; ++n) chart.orders.push_back(writeOrder(chart));
    chart.nextAt = drawPause(chart.random);
    m_charts.push_back(std::move(chart));
  }
}

void SimulatedOrders::advance(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  if (!m_epoch) {
    m_epoch = now;
    giveFirst(wallNow, sink);
  }
  const auto elapsed = std::chrono::floor<milliseconds>(now - *m_epoch);
  while (Chart* chart = nextDue(elapsed)) {
    Order& order = changeOne(*chart);
    order.changedAt = wallNow - (elapsed - chart->nextAt);
    sink.onOrder(order);
    chart->nextAt += drawPause(chart->random);
  }
}

Order SimulatedOrders::writeOrder(Chart& chart) {
  const std::string name =
      "sim-order:" + chart.patient.toString() + ":" + std::to_string(chart.written++);
  return {.id = OrderId::fromName(name),
          .patient = chart.patient,
          .description = std::string(drawFrom(usualOrders(chart.ageGroup), chart.random)),
          .changedBy = std::string(drawFrom(inventedClinicians(), chart.random))};
}

/// One order of the chart takes its next status; one that was over gives way to a new order.
Order& SimulatedOrders::changeOne(Chart& chart) {
  Order& order = chart.orders[chart.random.below(chart.orders.size())];
  if (isOver(order)) return order = writeOrder(chart);
  order.status = nextStatus(order.status, chart.random);
  order.changedBy = drawFrom(inventedClinicians(), chart.random);
  return order;
}

/// The chart whose change comes first, if one is due.
SimulatedOrders::Chart* SimulatedOrders::nextDue(milliseconds elapsed) {
  const auto first =
      std::min_element(m_charts.begin(), m_charts.end(),
                       [](const Chart& a, const Chart& b) { return a.nextAt < b.nextAt; });
  return first != m_charts.end() && first->nextAt <= elapsed ? &*first : nullptr;
}

void SimulatedOrders::giveFirst(WallTime wallNow, SourceSink& sink) {
  for (Chart& chart : m_charts)
    for (Order& order : chart.orders) {
      order.changedAt = wallNow;
      sink.onOrder(order);
    }
}

}  // namespace vitalwall::sources
