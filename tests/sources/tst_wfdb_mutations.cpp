// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 mutations of real and made-up records, the same in every run. The entry aborts on a broken
// promise.
#include <QtTest>
#include <random>

#include "sources/recordings_support.h"
#include "sources/wfdb_entry.h"

using namespace vitalwall;

namespace {

constexpr int kMutations = 10'000;

std::string withSamples(const char* header, std::size_t bytes) {
  std::string text(header);
  text.push_back('\0');
  for (std::size_t i = 0; i < bytes; ++i) text.push_back(static_cast<char>(i * 37 % 251));
  return text;
}

// A record of the shared data under the name r, with the first bytes of its signal file.
std::string realRecord(const char* name, qsizetype bytes) {
  const auto path = QString::fromStdString((test::wfdbFolder() / name).string());
  QFile header(path + QStringLiteral(".hea"));
  QFile samples(path + QStringLiteral(".dat"));
  if (!header.open(QIODevice::ReadOnly) || !samples.open(QIODevice::ReadOnly)) return {};
  auto text = header.readAll();
  text.replace(path.section(u'/', -1).toLatin1() + ".dat", "r.dat");
  return text.append('\0').append(samples.read(bytes)).toStdString();
}

std::vector<std::string> seeds() {
  std::vector<std::string> all = {
      withSamples("r 2 360 100\nr.dat 212 200 11 1024 0 0 0 II\nr.dat 212\n", 300),
      withSamples(
          "r 3 125 20 8:26:04 26/10/1994\nr.dat 16x4+4 20(-1600)/mmHg\nr.dat 16:2\nr.dat 16\n",
          250),
      withSamples("# c\r\nr 1 250\r\nr.dat 80 29/mV 8 0 -5\r\n", 64),
      withSamples("r 1 0.0167/125(3) 30\nr.dat 61 10/bpm 16 0 0\n", 60),
      withSamples("r 4 100 9\nr.dat 310\nr.dat 310\nr.dat 310\nr.dat 310\n", 48),
      withSamples("r/2 1 250 10\nr 5\n~ 5\n", 4)};
  for (const char* name : {"formats/3000003_0003", "formats/100_3chan"})
    if (auto record = realRecord(name, 5'000); !record.empty()) all.push_back(std::move(record));
  return all;
}

// Changes one to six places as a bad disk or a bad person would.
std::string mutated(std::string text, std::mt19937& random) {
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  constexpr std::string_view kSpice = "0123456789-+:x/()~#. \n\r\t";
  for (auto changes = 1 + below(6); changes > 0 && !text.empty(); --changes) {
    // Headers are small: half of the changes go there.
    const auto header = std::max<std::size_t>(1, std::min(text.find('\0'), text.size()));
    const auto at = below(below(2) ? header : text.size());
    switch (below(5)) {
      case 0:
        text[at] = static_cast<char>(random() & 0xFF);
        break;
      case 1:
        text[at] = kSpice[below(kSpice.size())];
        break;
      case 2:
        text.insert(at, 1 + below(12), kSpice[below(kSpice.size())]);
        break;
      case 3:
        text.erase(at, 1 + below(12));
        break;
      default:
        text.insert(at, text.substr(below(text.size()), below(24)));
        break;
    }
  }
  return text;
}

}  // namespace

class TestWfdbMutations : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void survivesTheSeeds() {
    for (const auto& seed : seeds()) fuzz::enterRecord(seed);
  }

  void survivesEveryMutation() {
    const auto all = seeds();
    std::mt19937 random(20'261'123);
    for (int i = 0; i < kMutations; ++i)
      fuzz::enterRecord(mutated(all[random() % all.size()], random));
  }

  void survivesNoise() {
    std::mt19937 random(1);
    for (int i = 0; i < 500; ++i) {
      std::string noise(random() % 400, '\0');
      for (auto& c : noise) c = static_cast<char>(random() & 0xFF);
      fuzz::enterRecord(noise);
    }
  }
};

QTEST_APPLESS_MAIN(TestWfdbMutations)
#include "tst_wfdb_mutations.moc"
