// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

namespace vitalwall::test {

/// The values of a signal whose object lives in another thread, received in the thread of the test
/// as a window receives them. (QSignalSpy would write in the other thread.)
template <typename Value>
class QueuedValues {
 public:
  template <typename Object>
  QueuedValues(const Object& sender, void (Object::*signal)(Value)) {
    QObject::connect(
        &sender, signal, &m_context, [this](const Value& value) { m_values.push_back(value); },
        Qt::QueuedConnection);
  }

  const std::vector<Value>& all() const { return m_values; }
  std::size_t size() const { return m_values.size(); }
  bool isEmpty() const { return m_values.empty(); }
  const Value& last() const { return m_values.back(); }
  void clear() { m_values.clear(); }

 private:
  QObject m_context;
  std::vector<Value> m_values;
};

}  // namespace vitalwall::test
