// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <array>
#include <vector>

#include "models/connection_model.h"
#include "ui/theme.h"

class QGridLayout;
class QLabel;

namespace vitalwall::ui {

/// How good the link is: its state in a sentence, the delays of each hop, and what went wrong so
/// far. Stays open beside the wall and follows the model. GUI thread.
class LinkPanel : public QDialog {
  Q_OBJECT

 public:
  /// `link` must outlive the panel.
  LinkPanel(const models::ConnectionModel& link, const Theme& theme, QWidget* parent = nullptr);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QGridLayout* buildHops(const Theme& theme);
  QGridLayout* buildLines(const Theme& theme);
  void refresh();
  void growToContents();

  const models::ConnectionModel& m_link;
  QLabel* m_sentence = nullptr;
  std::vector<std::array<QLabel*, 3>> m_hops;  ///< median, 99 %, longest of each hop
  std::vector<QLabel*> m_lines;
};

}  // namespace vitalwall::ui
