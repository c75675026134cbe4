// SPDX-License-Identifier: GPL-3.0-or-later
#include "wall_scene.h"

#include "ui/wall/tile_layout.h"
#include "ui/wall/wall_grid.h"

namespace vitalwall::bench {
namespace {

constexpr double kLoopSeconds = 8;  ///< whole beats at all the rates used
constexpr double kFramesPerSecond = 60;
constexpr int kTileGap = 3;
constexpr int kStartSeconds = 20;  ///< a full sweep is there when measuring begins

BenchWave waveOf(MdcCode code, ui::ParameterRole role, const QRect& area, double beatsPerMinute) {
  BenchWave wave;
  wave.area = area;
  wave.channel = test::waveChannel(code);
  wave.colour = ui::Theme::dark().colourOf(role);
  const double rate = wave.channel.samplesPerSecond;
  for (int i = 0; i < int(rate * kLoopSeconds); ++i)
    wave.loop.push_back(test::waveSample(code, i / rate, beatsPerMinute));
  wave.end = std::uint64_t(kStartSeconds * rate);
  return wave;
}

}  // namespace

BenchScene::BenchScene(int tiles) : m_tiles(tiles) {
  const auto grid = ui::WallGrid::fitting(tiles, kSize, kTileGap);
  const auto lanes = ui::TileLayout::forSize(grid.tileSize(), 1.0).lanes(2);
  for (int tile = 0; tile < tiles; ++tile) {
    const QPoint origin = grid.tileRect(tile).topLeft();
    const double beatsPerMinute = 60 + 7.5 * (tile % 8);
    m_waves.push_back(waveOf(mdc::kEcgLeadII, ui::ParameterRole::Ecg,
                             lanes[0].trace.translated(origin), beatsPerMinute));
    m_waves.push_back(waveOf(mdc::kPleth, ui::ParameterRole::SpO2,
                             lanes[1].trace.translated(origin), beatsPerMinute));
  }
}

void BenchScene::advance() {
  ++m_frame;
  for (BenchWave& wave : m_waves)
    wave.end = std::uint64_t((kStartSeconds + double(m_frame) / kFramesPerSecond) *
                             wave.channel.samplesPerSecond);
}

ui::TileContent BenchScene::content(int tile) const {
  return test::DemoWard(tile + 1, ui::Theme::dark(), 1).content(tile);
}

}  // namespace vitalwall::bench
