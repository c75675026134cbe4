// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vitalwall::ui {

ConnectionBanner::ConnectionBanner(const models::ConnectionModel& link, const Theme& theme,
                                   QWidget* parent)
    : QWidget(parent),
      m_link(link),
      m_text(new QLabel(this)),
      m_retry(new QPushButton(tr("Try &now"), this)) {
  const auto& colours = theme.alarm(AlertPriority::High);
  auto palette = this->palette();
  palette.setColor(QPalette::Window, colours.background);
  palette.setColor(QPalette::WindowText, colours.text);
  setPalette(palette);
  setAutoFillBackground(true);
  setAccessibleName(tr("State of the connection"));
  m_text->setWordWrap(true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 6, 14, 6);
  layout->addWidget(m_text, 1);
  layout->addWidget(m_retry);
  connect(m_retry, &QPushButton::clicked, this, &ConnectionBanner::retryRequested);
  connect(&link, &models::ConnectionModel::changed, this, &ConnectionBanner::refresh);
  refresh();
}

void ConnectionBanner::refresh() {
  const auto& status = m_link.status();
  const bool isLive =
      status.phase == models::LinkPhase::Live || status.phase == models::LinkPhase::Syncing;
  setVisible(!isLive);
  m_retry->setVisible(status.phase == models::LinkPhase::Waiting || status.permanent);
  const auto text = QStringList{status.sentence, attemptText()}.join(QLatin1Char(' ')).trimmed();
  if (text != m_text->text()) m_text->setText(text);
}

QString ConnectionBanner::text() const {
  return m_text->text();
}

QString ConnectionBanner::attemptText() const {
  const int attempt = m_link.status().attempt;
  if (attempt <= 0 || m_link.status().permanent) return {};
  const auto retryIn = m_link.retryIn();
  if (!retryIn) return tr("Attempt %1.").arg(attempt);
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(*retryIn).count();
  return tr("Attempt %1 in %2 s.").arg(attempt + 1).arg(seconds);
}

}  // namespace vitalwall::ui
