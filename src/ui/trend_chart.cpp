// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trend_chart.h"

#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QVBoxLayout>
#include <QValueAxis>

#include "ui/scaled_font.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

using namespace std::chrono_literals;

constexpr milliseconds kRedraw = 2s;
constexpr std::size_t kCurveColumns = 240;
constexpr int kLeastHeight = 130;
constexpr double kHighest = 200;  // rates, saturation and pressures of adults in one scale
constexpr std::array kSpansMinutes = {5, 15, 60};

// What the trend of a bed shows; a curve without points is simply not there.
constexpr std::array kCodes = {mdc::kHeartRate, mdc::kSpO2, mdc::kArterialMean, mdc::kNibpMean,
                               mdc::kRespiratoryRate};

QDateTime toQt(WallTime time) {
  return QDateTime::fromMSecsSinceEpoch(toUnixMillis(time));
}

}  // namespace

TrendChart::TrendChart(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_ward(ward), m_theme(theme) {
  build();
  addCurves();
}

void TrendChart::build() {
  m_view = new QChartView(this);
  m_view->setMinimumHeight(kLeastHeight);
  m_view->setAccessibleName(tr("Trend of the vital signs"));
  auto& chart = *m_view->chart();
  chart.setBackgroundBrush(m_theme.tile);
  chart.setBackgroundRoundness(5);
  chart.setMargins({2, 0, 6, 0});
  chart.layout()->setContentsMargins(0, 0, 0, 0);
  chart.legend()->hide();  // the names stand in the head line, which costs no height
  buildAxes();

  m_span = new QComboBox(this);
  m_span->setAccessibleName(tr("Time shown in the trend"));
  for (const int minutes : kSpansMinutes) m_span->addItem(tr("%1 min").arg(minutes), minutes);
  connect(m_span, &QComboBox::currentIndexChanged, this, &TrendChart::redraw);

  auto* head = new QHBoxLayout;
  auto* title = new QLabel(tr("&Trend"), this);
  title->setBuddy(m_span);
  m_names = new QLabel(this);
  m_names->setTextFormat(Qt::RichText);
  head->addWidget(title);
  head->addSpacing(8);
  head->addWidget(m_names, 1);
  head->addWidget(m_span);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addLayout(head);
  layout->addWidget(m_view, 1);
}

void TrendChart::buildAxes() {
  m_time = new QDateTimeAxis(this);
  m_time->setFormat(QStringLiteral("HH:mm"));
  m_time->setTickCount(6);
  m_value = new QValueAxis(this);
  m_value->setRange(0, kHighest);
  m_value->setTickCount(5);
  m_value->setLabelFormat(QStringLiteral("%d"));
  const auto small = scaledFont(font(), 0.86);
  for (QAbstractAxis* axis :
       {static_cast<QAbstractAxis*>(m_time), static_cast<QAbstractAxis*>(m_value)}) {
    axis->setLabelsColor(m_theme.mutedText);
    axis->setGridLineColor(m_theme.border);
    axis->setLinePenColor(m_theme.border);
    axis->setLabelsFont(small);
  }
  m_view->chart()->addAxis(m_time, Qt::AlignBottom);
  m_view->chart()->addAxis(m_value, Qt::AlignLeft);
}

void TrendChart::addCurves() {
  m_curves.reserve(kCodes.size());
  for (const auto code : kCodes)
    m_curves.emplace_back(*m_view->chart(), code, m_theme.colourOf(roleOf(code)));
}

void TrendChart::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  redraw();
}

void TrendChart::onFrame(SteadyTime now) {
  if (!isVisible() || now - m_drawnAt < kRedraw) return;
  m_drawnAt = now;
  redraw();
}

void TrendChart::redraw() {
  const auto to = newestPoint();
  const auto from = to - std::chrono::minutes(m_span->currentData().toInt());
  showRange(from, to);
  static const std::deque<models::TrendPoint> none;
  for (auto& curve : m_curves) {
    const auto& points = m_patient ? m_ward.trend().points(*m_patient, curve.code()) : none;
    curve.show(points, from, kCurveColumns);
  }
  showNames();
}

void TrendChart::showNames() {
  QStringList names;
  for (const auto& curve : m_curves)
    if (curve.shownPoints() > 0)
      names << QStringLiteral("<b style=\"color:%1\">%2</b>")
                   .arg(curve.colour().name(), labelOf(curve.code()));
  m_names->setText(names.join(QStringLiteral("&nbsp;&nbsp; ")));
}

WallTime TrendChart::newestPoint() const {
  WallTime newest{};
  for (const auto& curve : m_curves) {
    if (!m_patient) break;
    const auto& points = m_ward.trend().points(*m_patient, curve.code());
    if (!points.empty()) newest = std::max(newest, points.back().at);
  }
  return newest == WallTime{} ? m_ward.clock().wallNow() : newest;
}

void TrendChart::showRange(WallTime from, WallTime to) {
  m_time->setRange(toQt(from), toQt(to));
}

}  // namespace vitalwall::ui
