// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/file_export.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace vitalwall::ui {
namespace {

struct FileExport {
  Q_DECLARE_TR_FUNCTIONS(FileExport)
};

}  // namespace

QString saveFile(const QString& path, const QByteArray& contents) {
  QSaveFile file(path);
  const bool isSaved =
      file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size() && file.commit();
  if (isSaved) return {};
  return FileExport::tr(
             "Nothing was written to %1: %2. Choose another folder, or make room on the disk.")
      .arg(path, file.errorString());
}

}  // namespace vitalwall::ui
