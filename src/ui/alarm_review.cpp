// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarm_review.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "models/history_csv.h"
#include "ui/file_export.h"
#include "ui/table_style.h"

namespace vitalwall::ui {
namespace {

constexpr QSize kUsualSize{1240, 680};

}  // namespace

AlarmReview::AlarmReview(const models::Ward& ward, const Theme& theme,
                         std::optional<PatientId> patient, QWidget* parent)
    : QDialog(parent), m_ward(ward), m_rows(ward.history()) {
  setWindowTitle(tr("Alarm review"));
  build(theme);
  fillPatients(patient);
  choosePatient();
  connect(&m_rows, &QAbstractItemModel::rowsInserted, this, &AlarmReview::showCount);
  connect(&m_rows, &QAbstractItemModel::rowsRemoved, this, &AlarmReview::showCount);
  connect(&m_rows, &QAbstractItemModel::modelReset, this, &AlarmReview::showCount);
  connect(&ward.history(), &models::AlarmHistory::noticeChanged, this,
          [this] { say(m_ward.history().notice()); });
}

void AlarmReview::build(const Theme& theme) {
  using models::AlarmHistory;
  m_table = new QTableView(this);
  m_table->setModel(&m_rows);
  m_table->setAccessibleName(tr("Alarms"));
  m_table->setItemDelegate(
      new ListDelegate(theme, AlarmHistory::AlarmColumn, AlarmHistory::PriorityRole, m_table));
  styleAsList(*m_table, AlarmHistory::AlarmColumn);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(AlarmHistory::RaisedColumn, Qt::DescendingOrder);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 12, 14, 12);
  layout->setSpacing(10);
  layout->addWidget(buildFilter());
  layout->addWidget(m_table, 1);
  layout->addWidget(buildFooter());
  resize(kUsualSize);
}

QWidget* AlarmReview::buildFilter() {
  auto* row = new QWidget(this);
  m_words = new QLineEdit(row);
  m_words->setPlaceholderText(tr("Search all columns"));
  m_words->setAccessibleName(tr("Search"));
  m_words->setClearButtonEnabled(true);
  m_patient = new QComboBox(row);
  m_patient->setAccessibleName(tr("Patient"));
  m_priority = new QComboBox(row);
  m_priority->setAccessibleName(tr("Priority"));
  m_priority->addItem(tr("All priorities"));
  for (const auto priority : {AlertPriority::High, AlertPriority::Medium, AlertPriority::Low})
    m_priority->addItem(models::priorityName(priority), QVariant::fromValue(priority));
  connect(m_words, &QLineEdit::textChanged, this, [this](const QString& words) {
    m_rows.setWords(words);
    showCount();
  });
  connect(m_patient, &QComboBox::activated, this, &AlarmReview::choosePatient);
  connect(m_priority, &QComboBox::currentIndexChanged, this, [this](int index) {
    const auto chosen = m_priority->itemData(index);
    m_rows.setPriority(chosen.isValid() ? std::optional(chosen.value<AlertPriority>())
                                        : std::nullopt);
    showCount();
  });
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins({});
  layout->addWidget(m_words, 1);
  layout->addWidget(m_patient);
  layout->addWidget(m_priority);
  return row;
}

QWidget* AlarmReview::buildFooter() {
  auto* row = new QWidget(this);
  m_count = new QLabel(row);
  m_sentence = new QLabel(row);
  m_sentence->setObjectName(QStringLiteral("sentence"));
  m_sentence->setWordWrap(true);
  auto* load = new QPushButton(tr("&Load again"), row);
  load->setToolTip(tr("Asks the server for its record once more."));
  auto* save = new QPushButton(tr("&Export CSV\u2026"), row);
  auto* close = new QPushButton(tr("&Close"), row);
  for (auto* button : {load, save, close}) button->setAutoDefault(false);
  connect(load, &QPushButton::clicked, this, &AlarmReview::requestHistory);
  connect(save, &QPushButton::clicked, this, &AlarmReview::chooseFile);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins({});
  layout->setSpacing(10);
  layout->addWidget(m_count);
  layout->addWidget(m_sentence, 1);
  layout->addWidget(load);
  layout->addWidget(save);
  layout->addWidget(close);
  return row;
}

void AlarmReview::fillPatients(std::optional<PatientId> chosen) {
  m_patient->addItem(tr("All beds"));
  for (int row = 0; row < m_ward.beds().rowCount(); ++row) {
    const auto& bed = m_ward.beds().bed(row);
    m_patient->addItem(bed.label(), QVariant::fromValue(bed.id()));
    if (bed.id() == chosen) m_patient->setCurrentIndex(row + 1);
  }
}

void AlarmReview::choosePatient() {
  const auto chosen = m_patient->currentData();
  m_rows.setPatient(chosen.isValid() ? std::optional(chosen.value<PatientId>()) : std::nullopt);
  showCount();
}

void AlarmReview::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  requestHistory();
}

void AlarmReview::requestHistory() {
  const auto chosen = m_patient->currentData();
  Q_EMIT historyRequested(chosen.isValid() ? std::optional(chosen.value<PatientId>())
                                           : std::nullopt);
}

void AlarmReview::chooseFile() {
  const auto path = QFileDialog::getSaveFileName(this, tr("Export the alarms shown"),
                                                 tr("alarms.csv"), tr("CSV files (*.csv)"));
  if (!path.isEmpty()) exportTo(path);
}

void AlarmReview::exportTo(const QString& path) {
  const auto error = saveFile(path, models::historyCsv(m_rows));
  say(error.isEmpty() ? tr("%1 alarms written to %2.").arg(m_rows.rowCount()).arg(path) : error);
}

void AlarmReview::showCount() {
  const int count = m_rows.rowCount();
  m_count->setText(count == 1 ? tr("1 alarm") : tr("%1 alarms").arg(count));
}

void AlarmReview::say(const QString& sentence) {
  m_sentence->setText(sentence);
}

}  // namespace vitalwall::ui
