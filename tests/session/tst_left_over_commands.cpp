// SPDX-License-Identifier: GPL-3.0-or-later
// A station that was killed: what it had not got an answer for is done by the next one, once.
#include <QTemporaryDir>
#include <QTest>

#include "protocol/request_codec.h"
#include "session/desk_observer.h"
#include "session/request_desk.h"
#include "session/request_writer.h"
#include "support/fake_stream.h"
#include "support/manual_clock.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::session;
using test::FakeStream;

namespace {

const JournalOwner kAna{u"ward-server:7443"_s, u"Ana Ruiz"_s};

/// One life of a station's desk; its end is not told to anybody, as that of a killed program.
class Life {
 public:
  explicit Life(const QString& folder, const std::shared_ptr<test::ManualClock>& clock,
                const JournalOwner& owner = kAna)
      : m_desk(std::make_shared<RequestDesk>(
            clock, CommandTimes{},
            DeskReports{[this](const CommandProgress& step) { m_steps.push_back(step); },
                        [this](const Notice& notice) { m_notices.push_back(notice); }},
            JournalFile::open(folder, owner))) {
    m_desk->takeUpLeftOver();
  }

  RequestDesk& desk() { return *m_desk; }
  CommandId acknowledge(const std::string& alert) {
    return RequestWriter(m_desk).acknowledge(AlertId::fromName(alert));
  }
  const std::vector<CommandProgress>& steps() const { return m_steps; }
  const std::vector<Notice>& notices() const { return m_notices; }

  /// Ids of the acknowledgements that a new stream is sent.
  std::vector<CommandId> sent() {
    const auto stream = std::make_shared<FakeStream>();
    stream->start(std::make_shared<test::DeskObserver>(*m_desk));
    m_desk->attach(stream);
    stream->finishAllWrites();
    std::vector<CommandId> ids;
    for (const auto& bytes : stream->writes())
      ids.push_back(std::get<Command>(*protocol::decodeRequest(bytes)).id);
    return ids;
  }

 private:
  std::vector<CommandProgress> m_steps;
  std::vector<Notice> m_notices;
  std::shared_ptr<RequestDesk> m_desk;
};

using Ids = std::vector<CommandId>;

}  // namespace

class TestLeftOverCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void anUnansweredAcknowledgeIsSentAgainUnderItsId();
  void anAnsweredOneIsNot();
  void anOldOneFailsInWords();
  void aClockThatWentBackKeepsItsLife();
  void anotherPersonsCommandsAreNotSent();

 private:
  QString folder() const { return m_folder->path(); }

  std::optional<QTemporaryDir> m_folder;
  std::shared_ptr<test::ManualClock> m_clock;
};

void TestLeftOverCommands::init() {
  m_folder.emplace();
  m_clock = std::make_shared<test::ManualClock>();
}

void TestLeftOverCommands::anUnansweredAcknowledgeIsSentAgainUnderItsId() {
  Ids given;
  {
    Life killed(folder(), m_clock);
    given = {killed.acknowledge("1"), killed.acknowledge("2")};
    QCOMPARE(killed.sent(), given);  // and no answer comes
  }
  Life next(folder(), m_clock);
  QCOMPARE(next.sent(), given);
  QCOMPARE(next.steps().size(), std::size_t(2));
  QCOMPARE(next.steps()[0].stage, CommandStage::Pending);
  QVERIFY(next.steps()[0].sentence.contains(u"sent again"_s));
}

void TestLeftOverCommands::anAnsweredOneIsNot() {
  Ids given;
  {
    Life killed(folder(), m_clock);
    given = {killed.acknowledge("1"), killed.acknowledge("2")};
    killed.desk().noteResult({given[0], CommandOutcome::Ok, {}, "Ana Ruiz", {}});
  }
  Life next(folder(), m_clock);
  QCOMPARE(next.sent(), Ids{given[1]});
}

void TestLeftOverCommands::anOldOneFailsInWords() {
  Life(folder(), m_clock).acknowledge("1");
  m_clock->advance(CommandTimes{}.life);
  {
    Life next(folder(), m_clock);
    QCOMPARE(next.steps().back().stage, CommandStage::Failed);
    QVERIFY(next.steps().back().sentence.contains(u"Look at the patient"_s));
    QVERIFY(next.sent().empty());
  }
  QVERIFY(Life(folder(), m_clock).steps().empty());  // told once
}

void TestLeftOverCommands::aClockThatWentBackKeepsItsLife() {
  const auto given = Life(folder(), m_clock).acknowledge("1");
  const auto earlier = std::make_shared<test::ManualClock>();
  earlier->jumpWall(-std::chrono::hours(1));
  Life next(folder(), earlier);
  QCOMPARE(next.sent(), Ids{given});
}

void TestLeftOverCommands::anotherPersonsCommandsAreNotSent() {
  Life(folder(), m_clock).acknowledge("1");
  Life next(folder(), m_clock, {kAna.server, u"Bo"_s});
  QVERIFY(next.sent().empty());
  QCOMPARE(next.notices().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestLeftOverCommands)
#include "tst_left_over_commands.moc"
