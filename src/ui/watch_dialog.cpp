// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/watch_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitalwall::ui {
namespace {

constexpr int kPatientRole = Qt::UserRole + 1;

QString lineOf(const Patient& patient, const QString& label) {
  const auto id = QString::fromStdString(patient.id.toString());
  if (patient.name.empty()) return WatchDialog::tr("%1   (%2)").arg(label, id);
  return WatchDialog::tr("%1   %2").arg(label, QString::fromStdString(patient.name));
}

}  // namespace

WatchDialog::WatchDialog(const models::Ward& ward, QWidget* parent)
    : QDialog(parent), m_ward(ward) {
  setWindowTitle(tr("Watched patients"));
  build();
  refill();
  // Queued: a list must not be refilled from within its own signal.
  connect(&ward, &models::Ward::directoryChanged, this, &WatchDialog::refill, Qt::QueuedConnection);
  connect(&ward.beds(), &QAbstractItemModel::rowsInserted, this, &WatchDialog::refill,
          Qt::QueuedConnection);
  connect(&ward.beds(), &QAbstractItemModel::rowsRemoved, this, &WatchDialog::refill,
          Qt::QueuedConnection);
}

void WatchDialog::build() {
  m_source = new QLabel(this);
  m_source->setWordWrap(true);
  m_list = new QListWidget(this);
  m_list->setAccessibleName(tr("Patients; a tick means watched"));
  connect(m_list, &QListWidget::itemChanged, this, &WatchDialog::onItemChanged);
  m_error = new QLabel(this);
  m_error->setObjectName(QStringLiteral("error"));
  m_error->setWordWrap(true);
  m_error->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_source);
  layout->addWidget(m_list);
  layout->addWidget(buildAddRow());
  layout->addWidget(m_error);
  layout->addWidget(buttons);
  resize(560, 520);
}

QWidget* WatchDialog::buildAddRow() {
  auto* row = new QWidget(this);
  m_idEdit = new QLineEdit(row);
  m_idEdit->setPlaceholderText(tr("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"));
  m_idEdit->setAccessibleName(tr("Patient id"));
  auto* label = new QLabel(tr("Patient &id:"), row);
  label->setBuddy(m_idEdit);
  auto* add = new QPushButton(tr("&Watch"), row);
  add->setDefault(true);
  connect(add, &QPushButton::clicked, this, &WatchDialog::addTyped);
  connect(m_idEdit, &QLineEdit::textEdited, m_error, &QLabel::hide);

  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins({});
  layout->addWidget(label);
  layout->addWidget(m_idEdit, 1);
  layout->addWidget(add);
  return row;
}

void WatchDialog::refill() {
  const QSignalBlocker quiet(m_list);
  const int current = m_list->currentRow();
  m_list->clear();
  std::set<PatientId> listed;
  for (const auto& patient : m_ward.directory()) {
    addItem(patient);
    listed.insert(patient.id);
  }
  for (int row = 0; row < m_ward.beds().rowCount(); ++row) {
    const auto& patient = m_ward.beds().bed(row).patient;
    if (!listed.contains(patient.id)) addItem(patient);
  }
  m_list->setCurrentRow(current);
  m_source->setText(m_ward.directory().empty()
                        ? tr("This server has no list of patients. Type a patient's id to watch "
                             "him; untick one to stop.")
                        : tr("Tick the patients to be watched on this station."));
}

void WatchDialog::addItem(const Patient& patient) {
  const bool isWatched = m_ward.beds().rowOf(patient.id) >= 0;
  const auto label =
      patient.bed.empty() ? m_ward.beds().labelOf(patient.id) : QString::fromStdString(patient.bed);
  auto* item = new QListWidgetItem(lineOf(patient, label), m_list);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
  item->setCheckState(isWatched ? Qt::Checked : Qt::Unchecked);
  item->setData(kPatientRole, QVariant::fromValue(patient.id));
}

void WatchDialog::onItemChanged(QListWidgetItem* item) {
  const auto patient = item->data(kPatientRole).value<PatientId>();
  if (item->checkState() == Qt::Checked)
    Q_EMIT watchRequested(patient);
  else
    Q_EMIT unwatchRequested(patient);
}

void WatchDialog::addTyped() {
  const auto text = m_idEdit->text().trimmed();
  const auto patient = PatientId::parse(text.toStdString());
  if (!patient || patient->guid.isNil()) {
    showError(tr("\u201c%1\u201d is not a patient id, so nothing was changed. An id has 32 digits "
                 "0\u20139 or letters a\u2013f, such as 0f8fad5b-d9cb-469f-a165-70867728950e.")
                  .arg(text));
    return;
  }
  if (m_ward.beds().rowOf(*patient) >= 0) {
    showError(tr("%1 is watched already.").arg(m_ward.beds().labelOf(*patient)));
    return;
  }
  if (m_ward.isFull()) {
    showError(
        tr("This station shows at most %1 beds. Untick one first.").arg(models::Ward::kMaxBeds));
    return;
  }
  m_idEdit->clear();
  Q_EMIT watchRequested(*patient);
}

void WatchDialog::showError(const QString& sentence) {
  m_error->setText(sentence);
  m_error->show();
  m_idEdit->setFocus();
  m_idEdit->selectAll();
}

}  // namespace vitalwall::ui
