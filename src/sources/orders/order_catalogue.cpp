// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/orders/order_catalogue.h"

#include <array>

namespace vitalwall::sources {
namespace {

constexpr std::array<std::string_view, 12> kAdultOrders = {
    "Heparin 5000 IU s.c.",
    "Paracetamol 1 g i.v.",
    "Blood gas analysis",
    "Chest X-ray in bed",
    "Potassium control",
    "Pantoprazole 40 mg p.o.",
    "12-lead ECG",
    "Physiotherapy, mobilise to chair",
    "Oxygen 2 l/min by nasal cannula",
    "Fluid balance every 6 h",
    "Ringer's acetate 500 ml i.v.",
    "Blood cultures, two sets",
};
constexpr std::array<std::string_view, 8> kChildOrders = {
    "Weigh before next feed", "Blood gas, capillary",     "Bilirubin control",
    "Blood glucose control",  "Saline inhalation",        "Parents' visit, skin contact",
    "Temperature every 3 h",  "Reposition pulse oximeter"};
constexpr std::array<std::string_view, 5> kClinicians = {
    "Dr. Ōkamibashi", "Dr. Marrowfen", "Dr. Grünspecht", "Nurse Larkmere", "Nurse Çiçekdağlı"};

}  // namespace

std::span<const std::string_view> usualOrders(AgeGroup group) {
  if (group == AgeGroup::Adult) return kAdultOrders;
  return kChildOrders;
}

std::span<const std::string_view> inventedClinicians() {
  return kClinicians;
}

}  // namespace vitalwall::sources
