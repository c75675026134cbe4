// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

#include "ui/link_indicator.h"
#include "ui/link_panel.h"
#include "ui/link_texts.h"
#include "ui/main_window.h"
#include "ui/texts.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

namespace {

LinkFigures someFigures() {
  LinkFigures figures;
  figures.sinceVitals = 240ms;
  figures.roundTrip = {60, 640us, 19ms, 4200ms};
  figures.serverClock = ClockOffset{1250ms, 2ms};
  figures.lostMessages = 7;
  return figures;
}

QStringList textsOf(const QWidget& widget) {
  QStringList texts;
  for (const auto* label : widget.findChildren<QLabel*>()) texts << label->text();
  return texts;
}

}  // namespace

class LinkPanelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }
  void delaysAreShort_data();
  void delaysAreShort();
  void unknownIsDashes();
  void serversClockInWords_data();
  void serversClockInWords();
  void followsTheModel();
  void aLongSentenceClipsNothing();
  void namesTheOtherServers();
  void indicatorTellsTheDelaysWhileTheLinkStands();
  void indicatorGivesWayInANarrowBar();
  void aClickOpensIt();
};

void LinkPanelTest::delaysAreShort_data() {
  QTest::addColumn<qlonglong>("micros");
  QTest::addColumn<QString>("text");
  const auto row = [](qlonglong micros, const char* text) {
    QTest::newRow(text) << micros << QString::fromLatin1(text);
  };
  row(0, "0.0 ms");
  row(640, "0.6 ms");
  row(9'940, "9.9 ms");
  row(12'300, "12 ms");
  row(999'000, "999 ms");
  row(1'340'000, "1.3 s");
}

void LinkPanelTest::delaysAreShort() {
  QFETCH(qlonglong, micros);
  QFETCH(QString, text);
  QCOMPARE(delayText(microseconds(micros)), text);
}

void LinkPanelTest::unknownIsDashes() {
  for (const auto& hop : hopLines({})) {
    QCOMPARE(hop.median, kNoValue);
    QCOMPARE(hop.longest, kNoValue);
    QVERIFY(hop.meaning.endsWith(u'.'));
  }
  QCOMPARE(linkLines({}, {})[3].value, kNoValue);
}

void LinkPanelTest::serversClockInWords_data() {
  QTest::addColumn<int>("ahead");
  QTest::addColumn<QString>("text");
  QTest::newRow("within the error") << -2 << QStringLiteral("as this station's, \u00b1 2.0 ms");
  QTest::newRow("ahead") << 1250 << QStringLiteral("1.3 s ahead of this station's, \u00b1 2.0 ms");
  QTest::newRow("behind") << -40 << QStringLiteral("40 ms behind this station's, \u00b1 2.0 ms");
}

void LinkPanelTest::serversClockInWords() {
  QFETCH(int, ahead);
  QFETCH(QString, text);
  LinkFigures figures;
  figures.serverClock = ClockOffset{milliseconds(ahead), 2ms};
  QCOMPARE(linkLines({}, figures)[4].value, text);
}

void LinkPanelTest::followsTheModel() {
  test::WardFixture fixture;
  const LinkPanel panel(fixture.ward.link(), Theme::dark());
  fixture.ward.setLinkFigures(someFigures());
  const auto texts = textsOf(panel);
  for (const char* part : {"0.6 ms", "19 ms", "4.2 s", "240 ms ago", "7", "live", "icu:50051"})
    QVERIFY2(texts.contains(QLatin1String(part)), part);
  fixture.loseLink();
  QVERIFY(textsOf(panel).contains(QStringLiteral("No connection to icu:50051.")));
  QVERIFY(textsOf(panel).contains(QStringLiteral("connection lost")));
}

void LinkPanelTest::aLongSentenceClipsNothing() {
  test::WardFixture fixture;
  LinkPanel panel(fixture.ward.link(), Theme::dark());
  for (const bool isShownBefore : {false, true}) {
    panel.setVisible(isShownBefore);
    auto status = fixture.ward.link().status();
    status.sentence += QStringLiteral("A sentence of many words that wants room. ").repeated(8);
    fixture.ward.setLink(status);
    panel.show();
    QCoreApplication::processEvents();
    for (const auto* label : panel.findChildren<QLabel*>()) {
      const int needed =
          label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
      QVERIFY2(label->height() >= needed, qPrintable(label->text()));
    }
  }
}

void LinkPanelTest::namesTheOtherServers() {
  models::LinkStatus status;
  status.server = QStringLiteral("b:2");
  status.servers = {QStringLiteral("b:2")};
  QCOMPARE(linkLines(status, {})[2].value, QStringLiteral("none"));
  status.servers = {QStringLiteral("a:1"), QStringLiteral("b:2"), QStringLiteral("c:3")};
  QCOMPARE(linkLines(status, {})[2].value, QStringLiteral("a:1, c:3"));
}

void LinkPanelTest::indicatorTellsTheDelaysWhileTheLinkStands() {
  test::WardFixture fixture;
  LinkIndicator indicator(fixture.ward, Theme::dark());
  fixture.ward.setLinkFigures(someFigures());
  indicator.refresh();
  QVERIFY2(indicator.text().endsWith(QStringLiteral("0.6 ms / 19 ms")),
           qPrintable(indicator.text()));
  fixture.loseLink();
  QVERIFY2(!indicator.text().contains(QStringLiteral("ms")), qPrintable(indicator.text()));
}

void LinkPanelTest::indicatorGivesWayInANarrowBar() {
  test::WardFixture fixture;
  LinkIndicator indicator(fixture.ward, Theme::dark());
  const auto least = indicator.minimumSizeHint();
  fixture.ward.setLinkFigures(someFigures());
  indicator.refresh();
  QCOMPARE(indicator.minimumSizeHint(), least);
  QVERIFY(indicator.sizeHint().width() > least.width());
}

void LinkPanelTest::aClickOpensIt() {
  test::WardFixture fixture;
  MainWindow window(fixture.ward, Theme::dark(), {});
  window.show();
  auto* panel = window.findChild<LinkPanel*>();
  QVERIFY(!panel->isVisible());
  auto* indicator = window.findChild<LinkIndicator*>();
  QTest::mouseClick(indicator, Qt::LeftButton);
  QVERIFY(panel->isVisible());
  panel->close();
  for (auto* action : window.findChildren<QAction*>())
    if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_I)) action->trigger();
  QVERIFY(panel->isVisible());
}

QTEST_MAIN(LinkPanelTest)
#include "tst_link_panel.moc"
