// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metric_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace vitalwall::models {
namespace {

/// Translation context of these lines.
struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Texts)
};

}  // namespace

QString fromView(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString labelOf(MdcCode code) {
  const auto* metric = findMetric(code);
  return metric ? fromView(metric->label) : Texts::tr("MDC %1").arg(code.value);
}

QString valueText(MdcCode code, double value) {
  const auto* metric = findMetric(code);
  auto locale = QLocale();
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale.toString(value, 'f', metric ? metric->decimals : 1);
}

}  // namespace vitalwall::models
