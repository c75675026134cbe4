// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <functional>
#include <optional>

#include "domain/command.h"
#include "models/ward.h"
#include "ui/bed_detail.h"

class QAction;
class QKeySequence;
class QMenu;

namespace vitalwall::ui {

class AlarmReview;
class AlarmStrip;
class HandOverList;

/// What a person can do about alarms, by key and by menu: acknowledge with and without a note,
/// pause, look back, hand over, and the ways to the opened bed's limits and observations. Says what
/// is wanted; does nothing itself. GUI thread.
class AlarmActions : public QObject {
  Q_OBJECT

 public:
  /// All must outlive the actions; `window` is the parent of the dialogs.
  AlarmActions(const models::Ward& ward, const Theme& theme, AlarmStrip& strip, BedDetail& detail,
               QWidget& window);

  /// Adds the actions to a menu; returns them for the help.
  QList<QAction*> addTo(QMenu& menu);

  void acknowledge();
  void acknowledgeWithNote();
  void togglePause();
  void openReview(std::optional<PatientId> patient);
  void openHandOver();

 Q_SIGNALS:
  void commandRequested(const vitalwall::CommandBody& command);
  void audioPauseRequested(bool pause);
  void historyRequested(const std::optional<vitalwall::PatientId>& patient);
  void bedRequested(vitalwall::PatientId patient);

 private:
  void addAcknowledging(QMenu& menu);
  void addPauses(QMenu& menu);
  void addWindows(QMenu& menu);
  void add(QMenu& menu, const QString& text, const QKeySequence& keys,
           const std::function<void()>& run);
  void addForBed(QMenu& menu, const QString& text, const QKeySequence& keys,
                 const std::function<void()>& run);
  void enableForBed(bool enabled);

  const models::Ward& m_ward;
  const Theme m_theme;
  AlarmStrip& m_strip;
  BedDetail& m_detail;
  QWidget& m_window;
  QList<QAction*> m_actions;
  QList<QAction*> m_forBed;  ///< need an opened bed
  QPointer<AlarmReview> m_review;
  QPointer<HandOverList> m_handOver;
};

}  // namespace vitalwall::ui
