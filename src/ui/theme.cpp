// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

namespace vitalwall::ui {
namespace {

constexpr struct {
  MdcCode code;
  ParameterRole role;
} kRoles[] = {
    {mdc::kHeartRate, ParameterRole::Ecg},
    {mdc::kEcgLeadI, ParameterRole::Ecg},
    {mdc::kEcgLeadII, ParameterRole::Ecg},
    {mdc::kEcgLeadIII, ParameterRole::Ecg},
    {mdc::kEcgLeadV, ParameterRole::Ecg},
    {mdc::kEcgUnspecified, ParameterRole::Ecg},
    {mdc::kSpO2, ParameterRole::SpO2},
    {mdc::kPulseRate, ParameterRole::SpO2},
    {mdc::kPleth, ParameterRole::SpO2},
    {mdc::kArterialPressure, ParameterRole::ArterialPressure},
    {mdc::kArterialSystolic, ParameterRole::ArterialPressure},
    {mdc::kArterialDiastolic, ParameterRole::ArterialPressure},
    {mdc::kArterialMean, ParameterRole::ArterialPressure},
    {mdc::kPulmonaryPressure, ParameterRole::PulmonaryPressure},
    {mdc::kPulmonarySystolic, ParameterRole::PulmonaryPressure},
    {mdc::kPulmonaryDiastolic, ParameterRole::PulmonaryPressure},
    {mdc::kPulmonaryMean, ParameterRole::PulmonaryPressure},
    {mdc::kCentralVenousPressure, ParameterRole::VenousPressure},
    {mdc::kNibpSystolic, ParameterRole::CuffPressure},
    {mdc::kNibpDiastolic, ParameterRole::CuffPressure},
    {mdc::kNibpMean, ParameterRole::CuffPressure},
    {mdc::kRespiratoryRate, ParameterRole::Respiration},
    {mdc::kRespiration, ParameterRole::Respiration},
    {mdc::kEtCo2, ParameterRole::Co2},
    {mdc::kCo2, ParameterRole::Co2},
    {mdc::kTemperature, ParameterRole::Temperature},
};

// Parameter colours in the order of ParameterRole. The hues are the usual ones of bedside monitors;
// each theme sets their lightness against its own tile colour.
constexpr std::array<QRgb, kParameterRoles> kDarkParameters = {
    0xff2ee06a, 0xff3ad4ea, 0xffff5c5c, 0xffffb347, 0xff7aa7ff,
    0xffc9d6e2, 0xfff2d43d, 0xffffffff, 0xfff078e4, 0xffc9d6e2};
constexpr std::array<QRgb, kParameterRoles> kLightParameters = {
    0xff0a7433, 0xff006b84, 0xffbf1519, 0xff8f4c00, 0xff2453b3,
    0xff37424d, 0xff6b5900, 0xff45515c, 0xff98128f, 0xff37424d};
constexpr std::array<QRgb, kParameterRoles> kContrastParameters = {
    0xff00ff5a, 0xff00f0ff, 0xffff7070, 0xffffb52e, 0xff93b8ff,
    0xffffffff, 0xfffff000, 0xffffffff, 0xffff8cf5, 0xffffffff};

template <std::size_t N>
std::array<QColor, N> colours(const std::array<QRgb, N>& values) {
  std::array<QColor, N> result;
  for (std::size_t i = 0; i < N; ++i) result[i] = QColor::fromRgb(values[i]);
  return result;
}

AlarmColours alarm(QRgb background, QRgb text) {
  return {QColor::fromRgb(background), QColor::fromRgb(text)};
}

Theme theme(std::array<QRgb, 6> grounds, const std::array<QRgb, kParameterRoles>& parameters) {
  const auto [wall, tile, border, text, mutedText, accent] = colours(grounds);
  return {.fontFamily = QStringLiteral("B612"),
          .wall = wall,
          .tile = tile,
          .border = border,
          .text = text,
          .mutedText = mutedText,
          .accent = accent,
          .parameters = colours(parameters),
          .alarms = {alarm(0xffd8121e, 0xffffffff), alarm(0xffffd400, 0xff000000),
                     alarm(0xff18c4dc, 0xff000000)}};
}

}  // namespace

ParameterRole roleOf(MdcCode code) {
  for (const auto& entry : kRoles)
    if (entry.code == code) return entry.role;
  return ParameterRole::Other;
}

Theme Theme::dark() {
  return theme({0xff05070a, 0xff0d1217, 0xff222c36, 0xffe8eef4, 0xff94a3b1, 0xff4f9dff},
               kDarkParameters);
}

Theme Theme::light() {
  return theme({0xffd5dce2, 0xfffcfdfe, 0xffb9c4ce, 0xff10171d, 0xff4c5a66, 0xff0b5fd0},
               kLightParameters);
}

Theme Theme::highContrast() {
  return theme({0xff000000, 0xff000000, 0xff9a9a9a, 0xffffffff, 0xffdadada, 0xff5cb8ff},
               kContrastParameters);
}

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto mix = [share](int x, int y) { return qRound(x * share + y * (1.0 - share)); };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

}  // namespace vitalwall::ui
