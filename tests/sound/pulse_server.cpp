// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_server.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::test {
namespace {

constexpr int kPatienceMs = 10'000;

}  // namespace

PulseServer::PulseServer() {
  m_daemon.setProcessChannelMode(QProcess::MergedChannels);
  QObject::connect(&m_recorder, &QProcess::readyReadStandardOutput, &m_recorder,
                   [this] { take(m_recorder.readAllStandardOutput()); });
}

PulseServer::~PulseServer() {
  m_recorder.disconnect();
  m_recorder.kill();
  m_recorder.waitForFinished(kPatienceMs);
  kill();
}

void PulseServer::use() const {
  qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
  qputenv("PULSE_SERVER", "unix:" + socket().toUtf8());
  qputenv("PULSE_COOKIE", m_folder.filePath(u"cookie"_s).toUtf8());
  qputenv("HOME", m_folder.path().toUtf8());
}

bool PulseServer::start() {
  QFile::remove(socket());
  m_daemon.start(
      u"pulseaudio"_s,
      {u"-n"_s, u"--daemonize=no"_s, u"--system=no"_s, u"--exit-idle-time=-1"_s,
       u"--use-pid-file=no"_s, u"--disable-shm=yes"_s, u"--realtime=no"_s, u"--high-priority=yes"_s,
       u"-L"_s, u"module-native-protocol-unix auth-anonymous=1 socket="_s + socket()});
  if (!m_daemon.waitForStarted(kPatienceMs)) return false;
  return QTest::qWaitFor(
             [this] { return m_daemon.state() == QProcess::NotRunning || QFile::exists(socket()); },
             kPatienceMs) &&
         m_daemon.state() == QProcess::Running;
}

void PulseServer::kill() {
  m_daemon.kill();
  m_daemon.waitForFinished(kPatienceMs);
}

QString PulseServer::errors() {
  return m_daemon.errorString() + u": "_s + QString::fromUtf8(m_daemon.readAll());
}

bool PulseServer::control(const QStringList& arguments) const {
  return QProcess::execute(u"pactl"_s, arguments) == 0;
}

QString PulseServer::streamOf(qint64 pid) const {
  QProcess pactl;
  pactl.start(u"pactl"_s, {u"--format=json"_s, u"list"_s, u"sink-inputs"_s});
  if (!pactl.waitForFinished(kPatienceMs)) return {};
  for (const auto stream : QJsonDocument::fromJson(pactl.readAllStandardOutput()).array())
    if (stream[u"properties"][u"application.process.id"] == QString::number(pid))
      return QString::number(stream[u"index"].toInteger());
  return {};
}

bool PulseServer::waitForConnection() const {
  const auto program = QCoreApplication::applicationFilePath().section(u'/', -1).toUtf8();
  return QTest::qWaitFor(
      [&program] {
        QProcess pactl;
        pactl.start(u"pactl"_s, {u"list"_s, u"short"_s, u"clients"_s});
        return pactl.waitForFinished(kPatienceMs) && pactl.readAll().contains(program);
      },
      kPatienceMs);
}

bool PulseServer::addSink(const QString& name) {
  m_sink = name;
  QProcess pactl;
  pactl.start(u"pactl"_s, {u"load-module"_s, u"module-null-sink"_s, u"sink_name="_s + name,
                           u"rate=48000"_s, u"channels=1"_s});
  if (!pactl.waitForFinished(kPatienceMs)) return false;
  m_sinkModule = QString::fromUtf8(pactl.readAllStandardOutput()).trimmed();
  return pactl.exitCode() == 0;
}

bool PulseServer::removeSink() {
  return control({u"unload-module"_s, m_sinkModule});
}

bool PulseServer::record() {
  m_recorder.kill();
  m_recorder.waitForFinished(kPatienceMs);
  m_bytes.clear();
  m_firstLoud.reset();
  m_recorder.start(u"parec"_s, {u"--device="_s + m_sink + u".monitor"_s, u"--format=s16le"_s,
                                u"--rate=48000"_s, u"--channels=1"_s, u"--latency-msec=50"_s});
  return QTest::qWaitFor([this] { return !m_bytes.isEmpty(); }, kPatienceMs);
}

void PulseServer::take(const QByteArray& bytes) {
  const auto from = m_bytes.size();
  m_bytes += bytes;
  const auto isLoud = [](char byte) { return byte != 0; };
  const auto loud = std::find_if(m_bytes.cbegin() + from, m_bytes.cend(), isLoud);
  if (!m_firstLoud && loud != m_bytes.cend()) m_firstLoud = loud - m_bytes.cbegin();
}

bool PulseServer::waitForSound(std::chrono::milliseconds length) {
  const auto bytes =
      static_cast<qsizetype>(kRecordingRate / 1000 * sizeof(qint16)) * length.count();
  return QTest::qWaitFor([&] { return m_firstLoud && m_bytes.size() >= *m_firstLoud + bytes; },
                         2 * kPatienceMs + static_cast<int>(length.count()));
}

std::vector<float> PulseServer::recorded() const {
  std::vector<float> samples(static_cast<std::size_t>(m_bytes.size()) / sizeof(qint16));
  for (std::size_t i = 0; i < samples.size(); ++i) {
    qint16 value = 0;
    std::memcpy(&value, m_bytes.constData() + i * sizeof value, sizeof value);
    samples[i] = static_cast<float>(value) / 32767.0F;
  }
  return samples;
}

}  // namespace vitalwall::test
