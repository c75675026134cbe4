// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bed_detail.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/numeric_cell.h"
#include "ui/numeric_presenter.h"
#include "ui/scaled_font.h"
#include "ui/trend_chart.h"

namespace vitalwall::ui {
namespace {

constexpr milliseconds kRefresh{250};
constexpr int kGridColumns = 3;
constexpr int kListHeight = 150;

/// As high as its lines, up to a limit: the room belongs to the trend.
void fitToContents(QListView& view) {
  view.setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  view.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  view.setFrameShape(QFrame::NoFrame);
  view.setMinimumHeight(0);
  view.setMaximumHeight(kListHeight);
}

QString ageGroupName(AgeGroup group) {
  switch (group) {
    case AgeGroup::Adult:
      return BedDetail::tr("adult");
    case AgeGroup::Paediatric:
      return BedDetail::tr("child");
    case AgeGroup::Neonate:
      break;
  }
  return BedDetail::tr("newborn");
}

}  // namespace

BedDetail::BedDetail(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_ward(ward),
      m_theme(theme),
      m_alarms(ward.alarms()),
      m_orders(models::OrderModel::PatientIdRole),
      m_delegate(theme, ward.clock(), nullptr) {
  // Qt's proxies take a mutable source, although this one only reads.
  m_orders.setSourceModel(const_cast<models::OrderModel*>(&ward.orders()));
  build(theme);
  connect(&ward.beds(), &QAbstractItemModel::rowsRemoved, this, [this] {
    if (m_patient && m_ward.beds().rowOf(*m_patient) < 0) Q_EMIT closeRequested();
  });
}

void BedDetail::build(const Theme& theme) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(8);
  layout->addWidget(buildHeader());
  m_grid = new QGridLayout;
  m_grid->setSpacing(6);
  layout->addLayout(m_grid);
  layout->addWidget(m_alarmTitle = new QLabel(this));
  layout->addWidget(m_alarmView = buildAlarms());
  m_trend = new TrendChart(m_ward, theme, this);
  layout->addWidget(m_trend, 1);
  layout->addWidget(m_orderTitle = new QLabel(this));
  layout->addWidget(buildOrders());
}

QWidget* BedDetail::buildHeader() {
  auto* header = new QWidget(this);
  m_bed = new QLabel(header);
  auto large = scaledFont(font(), 1.6);
  large.setBold(true);
  m_bed->setFont(large);
  m_person = new QLabel(header);
  auto* close = new QToolButton(header);
  close->setText(tr("Close  (Esc)"));
  connect(close, &QToolButton::clicked, this, &BedDetail::closeRequested);
  auto* layout = new QHBoxLayout(header);
  layout->setContentsMargins({});
  layout->addWidget(m_bed);
  layout->addWidget(m_person, 1);
  layout->addWidget(close);
  return header;
}

QListView* BedDetail::buildAlarms() {
  auto* view = new QListView(this);
  view->setModel(&m_alarms);
  view->setItemDelegate(&m_delegate);
  view->setAccessibleName(tr("Alarms of this patient"));
  view->setToolTip(tr("Double click or Enter acknowledges an alarm."));
  connect(view, &QListView::activated, this, [this](const QModelIndex& index) {
    const auto& alert = m_alarms.row(index.row()).alert;
    if (alert.needsAttention()) Q_EMIT acknowledgeRequested(alert.id);
  });
  fitToContents(*view);
  return view;
}

QListView* BedDetail::buildOrders() {
  auto* view = new QListView(this);
  view->setModel(&m_orders);
  view->setWordWrap(true);
  view->setSelectionMode(QAbstractItemView::NoSelection);
  view->setAccessibleName(tr("Orders for this patient"));
  fitToContents(*view);
  return view;
}

void BedDetail::open(PatientId patient) {
  m_patient = patient;
  m_alarms.setPatient(patient);
  m_orders.setPatient(patient);
  m_trend->setPatient(patient);
  present();
}

void BedDetail::close() {
  m_patient.reset();
  m_orders.setPatient(std::nullopt);
  m_trend->setPatient(std::nullopt);
}

void BedDetail::onFrame(FrameTime now) {
  if (!m_patient || !isVisible()) return;
  if (m_delegate.setFlash(FlashPhase::at(now))) m_alarmView->viewport()->update();
  m_trend->onFrame(now);
  if (now - m_presentedAt < kRefresh) return;
  m_presentedAt = now;
  present();
}

void BedDetail::present() {
  const auto* bed = m_patient ? m_ward.beds().find(*m_patient) : nullptr;
  if (!bed) return;
  presentHeader(*bed);
  presentTitles();
  presentNumerics(*bed);
}

void BedDetail::presentTitles() {
  const bool hasAlarms = m_alarms.rowCount() > 0;
  const bool hasOrders = m_orders.rowCount() > 0;
  m_alarmTitle->setText(hasAlarms ? tr("Alarms") : tr("No active alarm"));
  m_orderTitle->setText(hasOrders ? tr("Orders") : tr("No order"));
}

void BedDetail::presentHeader(const models::BedState& bed) {
  m_bed->setText(bed.label());
  const auto name = QString::fromStdString(bed.patient.name);
  const auto group = bed.listed ? ageGroupName(bed.patient.ageGroup) : QString();
  m_person->setText(QStringList{name, group}.join(QStringLiteral("  ")).trimmed());
  m_person->setToolTip(QString::fromStdString(bed.id().toString()));
}

void BedDetail::presentNumerics(const models::BedState& bed) {
  const auto groups = groupsOf(bed);
  ensureCells(groups.size());
  for (std::size_t i = 0; i < m_cells.size(); ++i) {
    const bool isUsed = i < groups.size();
    m_cells[i]->setVisible(isUsed);
    if (isUsed) m_cells[i]->setNumeric(presentNumeric(m_ward, bed, groups[i]));
  }
}

void BedDetail::ensureCells(std::size_t count) {
  while (m_cells.size() < count) {
    const int index = static_cast<int>(m_cells.size());
    m_cells.push_back(new NumericCell(m_theme, this));
    m_grid->addWidget(m_cells.back(), index / kGridColumns, index % kGridColumns);
  }
}

}  // namespace vitalwall::ui
