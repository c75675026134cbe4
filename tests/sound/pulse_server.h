// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <chrono>
#include <optional>
#include <vector>

namespace vitalwall::test {

/// A PulseAudio daemon of our own with a null sink, so that sound can be played and recorded where
/// there is no audio hardware. Its socket is in a folder of its own; no other daemon is touched.
class PulseServer {
 public:
  PulseServer();
  ~PulseServer();

  /// Starts the daemon, or starts it again. False if it cannot run here: see errors().
  bool start();
  void kill();
  QString errors();

  /// Points this process and its children to the daemon. Call before Qt's audio is first used.
  void use() const;

  /// The null sink comes and goes as a device does that is plugged in.
  bool addSink(const QString& name = QStringLiteral("alarm"));
  bool removeSink();
  /// One of pactl's commands.
  bool control(const QStringList& arguments) const;

  /// Index of the stream that the process `pid` plays, for pactl; empty while it plays none.
  QString streamOf(qint64 pid) const;

  /// Waits until this process has connected to the daemon.
  bool waitForConnection() const;

  static constexpr double kRecordingRate = 48000;
  /// Begins to record what the sink plays; true as soon as samples come.
  bool record();
  /// Waits until something has sounded and `length` has been recorded from then on.
  bool waitForSound(std::chrono::milliseconds length);
  /// All that has been recorded since record().
  std::vector<float> recorded() const;

 private:
  void take(const QByteArray& bytes);
  QString socket() const { return m_folder.filePath(QStringLiteral("native")); }

  QTemporaryDir m_folder;
  QProcess m_daemon;
  QProcess m_recorder;
  QByteArray m_bytes;
  std::optional<qsizetype> m_firstLoud;  ///< in m_bytes
  QString m_sink;                        ///< name
  QString m_sinkModule;
};

}  // namespace vitalwall::test
