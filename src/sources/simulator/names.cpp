// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/names.h"

#include <array>
#include <string_view>

namespace vitalwall::sources {
namespace {

// The two lengths have no common divisor, so a pair comes again only after 37 x 29 beds.
constexpr std::array<std::string_view, 37> kFamilyNames = {
    "Quillfeather", "Sturmvögel",   "Marrowfen",  "Žižkowiak-Rán", "Ōkamibashi",
    "Thistledown",  "Nachtigaller", "Śnieżyński", "Brambleshore",  "Çiçekdağlı",
    "Lunaquista",   "Vættrsson",    "Underbough", "Câmpialună",    "Windlass",
    "Tengerszemű",  "Farnesworthy", "Örnsköldar", "Almandine",     "Mac Giolla Mór",
    "Pebblebrook",  "Nguyễn-Sao",   "Oakhollow",  "Estrêlamar",    "Grünspecht",
    "Tumbleweir",   "Ashgrove-Lý",  "Kōmorebi",   "Silberdistel",  "Æbleskov",
    "Larkmere",     "Dvořáček-Hůl", "Fennimore",  "Ibáñezal",      "Moonwhistle",
    "Ğümüşova",     "Zephyrin"};
constexpr std::array<std::string_view, 29> kGivenNames = {
    "Zoë",     "Anselm", "Łucja",      "Tariq",  "Ingeborg", "Mateo", "Åsa",  "Kwame",
    "Saoirse", "Jürgen", "Priya",      "Ondřej", "Esmé",     "Tomás", "Yuki", "Halldór",
    "Nia",     "Émile",  "Şirin",      "Dragoș", "Beatrix",  "Kofi",  "Hậu",  "Søren",
    "Amara",   "Iñigo",  "Wilhelmina", "Jovan",  "Thùy"};

}  // namespace

std::string inventedName(std::uint64_t seed, int index) {
  const auto position = static_cast<std::uint64_t>(index);
  const auto family = kFamilyNames[(seed % kFamilyNames.size() + position) % kFamilyNames.size()];
  const auto given = kGivenNames[(seed % kGivenNames.size() + position) % kGivenNames.size()];
  return std::string(given) + " " + std::string(family);
}

}  // namespace vitalwall::sources
