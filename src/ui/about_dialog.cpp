// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about_dialog.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPixmap>

namespace vitalwall::ui {
namespace {

struct About {
  Q_DECLARE_TR_FUNCTIONS(About)
};

QString aboutText() {
  const auto title = About::tr("<h3>Vitalwall %1</h3>").arg(QCoreApplication::applicationVersion());
  return title +
         About::tr(
             "<p>Central patient-monitoring station.</p>"
             "<p><b>Not a certified medical device.</b> It must not be used to diagnose or to "
             "treat "
             "patients, nor as their only monitoring.</p>"
             "<p>Free software under the GNU General Public License, version 3 or later. There is "
             "no warranty.</p>"
             "<p>Built with Qt %1 and gRPC. Screen font: B612 (SIL Open Font License 1.1).</p>")
             .arg(QString::fromLatin1(qVersion()));
}

}  // namespace

void showAbout(QWidget* parent) {
  QMessageBox box(parent);
  box.setWindowTitle(About::tr("About Vitalwall"));
  box.setText(aboutText());
  box.setIconPixmap(QPixmap(QStringLiteral(":/icons/vitalwall.png"))
                        .scaled(96, 96, Qt::KeepAspectRatio, Qt::SmoothTransformation));
  box.exec();
}

}  // namespace vitalwall::ui
