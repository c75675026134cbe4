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

/// Records the loudspeaker without a break and says when something sounds. Asks for no shorter
/// buffers than the station's output does: the sound server would make those of both shorter.
class Ear final : public QObject {
 public:
  Ear() : m_input(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&m_recorder, &QProcess::readyReadStandardOutput, this, &Ear::listen);
    connect(&m_input, &QSocketNotifier::activated, this, &Ear::readLine);
    m_recorder.start(QStringLiteral("parec"),
                     {QStringLiteral("--device=alarm.monitor"), QStringLiteral("--format=s16le"),
                      QStringLiteral("--rate=48000"), QStringLiteral("--channels=1"),
                      QStringLiteral("--latency-msec=100")});
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

  /// A recorder is given what is going to be played: a sample is heard as much later as it stands
  /// behind the first.
  void listen() {
    const auto moment = momentNow();
    const auto bytes = m_recorder.readAllStandardOutput();
    const auto isLoud = [](char byte) { return byte != 0; };
    const auto first = std::find_if(bytes.cbegin(), bytes.cend(), isLoud) - bytes.cbegin();
    const auto last = std::find_if(bytes.crbegin(), bytes.crend(), isLoud) - bytes.crbegin();
    m_silent = first == bytes.size() ? m_silent + last : last;
    if (m_state == State::Listening && first < bytes.size())
      tell(moment + first * 1'000'000'000 / kBytesPerSecond);
    if (m_state == State::Asked && m_silent >= kSilence) beginToListen();
  }

  void tell(std::int64_t moment) {
    m_state = State::Idle;
    say("heard ", moment);
  }

  void beginToListen() {
    m_state = State::Listening;
    say("listening");
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
