// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Where foreign recordings enter the program.
namespace vitalwall::fuzz {

/// The bytes up to the first 0 are a header r.hea, the rest the signal file r.dat and an annotation
/// file. Reads them in a scratch folder and aborts with a sentence if what comes out breaks a
/// promise of the readers.
void enterRecord(std::string_view bytes);

}  // namespace vitalwall::fuzz
