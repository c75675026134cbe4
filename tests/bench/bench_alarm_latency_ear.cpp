// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>
#include <QCoreApplication>
#include <QProcess>
#include <QSocketNotifier>
#include <algorithm>

#include "bench/bench_alarm_latency_roles.h"
#include "bench/bench_dialogue.h"
#include "sound/pulse_server.h"

namespace vitalwall::bench {
namespace {

constexpr int kBytesPerSecond = 48'000 * sizeof(qint16);
/// Longer than the breaks in the first half of a burst of high priority, which is played always.
constexpr qsizetype kSilence = kBytesPerSecond * 35 / 100;

/// Records the loudspeaker without a break and says when something sounds.
class Ear final : public QObject {
 public:
  Ear() : m_input(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&m_recorder, &QProcess::readyReadStandardOutput, this, &Ear::listen);
    connect(&m_input, &QSocketNotifier::activated, this, &Ear::readLine);
    m_recorder.start(QStringLiteral("parec"),
                     {QStringLiteral("--device=alarm.monitor"), QStringLiteral("--format=s16le"),
                      QStringLiteral("--rate=48000"), QStringLiteral("--channels=1"),
                      QStringLiteral("--latency-msec=20")});
  }
  ~Ear() override {
    m_recorder.disconnect();
    m_recorder.kill();
    m_recorder.waitForFinished();
  }

 private:
  enum class State { Idle, Asked, Listening };

  void readLine() {
    std::string line;
    if (!std::getline(std::cin, line)) return QCoreApplication::quit();
    m_state = State::Asked;
  }

  void listen() {
    const auto moment = momentNow();
    const auto bytes = m_recorder.readAllStandardOutput();
    const auto isLoud = [](char byte) { return byte != 0; };
    const auto last = std::find_if(bytes.crbegin(), bytes.crend(), isLoud);
    m_silent = last == bytes.crend() ? m_silent + bytes.size() : last - bytes.crbegin();
    judge(last != bytes.crend(), moment);
  }

  void judge(bool isLoud, std::int64_t moment) {
    if (m_state == State::Listening && isLoud) {
      m_state = State::Idle;
      say("heard ", moment);
    } else if (m_state == State::Asked && m_silent >= kSilence) {
      m_state = State::Listening;
      say("listening");
    }
  }

  QProcess m_recorder;
  QSocketNotifier m_input;
  State m_state = State::Idle;
  qsizetype m_silent = 0;  ///< bytes at the end of what was recorded
};

}  // namespace

int listenToSound() {
  test::PulseServer server;
  server.use();
  const bool isThere = server.start() && server.addSink();
  say("ready ", isThere ? qgetenv("PULSE_SERVER").constData() : "none");
  const Ear ear;
  return QCoreApplication::exec();
}

}  // namespace vitalwall::bench
