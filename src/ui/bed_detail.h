// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "domain/command.h"
#include "models/ward.h"
#include "ui/theme.h"
#include "ui/wall/flash.h"

class QGridLayout;
class QLabel;
class QTabWidget;

namespace vitalwall::ui {

class BedOverview;
class LimitsPage;
class NumericCell;
class ObservationsPage;
class PatientPauses;

/// One bed beside the wall: who it is, the pauses of his alarms, all numerics large with their
/// limits, and pages for alarms and trend, limits, observations. GUI thread.
class BedDetail : public QWidget {
  Q_OBJECT

 public:
  enum class Page : std::uint8_t { Overview, Limits, Observations };

  /// `ward` must outlive the panel.
  BedDetail(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  void open(PatientId patient);
  void close();
  std::optional<PatientId> patient() const { return m_patient; }

  /// Shows a page and puts the keyboard into it.
  void turnTo(Page page);

  /// Brings values, ages and the trend up to date.
  void onFrame(FrameTime now);

  /// The numerics in their order on screen.
  const std::vector<NumericCell*>& cells() const { return m_cells; }
  PatientPauses& pauses() const { return *m_pauses; }

 Q_SIGNALS:
  void closeRequested();
  void acknowledgeRequested(vitalwall::AlertId alert);
  void commandRequested(const vitalwall::CommandBody& command);
  void reviewRequested(vitalwall::PatientId patient);

 private:
  void build();
  QWidget* buildHeader();
  QWidget* buildActions();
  QTabWidget* buildPages();
  void setPatient(std::optional<PatientId> patient);
  void present();
  void presentHeader(const models::BedState& bed);
  void presentNumerics(const models::BedState& bed);
  void ensureCells(std::size_t count);

  const models::Ward& m_ward;
  const Theme m_theme;
  std::optional<PatientId> m_patient;
  QLabel* m_bed = nullptr;
  QLabel* m_person = nullptr;
  PatientPauses* m_pauses = nullptr;
  QGridLayout* m_grid = nullptr;
  QTabWidget* m_pages = nullptr;
  BedOverview* m_overview = nullptr;
  LimitsPage* m_limits = nullptr;
  ObservationsPage* m_observations = nullptr;
  std::vector<NumericCell*> m_cells;
  FrameTime m_presentedAt{};
};

}  // namespace vitalwall::ui
