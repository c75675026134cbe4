// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/option_values.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::station {
namespace {

constexpr int kLeastSide = 320;
constexpr int kMostSide = 16384;
constexpr double kMostSeconds = 1e6;

absl::Status wrong(const QString& sentence) {
  return absl::InvalidArgumentError(sentence.toStdString());
}

bool isSide(int pixels) {
  return pixels >= kLeastSide && pixels <= kMostSide;
}

}  // namespace

absl::StatusOr<int> parseCount(const QString& option, const QString& text, int least, int most) {
  bool isNumber = false;
  const int count = text.toInt(&isNumber);
  if (isNumber && count >= least && count <= most) return count;
  return wrong(u"--%1 needs a whole number from %2 to %3, not \"%4\"."_s.arg(option)
                   .arg(least)
                   .arg(most)
                   .arg(text));
}

absl::StatusOr<std::chrono::milliseconds> parseSeconds(const QString& option, const QString& text) {
  bool isNumber = false;
  const double seconds = text.toDouble(&isNumber);
  if (isNumber && seconds > 0 && seconds <= kMostSeconds)
    return std::chrono::milliseconds(qRound64(seconds * 1000));
  return wrong(u"--%1 needs a number of seconds above 0, not \"%2\"."_s.arg(option, text));
}

absl::StatusOr<QSize> parseSize(const QString& text) {
  static const QRegularExpression pattern(u"^(\\d{1,6})x(\\d{1,6})$"_s);
  const auto match = pattern.match(text);
  const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
  if (match.hasMatch() && isSide(size.width()) && isSide(size.height())) return size;
  return wrong(
      u"--size needs width and height in pixels, such as 1920x1080, not \"%1\"."_s.arg(text));
}

absl::StatusOr<std::vector<PatientId>> parsePatients(const QStringList& texts) {
  std::vector<PatientId> patients;
  for (const auto& text : texts) {
    const auto patient = PatientId::parse(text.toStdString());
    if (!patient || patient->guid.isNil())
      return wrong(
          u"--patient needs a patient id such as 0f8fad5b-d9cb-469f-a165-70867728950e, not \"%1\"."_s
              .arg(text));
    patients.push_back(*patient);
  }
  return patients;
}

absl::StatusOr<ui::Theme> parseTheme(const QString& text) {
  if (text == QLatin1String("dark")) return ui::Theme::dark();
  if (text == QLatin1String("light")) return ui::Theme::light();
  if (text == QLatin1String("high-contrast")) return ui::Theme::highContrast();
  return wrong(u"--theme needs dark, light or high-contrast, not \"%1\"."_s.arg(text));
}

bool isServerAddress(const QString& text) {
  const auto colon = text.lastIndexOf(u':');
  bool isNumber = false;
  const int port = text.mid(colon + 1).toInt(&isNumber);
  return colon > 0 && isNumber && port >= 1 && port <= 65535;
}

}  // namespace vitalwall::station
