// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarm_actions.h"

#include <QAction>
#include <QMenu>

#include "ui/alarm_questions.h"
#include "ui/alarm_review.h"
#include "ui/alarm_strip.h"
#include "ui/hand_over_list.h"
#include "ui/patient_pauses.h"

namespace vitalwall::ui {
namespace {

void bringUp(QWidget& window) {
  window.show();
  window.raise();
  window.activateWindow();
}

}  // namespace

AlarmActions::AlarmActions(const models::Ward& ward, const Theme& theme, AlarmStrip& strip,
                           BedDetail& detail, QWidget& window)
    : QObject(&window),
      m_ward(ward),
      m_theme(theme),
      m_strip(strip),
      m_detail(detail),
      m_window(window) {
  connect(&detail, &BedDetail::reviewRequested, this,
          [this](PatientId patient) { openReview(patient); });
}

QList<QAction*> AlarmActions::addTo(QMenu& menu) {
  addAcknowledging(menu);
  menu.addSeparator();
  addPauses(menu);
  menu.addSeparator();
  addWindows(menu);
  connect(&menu, &QMenu::aboutToShow, this,
          [this] { enableForBed(m_detail.patient().has_value()); });
  connect(&menu, &QMenu::aboutToHide, this, [this] { enableForBed(true); });
  return m_actions;
}

void AlarmActions::addAcknowledging(QMenu& menu) {
  add(menu, tr("&Acknowledge the chosen alarm"), QKeySequence(Qt::Key_A),
      [this] { acknowledge(); });
  add(menu, tr("Acknowledge with a &note\u2026"), QKeySequence(Qt::SHIFT | Qt::Key_A),
      [this] { acknowledgeWithNote(); });
  add(menu, tr("Ne&xt alarm"), QKeySequence(Qt::CTRL | Qt::Key_Down),
      [this] { m_strip.selectNext(); });
  add(menu, tr("&Previous alarm"), QKeySequence(Qt::CTRL | Qt::Key_Up),
      [this] { m_strip.selectPrevious(); });
}

void AlarmActions::addPauses(QMenu& menu) {
  add(menu, tr("Pause the station's &sound, or sound again"), QKeySequence(Qt::Key_Space),
      [this] { togglePause(); });
  addForBed(menu, tr("Pause the opened &bed's sound, or sound again"),
            QKeySequence(Qt::SHIFT | Qt::Key_Space), [this] { m_detail.pauses().toggleSound(); });
  addForBed(menu, tr("Pause the opened bed's alar&ms, or alarms again"),
            QKeySequence(Qt::CTRL | Qt::Key_Space), [this] { m_detail.pauses().toggleAlarms(); });
  addForBed(menu, tr("&Limits of the opened bed"), QKeySequence(Qt::CTRL | Qt::Key_L),
            [this] { m_detail.turnTo(BedDetail::Page::Limits); });
  addForBed(menu, tr("&Observations of the opened bed"), QKeySequence(Qt::CTRL | Qt::Key_B),
            [this] { m_detail.turnTo(BedDetail::Page::Observations); });
}

void AlarmActions::addWindows(QMenu& menu) {
  add(menu, tr("Alarm &review\u2026"), QKeySequence(Qt::CTRL | Qt::Key_H),
      [this] { openReview(std::nullopt); });
  addForBed(menu, tr("Alarm &history of the opened bed\u2026"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
            [this] { openReview(m_detail.patient()); });
  add(menu, tr("Han&d-over\u2026"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] { openHandOver(); });
}

void AlarmActions::add(QMenu& menu, const QString& text, const QKeySequence& keys,
                       const std::function<void()>& run) {
  auto* action = menu.addAction(text);
  action->setShortcut(keys);
  connect(action, &QAction::triggered, this, run);
  m_actions << action;
}

void AlarmActions::addForBed(QMenu& menu, const QString& text, const QKeySequence& keys,
                             const std::function<void()>& run) {
  add(menu, text, keys, [this, run] {
    if (m_detail.patient()) run();
  });
  m_forBed << m_actions.back();
}

/// Shown in the open menu only: an action that stays disabled has no key.
void AlarmActions::enableForBed(bool enabled) {
  for (auto* action : m_forBed) action->setEnabled(enabled);
}

void AlarmActions::acknowledge() {
  const auto alerts = m_strip.acknowledgeable();
  if (alerts.empty()) m_strip.selectMostUrgent();
  for (const auto alert : alerts) Q_EMIT commandRequested(Acknowledge{alert, {}});
}

void AlarmActions::acknowledgeWithNote() {
  if (m_strip.acknowledgeable().empty()) m_strip.selectMostUrgent();
  const auto alerts = m_strip.acknowledgeable();
  if (alerts.empty()) return;
  const auto note = ReasonDialog::ask(acknowledgeQuestion(m_strip.selectedText()), &m_window);
  if (!note) return;
  for (const auto alert : alerts) Q_EMIT commandRequested(Acknowledge{alert, note->toStdString()});
}

void AlarmActions::togglePause() {
  if (m_ward.audio().isEnabled()) Q_EMIT audioPauseRequested(!m_ward.audio().isPaused());
}

void AlarmActions::openReview(std::optional<PatientId> patient) {
  delete m_review;
  m_review = new AlarmReview(m_ward, m_theme, patient, &m_window);
  m_review->setAttribute(Qt::WA_DeleteOnClose);
  connect(m_review, &AlarmReview::historyRequested, this, &AlarmActions::historyRequested);
  bringUp(*m_review);
}

void AlarmActions::openHandOver() {
  if (!m_handOver) {
    m_handOver = new HandOverList(m_ward, m_theme, &m_window);
    m_handOver->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_handOver, &HandOverList::bedRequested, this, &AlarmActions::bedRequested);
  }
  bringUp(*m_handOver);
}

}  // namespace vitalwall::ui
