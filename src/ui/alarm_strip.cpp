// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarm_strip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>

namespace vitalwall::ui {
namespace {

constexpr milliseconds kAgeStep{1000};
constexpr int kHeight = 58;

bool canBeAcknowledged(const models::AlarmRow& row) {
  const bool isAsked =
      models::isUnderWay(row.stage) || row.stage == models::CommandStage::Confirmed;
  return row.alert.needsAttention() && !isAsked;
}

}  // namespace

AlarmStrip::AlarmStrip(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_ward(ward),
      m_alarms(ward.alarms()),
      m_delegate(theme, ward.clock(), &ward.beds()) {
  m_alarms.setGrouped(true);
  build(theme);
  connectModels();
  showCount();
}

void AlarmStrip::build(const Theme& theme) {
  m_count = new QLabel(this);
  m_count->setMinimumWidth(130);
  m_count->setTextFormat(Qt::PlainText);
  m_view = new QListView(this);
  m_view->setModel(&m_alarms);
  m_view->setItemDelegate(&m_delegate);
  m_view->setFlow(QListView::LeftToRight);
  m_view->setUniformItemSizes(true);
  m_view->setSpacing(1);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_view->setAccessibleName(tr("Active alarms"));
  auto colours = m_view->palette();
  colours.setColor(QPalette::Base, theme.wall);
  m_view->setPalette(colours);

  m_more = new QLabel(this);

  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 4, 12, 4);
  layout->setSpacing(8);
  layout->addWidget(m_count);
  layout->addWidget(m_view, 1);
  layout->addWidget(m_more);
  setFixedHeight(kHeight);
  m_view->installEventFilter(this);
  m_view->viewport()->installEventFilter(this);
}

void AlarmStrip::connectModels() {
  const auto onRowsChanged = [this] {
    showSelection();
    showCount();
  };
  // After the view's own slots, which would move its selection to a neighbour.
  connect(&m_alarms, &QAbstractItemModel::rowsInserted, this, onRowsChanged);
  connect(&m_alarms, &QAbstractItemModel::rowsRemoved, this, onRowsChanged);
  connect(&m_alarms, &QAbstractItemModel::layoutChanged, this, onRowsChanged);
  connect(&m_alarms, &QAbstractItemModel::dataChanged, this, onRowsChanged);
  connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) {
    select(index.row());
    Q_EMIT bedRequested(m_alarms.row(index.row()).alert.patient);
  });
}

const models::AlarmRow* AlarmStrip::selected() const {
  const int row = selectedRow();
  return row < 0 ? nullptr : &m_alarms.row(row);
}

std::vector<AlertId> AlarmStrip::acknowledgeable() const {
  const int row = selectedRow();
  return row < 0 ? std::vector<AlertId>() : acknowledgeable(row);
}

std::vector<AlertId> AlarmStrip::acknowledgeable(int row) const {
  std::vector<AlertId> alerts;
  for (const auto* member : m_alarms.members(row))
    if (canBeAcknowledged(*member)) alerts.push_back(member->alert.id);
  return alerts;
}

QString AlarmStrip::selectedText() const {
  const int row = selectedRow();
  return row < 0 ? QString() : m_delegate.headline(m_alarms, row);
}

void AlarmStrip::selectMostUrgent() {
  for (int row = 0; row < m_alarms.rowCount(); ++row)
    if (!acknowledgeable(row).empty()) return select(row);
}

int AlarmStrip::unanswered() const {
  int count = 0;
  for (int row = 0; row < m_alarms.rowCount(); ++row)
    if (m_alarms.row(row).alert.needsAttention()) ++count;
  return count;
}

void AlarmStrip::onFrame(FrameTime now) {
  const bool isFlashing = m_delegate.setFlash(FlashPhase::at(now));
  const bool isNextSecond = now - m_agesShownAt >= kAgeStep;
  if (isNextSecond) m_agesShownAt = now;
  if (m_alarms.rowCount() > 0 && (isFlashing || isNextSecond)) m_view->viewport()->update();
}

bool AlarmStrip::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view->viewport() && event->type() == QEvent::Resize) showCount();
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
      selectNext();
      return true;
    case Qt::Key_Up:
    case Qt::Key_Left:
      selectPrevious();
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (const auto* row = selected()) Q_EMIT bedRequested(row->alert.patient);
      return true;
    default:
      return QWidget::eventFilter(watched, event);
  }
}

int AlarmStrip::selectedRow() const {
  if (!m_selected) return -1;
  return m_alarms.rowFor(*m_selected);
}

void AlarmStrip::select(int row) {
  m_selected = m_alarms.row(row).alert.id;
  showSelection();
}

void AlarmStrip::moveSelection(int step) {
  const int count = m_alarms.rowCount();
  if (count == 0) return;
  const int current = selectedRow();
  const int first = step > 0 ? 0 : count - 1;
  select(current < 0 ? first : std::clamp(current + step, 0, count - 1));
}

void AlarmStrip::showSelection() {
  const int row = selectedRow();
  if (row < 0) {
    m_selected.reset();
    m_view->selectionModel()->clear();
  } else {
    m_view->setCurrentIndex(m_alarms.index(row, 0));
  }
  Q_EMIT selectionChanged();
}

void AlarmStrip::showCount() {
  const int count = m_alarms.rowCount();
  m_count->setText(count == 0   ? tr("No active alarm")
                   : count == 1 ? tr("1 alarm")
                                : tr("%1 alarms").arg(count));
  const int hidden = hiddenCards();
  m_more->setVisible(hidden > 0);
  m_more->setText(tr("+%1 more").arg(hidden));
}

int AlarmStrip::hiddenCards() const {
  const int card = m_view->sizeHintForColumn(0);
  if (card <= 0) return 0;
  return std::max(0, m_alarms.rowCount() - m_view->viewport()->width() / card);
}

}  // namespace vitalwall::ui
