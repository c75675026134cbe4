// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bed_overview.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include "ui/trend_chart.h"

namespace vitalwall::ui {
namespace {

constexpr int kListHeight = 150;

/// As high as its lines, up to a limit: the room belongs to the trend.
void fitToContents(QListView& view) {
  view.setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  view.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  view.setFrameShape(QFrame::NoFrame);
  view.setMinimumHeight(0);
  view.setMaximumHeight(kListHeight);
}

}  // namespace

BedOverview::BedOverview(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_alarms(ward.alarms()),
      m_orders(models::OrderModel::PatientIdRole),
      m_delegate(theme, ward.clock(), nullptr) {
  // Qt's proxies take a mutable source, although this one only reads.
  m_orders.setSourceModel(const_cast<models::OrderModel*>(&ward.orders()));
  m_trend = new TrendChart(ward, theme, this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(m_alarmTitle = new QLabel(this));
  layout->addWidget(m_alarmView = buildAlarms());
  layout->addWidget(m_trend, 1);
  layout->addWidget(m_orderTitle = new QLabel(this));
  layout->addWidget(m_orderView = buildOrders());
}

QListView* BedOverview::buildAlarms() {
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

QListView* BedOverview::buildOrders() {
  auto* view = new QListView(this);
  view->setModel(&m_orders);
  view->setWordWrap(true);
  view->setSelectionMode(QAbstractItemView::NoSelection);
  view->setAccessibleName(tr("Orders for this patient"));
  fitToContents(*view);
  return view;
}

void BedOverview::setPatient(std::optional<PatientId> patient) {
  if (patient) m_alarms.setPatient(patient);
  m_orders.setPatient(patient);
  m_trend->setPatient(patient);
  refresh();
}

void BedOverview::onFrame(FrameTime now) {
  if (m_delegate.setFlash(FlashPhase::at(now))) m_alarmView->viewport()->update();
  m_trend->onFrame(now);
}

void BedOverview::refresh() {
  const bool hasAlarms = m_alarms.rowCount() > 0;
  const bool hasOrders = m_orders.rowCount() > 0;
  m_alarmView->setVisible(hasAlarms);
  m_orderView->setVisible(hasOrders);
  m_alarmTitle->setText(hasAlarms ? tr("Alarms") : tr("No active alarm"));
  m_orderTitle->setText(hasOrders ? tr("Orders") : tr("No order"));
}

}  // namespace vitalwall::ui
