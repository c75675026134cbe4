// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the seeds as libFuzzer's first corpus: fuzz_seeds FOLDER
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "fuzz/seeds.h"

namespace {

using namespace vitalwall;

bool writeSeeds(const std::filesystem::path& folder, const std::vector<std::string>& seeds) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    std::ofstream file(folder / std::to_string(i), std::ios::binary);
    if (!file.write(seeds[i].data(), static_cast<std::streamsize>(seeds[i].size()))) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc == 2 ? argv[1] : "";
  if (!folder.empty() && writeSeeds(folder / "request", fuzz::requestSeeds()) &&
      writeSeeds(folder / "response", fuzz::responseSeeds()) &&
      writeSeeds(folder / "payload", fuzz::payloadSeeds()))
    return 0;
  std::fputs("Usage: fuzz_seeds FOLDER (a folder that can be written)\n", stderr);
  return 1;
}
