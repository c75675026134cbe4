// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

Numeric makeNumeric(MdcCode code, std::optional<double> value, WallTime measuredAt,
                    Validity absent) {
  const auto* metric = findMetric(code);
  return {.code = code,
          .unit = metric ? metric->unit : Unit::None,
          .value = value,
          .validity = value ? Validity::Valid : absent,
          .measuredAt = measuredAt};
}

}  // namespace vitalwall::detectors
