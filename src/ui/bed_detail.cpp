// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bed_detail.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bed_overview.h"
#include "ui/limits_page.h"
#include "ui/numeric_cell.h"
#include "ui/numeric_presenter.h"
#include "ui/observations_page.h"
#include "ui/patient_pauses.h"
#include "ui/scaled_font.h"
#include "ui/space_key.h"

namespace vitalwall::ui {
namespace {

constexpr milliseconds kRefresh{250};
constexpr int kGridColumns = 3;

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
    : QWidget(parent), m_ward(ward), m_theme(theme) {
  build();
  connect(&ward.beds(), &QAbstractItemModel::rowsRemoved, this, [this] {
    if (m_patient && m_ward.beds().rowOf(*m_patient) < 0) Q_EMIT closeRequested();
  });
}

void BedDetail::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(8);
  layout->addWidget(buildHeader());
  layout->addWidget(buildActions());
  m_grid = new QGridLayout;
  m_grid->setSpacing(6);
  layout->addLayout(m_grid);
  layout->addWidget(m_pages = buildPages(), 1);
  keepSpaceKey(*this);
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

QWidget* BedDetail::buildActions() {
  auto* row = new QWidget(this);
  m_pauses = new PatientPauses(m_ward, row);
  auto* review = new QPushButton(tr("Alarm history\u2026"), row);
  connect(m_pauses, &PatientPauses::commandRequested, this, &BedDetail::commandRequested);
  connect(review, &QPushButton::clicked, this, [this] {
    if (m_patient) Q_EMIT reviewRequested(*m_patient);
  });
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins({});
  layout->setSpacing(6);
  layout->addWidget(m_pauses);
  layout->addWidget(review);
  layout->addStretch(1);
  return row;
}

QTabWidget* BedDetail::buildPages() {
  auto* pages = new QTabWidget(this);
  m_overview = new BedOverview(m_ward, m_theme, pages);
  m_limits = new LimitsPage(m_ward, m_theme, pages);
  m_observations = new ObservationsPage(m_ward, pages);
  pages->addTab(m_overview, tr("Overview"));
  pages->addTab(m_limits, tr("Limits"));
  pages->addTab(m_observations, tr("Observations"));
  connect(m_overview, &BedOverview::acknowledgeRequested, this, &BedDetail::acknowledgeRequested);
  connect(m_limits, &LimitsPage::commandRequested, this, &BedDetail::commandRequested);
  connect(m_observations, &ObservationsPage::commandRequested, this, &BedDetail::commandRequested);
  return pages;
}

void BedDetail::open(PatientId patient) {
  setPatient(patient);
  present();
}

void BedDetail::close() {
  setPatient(std::nullopt);
}

void BedDetail::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  m_pauses->setPatient(patient);
  m_overview->setPatient(patient);
  m_limits->setPatient(patient);
  m_observations->setPatient(patient);
}

void BedDetail::turnTo(Page page) {
  m_pages->setCurrentIndex(static_cast<int>(page));
  if (auto* first = m_pages->currentWidget()->nextInFocusChain()) first->setFocus();
}

void BedDetail::onFrame(FrameTime now) {
  if (!m_patient || !isVisible()) return;
  m_overview->onFrame(now);
  if (now - m_presentedAt < kRefresh) return;
  m_presentedAt = now;
  present();
}

void BedDetail::present() {
  const auto* bed = m_patient ? m_ward.beds().find(*m_patient) : nullptr;
  if (!bed) return;
  presentHeader(*bed);
  presentNumerics(*bed);
  m_overview->refresh();
  m_observations->refresh();
  m_pauses->refresh();
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
