// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>

#include "models/history_filter.h"
#include "models/ward.h"
#include "ui/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace vitalwall::ui {

/// The alarms of the past and of now, of the ward or of one patient: who acknowledged what and
/// when. Filtered by words, patient and priority, sorted by any column, exported as CSV. Asks for
/// the server's record when it is opened and on demand. GUI thread.
class AlarmReview : public QDialog {
  Q_OBJECT

 public:
  /// `ward` must outlive the review.
  AlarmReview(const models::Ward& ward, const Theme& theme, std::optional<PatientId> patient,
              QWidget* parent = nullptr);

  const models::HistoryFilter& rows() const { return m_rows; }

  /// Writes what is shown to a file and says how it went.
  void exportTo(const QString& path);

 Q_SIGNALS:
  /// The server's record is wanted, of the ward if no patient is given.
  void historyRequested(const std::optional<vitalwall::PatientId>& patient);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void build(const Theme& theme);
  QWidget* buildFilter();
  QWidget* buildFooter();
  void fillPatients(std::optional<PatientId> chosen);
  void choosePatient();
  void chooseFile();
  void requestHistory();
  void showCount();
  void say(const QString& sentence);

  const models::Ward& m_ward;
  models::HistoryFilter m_rows;
  QLineEdit* m_words = nullptr;
  QComboBox* m_patient = nullptr;
  QComboBox* m_priority = nullptr;
  QTableView* m_table = nullptr;
  QLabel* m_count = nullptr;
  QLabel* m_sentence = nullptr;
};

}  // namespace vitalwall::ui
