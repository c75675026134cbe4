// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <optional>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace vitalwall::ui {

/// What a ReasonDialog asks. Value.
struct ReasonQuestion {
  QString title;
  QString question;    ///< what is about to happen, and what it means
  QString confirm;     ///< the text of the button that does it
  QStringList usual;   ///< reasons to choose from
  bool needed = true;  ///< an empty reason is refused
};

/// Asks for a reason or a note: one of the usual ones or free text. Enter confirms.
class ReasonDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ReasonDialog(const ReasonQuestion& question, QWidget* parent = nullptr);

  QString reason() const;

  /// Shows the dialog; the reason, or nullopt if the user thought better of it.
  static std::optional<QString> ask(const ReasonQuestion& question, QWidget* parent);

 private:
  void build(const ReasonQuestion& question);
  QListWidget* buildUsual(const QStringList& usual);

  QLineEdit* m_text = nullptr;
  QPushButton* m_confirm = nullptr;
};

}  // namespace vitalwall::ui
