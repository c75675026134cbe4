// SPDX-License-Identifier: GPL-3.0-or-later
// The walls between the rooms, checked from the include lines of src/.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a room may include besides itself and the C++ standard library.
struct Room {
  const char* name;
  QStringList rooms;      ///< other rooms under src/
  QStringList libraries;  ///< regular expressions of library headers
};

const QString kQtCore =
    u"Q(Object|Thread|String|StringList|List|Hash|Map|Set|Vector|Timer|Pointer|ElapsedTimer|"
    "DateTime|Locale|Byte.*|Variant|MetaObject|MetaType|LoggingCategory|CoreApplication|"
    "CommandLine.*|Abstract.*Model|SortFilterProxyModel|ModelIndex|Deadline.*|Debug|File.*|Dir.*|"
    "Settings|Json.*|Url|Event|Translator|Library.*|Random.*|Basic.*|Mutex.*|IODevice|"
    "TextStream|StandardPaths|RegularExpression|Process|Uuid|Time.*|Date|Size|Point|Rect|"
    "QtGlobal|Flags|EventLoop|SocketNotifier|Stringl?.*|Scoped.*)|Qt.*"_s;

const QList<Room>& rooms() {
  static const QString absl = u"absl/(status|strings|types|functional)/.*"_s;
  static const QString grpc = u"grpc(pp)?/.*"_s;
  static const QString gui = u"Q[A-Z].*|Qt.*"_s;
  static const QList<Room> all = {
      {"domain", {}, {u"absl/status/.*"_s}},
      {"protocol",
       {u"domain"_s},
       {absl, u"google/protobuf/.*"_s, u".*\\.pb\\.h"_s, u"nlohmann/.*"_s}},
      {"alarms", {u"domain"_s}, {absl, u"toml\\+\\+/.*"_s}},
      {"detectors", {u"domain"_s}, {}},
      {"storage", {u"domain"_s}, {absl, kQtCore, u"QSql.*"_s}},
      {"sources", {u"domain"_s, u"detectors"_s}, {absl, u"edflib.h"_s, u"nlohmann/.*"_s}},
      {"stream", {u"domain"_s}, {absl, grpc}},
      {"server",
       {u"domain"_s, u"protocol"_s, u"alarms"_s, u"detectors"_s},
       {absl, grpc, u"absl/synchronization/.*"_s, u".*\\.grpc\\.pb\\.h"_s}},
      {"session",
       {u"domain"_s, u"protocol"_s, u"stream"_s},
       {absl, kQtCore, u"QLockFile|QSaveFile"_s}},
      {"models", {u"domain"_s}, {kQtCore}},
      {"render", {u"domain"_s}, {}},
      {"sound", {u"domain"_s}, {kQtCore, u"QAudio.*|QMediaDevices"_s, u"pulse/.*"_s}},
      {"ui", {u"domain"_s, u"models"_s, u"render"_s, u"session"_s}, {gui}},
  };
  return all;
}

const Room& roomNamed(std::string_view name) {
  return *std::find_if(rooms().begin(), rooms().end(),
                       [name](const Room& room) { return name == room.name; });
}

/// Headers of the C and C++ standard libraries and of POSIX have no slash or a sys/ prefix.
bool isPlatformHeader(const QString& header) {
  static const QRegularExpression platform(
      u"^(std.*|[a-z_]+|(sys|arpa|netinet|linux)/[a-z_]+\\.h|(unistd|fcntl|signal|errno|time|poll|"
      "fenv|pthread)\\.h)$"_s);
  return platform.match(header).hasMatch();
}

bool matchesAny(const QString& header, const QStringList& patterns) {
  for (const QString& pattern : patterns) {
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    if (expression.match(header).hasMatch()) return true;
  }
  return false;
}

struct Include {
  QString header;
  int line;
};

QList<Include> includesOf(const QString& path) {
  static const QRegularExpression expression(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QList<Include> includes;
  for (int line = 1; !file.atEnd(); ++line) {
    const auto match = expression.match(QString::fromUtf8(file.readLine()));
    if (match.hasMatch()) includes.append({match.captured(1), line});
  }
  return includes;
}

bool isAllowed(const Room& room, const QString& header) {
  const QString first = header.section(u'/', 0, 0);
  if (QLatin1String(room.name) == first || room.rooms.contains(first)) return true;
  return isPlatformHeader(header) || matchesAny(header, room.libraries);
}

QString sourceRoot() {
  return QStringLiteral(VITALWALL_SOURCE_DIR "/src");
}

QStringList sourcesBelow(const QString& folder) {
  QStringList paths;
  QDirIterator files(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) paths.append(files.next());
  return paths;
}

}  // namespace

class TestRooms : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFolderIsARoom() {
    QStringList known = {u"apps"_s};
    for (const Room& room : rooms()) known.append(QLatin1String(room.name));
    const QStringList folders = QDir(sourceRoot()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!folders.isEmpty());
    for (const QString& folder : folders)
      QVERIFY2(known.contains(folder), qPrintable(u"no rule for src/"_s + folder));
  }

  void arrowsPointInwards_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < rooms().size(); ++i) QTest::newRow(rooms().at(i).name) << i;
  }

  void arrowsPointInwards() {
    QFETCH(int, index);
    const Room& room = rooms().at(index);
    const QStringList paths = sourcesBelow(sourceRoot() + u'/' + QLatin1String(room.name));
    QVERIFY2(!paths.isEmpty(), "the room is empty: is its name right?");
    QStringList broken;
    for (const QString& path : paths)
      for (const Include& include : includesOf(path))
        if (!isAllowed(room, include.header))
          broken.append(u"%1:%2 includes %3"_s.arg(path).arg(include.line).arg(include.header));
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
  }

  void widgetsStayInUi() {
    QVERIFY(!isAllowed(roomNamed("models"), u"QWidget"_s));
    QVERIFY(!isAllowed(roomNamed("domain"), u"protocol/metadata.h"_s));
    QVERIFY(!isAllowed(roomNamed("stream"), u"QObject"_s));
    QVERIFY(isAllowed(roomNamed("session"), u"QTimer"_s));
  }

  void everyHeaderHasALicenceAndAGuard() {
    for (const QString& path : sourcesBelow(sourceRoot())) {
      QFile file(path);
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray text = file.readAll();
      QVERIFY2(text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later"), qPrintable(path));
      if (path.endsWith(u".h"_s)) QVERIFY2(text.contains("#pragma once"), qPrintable(path));
    }
  }
};

QTEST_APPLESS_MAIN(TestRooms)
#include "tst_rooms.moc"
