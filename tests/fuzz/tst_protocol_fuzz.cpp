// SPDX-License-Identifier: GPL-3.0-or-later
// 20,000 mutations of valid inputs, the same in every run. The entries abort on a broken promise.
#include <QTest>
#include <random>

#include "fuzz/entries.h"
#include "fuzz/seeds.h"
#include "protocol/request_codec.h"
#include "protocol/response_decoder.h"

using namespace vitalwall;

namespace {

constexpr int kMutations = 20'000;

/// Changes texts as a bad line, a bad peer or a bad person would.
class Mutator {
 public:
  explicit Mutator(std::vector<std::string> seeds) : m_seeds(std::move(seeds)) {}

  /// The next mutant: a seed with one to eight changes.
  std::string next() {
    std::string text = seed();
    for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(text);
    return text;
  }

 private:
  const std::string& seed() { return m_seeds[below(m_seeds.size())]; }
  std::size_t below(std::size_t limit) { return m_random() % limit; }
  char anyByte() { return static_cast<char>(m_random() & 0xff); }

  void change(std::string& text) {
    if (text.empty()) text.push_back(anyByte());
    const std::size_t at = below(text.size());
    const std::size_t length = 1 + below(16);
    switch (below(6)) {
      case 0:
        text[at] = anyByte();
        break;
      case 1:
        text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      case 2:
        text.insert(at, length, anyByte());
        break;
      case 3:
        text.erase(at, length);
        break;
      case 4:
        text.insert(at, text.substr(below(text.size()), length));
        break;
      default:
        text.replace(at, length, seed().substr(0, length));
        break;
    }
  }

  std::vector<std::string> m_seeds;
  std::mt19937 m_random{20260101};
};

/// How many of the mutants `understand` still accepted.
template <typename Enter, typename Understand>
int enterMutants(std::vector<std::string> seeds, Enter enter, Understand understand) {
  Mutator mutator(std::move(seeds));
  int understood = 0;
  for (int i = 0; i < kMutations; ++i) {
    const std::string mutant = mutator.next();
    enter(mutant);
    if (understand(mutant)) ++understood;
  }
  return understood;
}

}  // namespace

/// Each test also asks that mutants of both sorts were met: those still legible and those not.
class TestProtocolFuzz : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void requests() {
    const int understood =
        enterMutants(fuzz::requestSeeds(), fuzz::enterRequest,
                     [](const std::string& text) { return protocol::decodeRequest(text).ok(); });
    QVERIFY(understood > kMutations / 100);
    QVERIFY(understood < kMutations);
  }

  void responses() {
    const int understood = enterMutants(
        fuzz::responseSeeds(), fuzz::enterResponse,
        [](const std::string& text) { return protocol::decodeResponse(text, {}).ok(); });
    QVERIFY(understood > kMutations / 100);
    QVERIFY(understood < kMutations);
  }

  void payloads() {
    const int opened = enterMutants(fuzz::payloadSeeds(), fuzz::enterPayload,
                                    [](const std::string& text) { return text.ends_with('}'); });
    QVERIFY(opened > kMutations / 100);
    QVERIFY(opened < kMutations);
  }
};

QTEST_APPLESS_MAIN(TestProtocolFuzz)
#include "tst_protocol_fuzz.moc"
