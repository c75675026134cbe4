// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reason_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitalwall::ui {
namespace {

constexpr int kLongestReason = 200;

}  // namespace

ReasonDialog::ReasonDialog(const ReasonQuestion& question, QWidget* parent) : QDialog(parent) {
  setWindowTitle(question.title);
  build(question);
  const auto judge = [this, isNeeded = question.needed] {
    m_confirm->setEnabled(!isNeeded || !reason().isEmpty());
  };
  connect(m_text, &QLineEdit::textChanged, this, judge);
  judge();
}

void ReasonDialog::build(const ReasonQuestion& question) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 18, 20, 16);
  layout->setSpacing(10);
  auto* words = new QLabel(question.question, this);
  words->setWordWrap(true);
  words->setMinimumWidth(420);
  m_text = new QLineEdit(this);
  m_text->setMaxLength(kLongestReason);
  m_text->setAccessibleName(question.needed ? tr("Reason") : tr("Note"));
  m_text->setPlaceholderText(question.needed ? tr("Reason (needed)") : tr("Note (may be empty)"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  m_confirm = buttons->addButton(question.confirm, QDialogButtonBox::AcceptRole);
  m_confirm->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addWidget(words);
  layout->addWidget(buildUsual(question.usual));
  layout->addWidget(m_text);
  layout->addWidget(buttons);
  m_text->setFocus();
}

QListWidget* ReasonDialog::buildUsual(const QStringList& usual) {
  auto* list = new QListWidget(this);
  list->addItems(usual);
  list->setAccessibleName(tr("Usual reasons"));
  list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  const int row = list->sizeHintForRow(0) + 2;
  list->setFixedHeight(row * std::max(1, list->count()) + 2 * list->frameWidth());
  connect(list, &QListWidget::currentTextChanged, m_text, &QLineEdit::setText);
  connect(list, &QListWidget::itemClicked, this,
          [this](const QListWidgetItem* item) { m_text->setText(item->text()); });
  connect(list, &QListWidget::itemActivated, this, [this] {
    if (m_confirm->isEnabled()) accept();
  });
  return list;
}

QString ReasonDialog::reason() const {
  return m_text->text().trimmed();
}

std::optional<QString> ReasonDialog::ask(const ReasonQuestion& question, QWidget* parent) {
  ReasonDialog dialog(question, parent);
  if (dialog.exec() != QDialog::Accepted) return std::nullopt;
  return dialog.reason();
}

}  // namespace vitalwall::ui
