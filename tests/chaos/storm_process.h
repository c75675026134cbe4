// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <string>

namespace vitalwall::test {

/// One life of the storm server, ended by kill -9.
class StormProcess {
 public:
  static constexpr int kBeds = 64;
  static constexpr int kPeriodMs = 320;  ///< of each bed's alarm: 200 alarms a second in all

  /// Keeps its record in `folder`.
  explicit StormProcess(const QString& folder);
  ~StormProcess() { kill(); }

  StormProcess(const StormProcess&) = delete;
  StormProcess& operator=(const StormProcess&) = delete;

  /// HOST:PORT once it listens; empty when it does not.
  std::string address();

  void kill();

 private:
  QProcess m_process;
};

}  // namespace vitalwall::test
