// SPDX-License-Identifier: GPL-3.0-or-later
// Stations that read nothing: what each of them costs the server, and that nobody else notices.
#include <QFile>
#include <QLoggingCategory>
#include <QTest>
#include <algorithm>

#include "apps/vitalwall-probe/load_station.h"
#include "apps/vitalwall-probe/slow_reader.h"
#include "integration/daemon.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::integration;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDead = 20;

/// Resident memory of a process.
qint64 residentBytes(qint64 pid) {
  QFile status(u"/proc/%1/statm"_s.arg(pid));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  return status.readAll().split(' ').value(1).toLongLong() * 4096;
}

}  // namespace

class TestStalledReaders : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLoggingCategory::setFilterRules(u"vitalwall.session=false"_s); }

  void costLittleAndDelayNobody() {
    Daemon daemon(u"sim:64:events=off"_s);
    probe::LoadStation station(optionsFor(daemon), std::make_shared<SystemClock>());
    std::vector<PatientId> patients;
    connect(&station.client(), &session::MonitorClient::patientsListed, this,
            [&patients](const std::vector<Patient>& listed) {
              for (const auto& patient : listed) patients.push_back(patient.id);
            });
    station.start();
    QTRY_VERIFY_WITH_TIMEOUT(station.isLive() && patients.size() == 64, LineProcess::kPatienceMs);
    const auto before = residentBytes(daemon.process().pid());
    QVERIFY(before > 0);

    std::vector<std::unique_ptr<probe::SlowReader>> dead;
    for (int i = 0; i < kDead; ++i)
      dead.push_back(
          std::make_unique<probe::SlowReader>(daemon.address().toStdString(), patients, 0));
    qint64 most = before;
    const auto everyStreamWasEnded = [&] {
      station.drain();
      for (const auto& reader : dead) reader->keepOpen();
      most = std::max(most, residentBytes(daemon.process().pid()));
      return daemon.process().errors().count(u"RESOURCE_EXHAUSTED"_s) >= kDead;
    };
    QTRY_VERIFY_WITH_TIMEOUT(everyStreamWasEnded(), LineProcess::kPatienceMs);

    const auto& age = station.figures().age;
    qInfo("%lld kB for each; vitals elsewhere: median %lld us, p99 %lld us old",
          (most - before) / 1024 / kDead, static_cast<long long>(age.percentile(0.5)->count()),
          static_cast<long long>(age.percentile(0.99)->count()));
    QVERIFY((most - before) / kDead <= 256 * 1024);
    QVERIFY(*age.percentile(0.99) <= 250ms);
    QCOMPARE(station.figures().missingSamples, 0U);
    QVERIFY(station.isLive());
  }

 private:
  static session::ClientOptions optionsFor(const Daemon& daemon) {
    session::ClientOptions options;
    options.servers = {daemon.address().toStdString()};
    options.station = "reader";
    options.user = "Ann";
    options.watchAll = true;
    return options;
  }
};

QTEST_GUILESS_MAIN(TestStalledReaders)
#include "tst_stalled_readers.moc"
