// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_panel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/link_texts.h"

namespace vitalwall::ui {
namespace {

constexpr int kFigureGap = 22;
constexpr int kRowGap = 6;
constexpr int kSentenceWidth = 460;

QLabel* addCell(QGridLayout& grid, int row, int column, const QString& text,
                Qt::Alignment alignment = Qt::AlignLeft) {
  auto* label = new QLabel(text);
  grid.addWidget(label, row, column, alignment | Qt::AlignTop);
  return label;
}

void setMuted(QLabel& label, const Theme& theme) {
  auto palette = label.palette();
  palette.setColor(QPalette::WindowText, theme.mutedText);
  label.setPalette(palette);
}

}  // namespace

LinkPanel::LinkPanel(const models::ConnectionModel& link, const Theme& theme, QWidget* parent)
    : QDialog(parent), m_link(link), m_sentence(new QLabel(this)) {
  setWindowTitle(tr("Link"));
  m_sentence->setWordWrap(true);
  m_sentence->setMinimumWidth(kSentenceWidth);
  auto* note = new QLabel(tr("Delays of the last one to two minutes, by the server's clock as far "
                             "as it can be known from here."),
                          this);
  note->setWordWrap(true);
  setMuted(*note, theme);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 16, 18, 14);
  layout->setSpacing(14);
  layout->addWidget(m_sentence);
  layout->addLayout(buildHops(theme));
  layout->addWidget(note);
  layout->addLayout(buildLines(theme));
  layout->addStretch(1);
  layout->addWidget(buttons);
  connect(&link, &models::ConnectionModel::changed, this, &LinkPanel::refresh);
  connect(&link, &models::ConnectionModel::measured, this, &LinkPanel::refresh);
  refresh();
}

QGridLayout* LinkPanel::buildHops(const Theme& theme) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(kFigureGap);
  grid->setVerticalSpacing(kRowGap);
  grid->setColumnStretch(0, 1);
  const QStringList heads{tr("Delay"), tr("median"), tr("99 %"), tr("longest")};
  for (int column = 0; column < heads.size(); ++column)
    setMuted(*addCell(*grid, 0, column, heads[column], column > 0 ? Qt::AlignRight : Qt::AlignLeft),
             theme);
  for (const auto& line : hopLines({})) {
    const int row = static_cast<int>(m_hops.size()) + 1;
    addCell(*grid, row, 0, line.hop)->setToolTip(line.meaning);
    auto& cells = m_hops.emplace_back();
    for (int cell = 0; cell < 3; ++cell)
      cells[static_cast<std::size_t>(cell)] = addCell(*grid, row, cell + 1, {}, Qt::AlignRight);
  }
  return grid;
}

QGridLayout* LinkPanel::buildLines(const Theme& theme) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(kFigureGap);
  grid->setVerticalSpacing(kRowGap);
  grid->setColumnStretch(1, 1);
  for (const auto& line : linkLines({}, {})) {
    const int row = static_cast<int>(m_lines.size());
    setMuted(*addCell(*grid, row, 0, line.what), theme);
    m_lines.push_back(addCell(*grid, row, 1, {}));
    m_lines.back()->setAccessibleName(line.what);
    m_lines.back()->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  return grid;
}

void LinkPanel::refresh() {
  m_sentence->setText(m_link.status().sentence);
  const auto hops = hopLines(m_link.figures());
  for (std::size_t row = 0; row < m_hops.size(); ++row) {
    m_hops[row][0]->setText(hops[row].median);
    m_hops[row][1]->setText(hops[row].most);
    m_hops[row][2]->setText(hops[row].longest);
  }
  const auto lines = linkLines(m_link.status(), m_link.figures());
  for (std::size_t row = 0; row < m_lines.size(); ++row) m_lines[row]->setText(lines[row].value);
  growToContents();
}

void LinkPanel::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  growToContents();
}

/// A longer sentence must not push the numbers out of the window.
void LinkPanel::growToContents() {
  const int needed = layout()->totalHeightForWidth(width());
  if (isVisible() && needed > height()) resize(width(), needed);
}

}  // namespace vitalwall::ui
