// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRgb>
#include <optional>

#include "models/ward.h"
#include "ui/main_window.h"

namespace vitalwall::bench {

/// Looks at the picture of a station's window as a person does, and says what it was waiting for.
/// It looks only while it waits, and only after a paint: when the event in which the window was
/// painted is over, flush included. GUI thread.
class ScreenWatch final : public QObject {
 public:
  /// `ward` and `window`, which shows it in `theme`, must outlive the watch.
  ScreenWatch(const models::Ward& ward, const ui::Theme& theme, ui::MainWindow& window);

  /// Says "coloured" and "filled" of the patient's tile. The colour must not be there yet: else the
  /// program ends.
  void awaitColour(PatientId patient, AlertPriority priority);

  /// Says "named" of the alert.
  void awaitName(AlertId alert, const QString& user);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct AwaitedColour {
    PatientId patient;
    QRgb colour;
    bool isTold = false;  ///< of the first pixels
  };
  struct AwaitedName {
    AlertId alert;
    QString user;
  };
  QRect alarmLine(PatientId patient) const;
  int count(const QRect& rect, QRgb colour) const;
  bool isNamed() const;
  void lookAtTile();
  void tellColour();
  void tellName();

  const models::Ward& m_ward;
  const ui::Theme m_theme;
  ui::WallWidget* m_wall;
  QWidget* m_strip;  ///< where the cards of the alarms are painted
  std::optional<AwaitedColour> m_colour;
  std::optional<AwaitedName> m_name;
};

}  // namespace vitalwall::bench
