// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/source.h"

/// Leaves the test with a sentence if the shared recordings are not on this machine.
#define NEEDS_RECORDINGS()                                           \
  if (!std::filesystem::is_directory(vitalwall::test::wfdbFolder())) \
  QSKIP("The shared recordings are not on this machine (VITALWALL_DATA_DIR).")

namespace vitalwall::test {

inline std::filesystem::path dataFolder() {
  return VITALWALL_DATA_DIR;
}
inline std::filesystem::path wfdbFolder() {
  return dataFolder() / "wfdb";
}

/// Paths below `folder` of all files whose name ends in `suffix`, sorted.
inline QStringList filesBelow(const std::filesystem::path& folder, const QString& suffix) {
  QStringList paths;
  QDirIterator files(QString::fromStdString(folder.string()), {QStringLiteral("*") + suffix},
                     QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) paths << files.next();
  paths.sort();
  return paths;
}

/// A folder that a test fills with records of its own; gone with the test.
class ScratchFolder {
 public:
  void write(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
  }
  std::filesystem::path path(const char* name) const {
    return m_folder.filePath(QString::fromLatin1(name)).toStdString();
  }
  std::filesystem::path path() const { return m_folder.path().toStdString(); }

 private:
  QTemporaryDir m_folder;
};

/// Little-endian 16-bit samples, as format 16 stores them.
inline QByteArray stored16(const std::vector<int>& samples) {
  QByteArray bytes;
  for (const int sample : samples) {
    bytes.append(static_cast<char>(sample & 0xFF));
    bytes.append(static_cast<char>(sample >> 8 & 0xFF));
  }
  return bytes;
}

/// A status or status-or as text for a comparison's failure message.
template <typename Result>
QByteArray sentenceOf(const Result& result) {
  if constexpr (requires { result.status(); })
    return QByteArray::fromStdString(std::string(result.status().message()));
  else
    return QByteArray::fromStdString(std::string(result.message()));
}

/// Keeps everything that a source gives.
class CollectingSink final : public SourceSink {
 public:
  void onVitals(const Vitals& update) override { vitals.push_back(update); }
  void onWave(const WaveBlock& block) override { blocks.push_back(block); }
  void onOrder(const Order&) override { QFAIL("a recording has no orders"); }

  std::vector<WaveBlock> blocksOf(std::uint32_t channel) const {
    std::vector<WaveBlock> chosen;
    std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(chosen),
                 [channel](const WaveBlock& block) { return block.channel == channel; });
    return chosen;
  }

  std::vector<Vitals> vitals;
  std::vector<WaveBlock> blocks;
};

}  // namespace vitalwall::test
