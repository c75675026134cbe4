// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "ui/wall/wall_widget.h"
#include "wall_peers.h"

namespace vitalwall::bench {
namespace {

using std::chrono::microseconds;

constexpr double kRingSeconds = 40;
constexpr int kFramesPerSecond = 60;

class StationPeer final : public Peer {
 public:
  StationPeer(const BenchScene& benchScene, bool values)
      : Peer(benchScene), m_values(values), m_wall(ui::Theme::dark()) {
    m_wall.resize(BenchScene::kSize);
    m_wall.setTileCount(scene().tiles());
    for (const BenchWave& wave : scene().waves())
      m_rings.emplace_back(wave.channel.samplesPerSecond, kRingSeconds);
    for (int tile = 0; tile < scene().tiles(); ++tile) addTile(tile);
    m_wall.show();
    QCoreApplication::processEvents();
  }

  void frame() override {
    ++m_frame;
    takeSamples();
    if (m_values) changeValues();
    m_wall.frame(ui::FrameTime(microseconds(1'000'000 * m_frame / kFramesPerSecond)));
    QCoreApplication::processEvents();
  }

 private:
  void addTile(int tile) {
    m_contents.push_back(scene().content(tile));
    m_contents.back().notice.reset();
    if (!m_values) m_contents.back().alarm.reset();
    m_wall.setContent(tile, m_contents.back());
    std::vector<ui::TraceSource> traces;
    for (const std::size_t i : {2 * std::size_t(tile), 2 * std::size_t(tile) + 1})
      traces.push_back({&m_rings[i], scene().waves()[i].channel, scene().waves()[i].colour});
    m_wall.setTraces(tile, std::move(traces));
  }

  void takeSamples() {
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
      const BenchWave& wave = scene().waves()[i];
      const double held = kRingSeconds / 2 * wave.channel.samplesPerSecond;
      m_block.firstSample =
          m_rings[i].isEmpty() ? wave.end - std::uint64_t(held) : m_rings[i].end();
      m_block.samples.clear();
      for (auto index = m_block.firstSample; index < wave.end; ++index)
        m_block.samples.push_back(wave.at(index));
      m_rings[i].append(m_block);
    }
  }

  /// A sixtieth of the tiles a frame gets new values, as they come in a ward.
  void changeValues() {
    for (int tile = int(m_frame % kFramesPerSecond); tile < scene().tiles();
         tile += kFramesPerSecond) {
      auto& content = m_contents[std::size_t(tile)];
      for (std::size_t i = 0; i < content.numerics.size(); ++i)
        content.numerics[i].value =
            QString::number(60 + (m_frame / kFramesPerSecond + qint64(i)) % 40);
      m_wall.setContent(tile, content);
    }
  }

  bool m_values;
  std::int64_t m_frame = 0;
  std::deque<WaveRing> m_rings;
  std::vector<ui::TileContent> m_contents;
  WaveBlock m_block;
  ui::WallWidget m_wall;
};

}  // namespace

std::unique_ptr<Peer> makeStationPeer(const BenchScene& scene, bool values) {
  return std::make_unique<StationPeer>(scene, values);
}

}  // namespace vitalwall::bench
