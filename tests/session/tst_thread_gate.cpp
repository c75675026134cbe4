// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <array>
#include <thread>
#include <vector>

#include "session/thread_gate.h"

using vitalwall::session::ThreadGate;

class TestThreadGate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsInTheTargetsThreadInOrder();
  void runsWhatIsPostedMeanwhileLater();
  void dropsWhatComesAfterClosing();
};

void TestThreadGate::runsInTheTargetsThreadInOrder() {
  constexpr int kPosters = 4;
  constexpr int kPosts = 1000;
  QObject target;
  const auto gate = std::make_shared<ThreadGate>(&target);
  std::array<int, kPosters> next{};
  bool inOrder = true;
  bool inThread = true;
  std::vector<std::thread> posters;
  for (int poster = 0; poster < kPosters; ++poster)
    posters.emplace_back([&, poster] {
      for (int number = 0; number < kPosts; ++number)
        gate->post([&, poster, number] {
          inOrder = inOrder && next[std::size_t(poster)]++ == number;
          inThread = inThread && QThread::currentThread() == target.thread();
        });
    });
  for (auto& poster : posters) poster.join();
  QTRY_VERIFY(std::ranges::all_of(next, [](int count) { return count == kPosts; }));
  QVERIFY(inOrder);
  QVERIFY(inThread);
}

void TestThreadGate::runsWhatIsPostedMeanwhileLater() {
  QObject target;
  const auto gate = std::make_shared<ThreadGate>(&target);
  QString order;
  gate->post([&] {
    gate->post([&] { order += QLatin1Char('c'); });
    order += QLatin1Char('a');
  });
  gate->post([&] { order += QLatin1Char('b'); });
  QVERIFY2(order.isEmpty(), "Nothing may run inside post().");
  QTRY_COMPARE(order, QStringLiteral("abc"));
}

void TestThreadGate::dropsWhatComesAfterClosing() {
  QObject target;
  const auto gate = std::make_shared<ThreadGate>(&target);
  bool ran = false;
  gate->post([&] { ran = true; });
  gate->close();
  gate->post([&] { ran = true; });
  QCoreApplication::sendPostedEvents();
  QVERIFY(!ran);
}

QTEST_GUILESS_MAIN(TestThreadGate)
#include "tst_thread_gate.moc"
