// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tile_presenter.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/mark_presenter.h"
#include "ui/numeric_presenter.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

struct TileText {
  Q_DECLARE_TR_FUNCTIONS(TileText)
};

/// The alarm's text without its priority prefix, which the tile draws itself.
QString withoutPrefix(const Alert& alert) {
  const auto prefix = fromView(priorityPrefix(alert.priority));
  const auto text = models::alarmText(alert).mid(prefix.size()).trimmed();
  return alert.state == AlertState::Latched ? TileText::tr("%1 (ended)").arg(text) : text;
}

std::optional<TileAlarm> presentAlarm(const models::Ward& ward, PatientId patient) {
  const auto alarms = ward.alarms().alarmsOf(patient);
  if (alarms.empty()) return std::nullopt;
  const auto& worst = alarms.front()->alert;
  return TileAlarm{.priority = worst.priority,
                   .text = withoutPrefix(worst),
                   .acknowledged = worst.acknowledged.has_value(),
                   .others = static_cast<int>(alarms.size()) - 1,
                   .latched = worst.state == AlertState::Latched};
}

bool isExpired(const models::Ward& ward, std::optional<milliseconds> age) {
  return !age || ward.link().freshnessRule().judge(*age) == models::Freshness::Expired;
}

bool hasLiveWaves(const models::Ward& ward, const models::BedState& bed) {
  const auto at = ward.waves().receivedAt(bed.id());
  if (!at) return false;
  return !isExpired(ward, std::chrono::floor<milliseconds>(ward.clock().steadyNow() - *at));
}

QString silenceText(const models::Ward& ward, const models::BedState& bed) {
  const auto age = bed.vitalsAge(ward.clock().steadyNow());
  if (!age) return TileText::tr("Waiting for data");
  return TileText::tr("No data since %1").arg(timeText(ward.clock().wallNow() - *age));
}

/// Beside live waves it must not go unnoticed that the values are gone.
bool valuesAreGone(const models::Ward& ward, const models::BedState& bed) {
  return bed.vitals && isExpired(ward, bed.vitalsAge(ward.clock().steadyNow()));
}

/// Why there is no wave to see, if there is none.
std::optional<TileNotice> presentNotice(const models::Ward& ward, const models::BedState& bed) {
  if (hasLiveWaves(ward, bed)) return std::nullopt;
  const auto& link = ward.link().status();
  const bool isSilent = isExpired(ward, bed.vitalsAge(ward.clock().steadyNow()));
  if (isSilent && !link.isConnected())
    return TileNotice{TileText::tr("Connection lost\n%1").arg(silenceText(ward, bed)), true};
  if (isSilent) return TileNotice{silenceText(ward, bed), bed.vitals.has_value()};
  if (!link.extended) return TileNotice{TileText::tr("This server sends no waves"), false};
  if (bed.patient.waves.empty()) return TileNotice{TileText::tr("No waves"), false};
  return TileNotice{TileText::tr("Waiting for waves"), false};
}

int rankOf(const WaveChannel& channel) {
  switch (roleOf(channel.code)) {
    case ParameterRole::Ecg:
      return 0;
    case ParameterRole::ArterialPressure:
      return 1;
    case ParameterRole::SpO2:
      return 2;
    case ParameterRole::Respiration:
      return 3;
    default:
      return 4;
  }
}

/// Channel numbers by rank; of several ECG leads only the first counts as the telling one.
std::vector<std::size_t> rankedChannels(const std::vector<WaveChannel>& channels) {
  constexpr int kFurtherLead = 5;
  std::vector<std::pair<int, std::size_t>> ranked;
  bool hasLead = false;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    int rank = rankOf(channels[i]);
    if (rank == 0 && std::exchange(hasLead, true)) rank = kFurtherLead;
    ranked.emplace_back(rank, i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::size_t> order;
  order.reserve(ranked.size());
  for (const auto& [rank, channel] : ranked) order.push_back(channel);
  return order;
}

}  // namespace

TileContent presentTile(const models::Ward& ward, int row, bool isSelected) {
  const auto& bed = ward.beds().bed(row);
  TileContent content;
  content.bed = bed.label();
  content.patient = QString::fromStdString(bed.patient.name);
  content.ageGroup = bed.patient.ageGroup;
  content.alarm = presentAlarm(ward, bed.id());
  for (const auto& group : groupsOf(bed))
    content.numerics.push_back(presentNumeric(ward, bed, group));
  content.notice = presentNotice(ward, bed);
  content.marks = presentMarks(ward, bed);
  if (!content.notice && valuesAreGone(ward, bed))
    content.marks.push_back({TileText::tr("No values"), true});
  content.selected = isSelected;
  return content;
}

std::vector<TraceSource> presentTraces(const models::Ward& ward, int row, const Theme& theme,
                                       std::size_t limit) {
  const auto& patient = ward.beds().bed(row).patient;
  std::vector<TraceSource> traces;
  for (const auto channel : rankedChannels(patient.waves)) {
    if (traces.size() == limit) break;
    const auto& wave = patient.waves[channel];
    if (const auto* ring = ward.waves().ring(patient.id, channel))
      traces.push_back({ring, wave, theme.colourOf(roleOf(wave.code))});
  }
  return traces;
}

}  // namespace vitalwall::ui
