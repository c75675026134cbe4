// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "domain/concat.h"
#include "protocol/payload_events.h"
#include "protocol/payload_metrics.h"
#include "protocol/payload_words.h"
#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

bool isLine(MdcCode code) {
  return code == mdc::kArterialSystolic || code == mdc::kArterialDiastolic ||
         code == mdc::kArterialMean;
}

/// Texts by which servers say that there is no value: "", "---", "n/a".
bool saysNoValue(std::string_view text) {
  const std::string word = comparableName(text);
  return word.empty() || word == "n/a" || word == "null" || word == "none";
}

std::string_view labelOf(MdcCode code) {
  const auto* info = findMetric(code);
  return info != nullptr ? info->label : std::string_view("A parameter");
}

/// Builds the Vitals of one payload, and notices of what could not become part of them.
class VitalsReader {
 public:
  VitalsReader(const Envelope& envelope, const PayloadFields& fields) : m_fields(fields) {
    m_vitals.patient = envelope.patient;
    m_vitals.sourceTime =
        fields.time({"timestamp", "time", "measuredat", "recordedat"}).value_or(envelope.time);
  }

  std::vector<ServerEvent> read() {
    const bool besideLine = hasLine();
    for (const auto& metric : payloadMetrics()) readMetric(metric, besideLine);
    for (const auto& pair : pressurePairs()) readPair(pair);
    if (m_vitals.numerics.empty() && m_notices.empty())
      notice("The server sent vital signs, but none that this station knows.");
    std::vector<ServerEvent> events;
    if (!m_vitals.numerics.empty()) events.emplace_back(std::move(m_vitals));
    std::move(m_notices.begin(), m_notices.end(), std::back_inserter(events));
    return events;
  }

 private:
  /// Whether the payload has a pressure of the arterial line, null aside.
  bool hasLine() const {
    const auto isGiven = [](const PayloadValue* value) {
      return value != nullptr && !std::holds_alternative<std::monostate>(*value);
    };
    for (const auto& metric : payloadMetrics())
      if (isLine(metric.code) && isGiven(m_fields.find(metric.names))) return true;
    return isGiven(m_fields.find("abp"));
  }

  void readMetric(const PayloadMetric& metric, bool besideLine) {
    for (const auto name : metric.names)
      if (take(metric, name)) return;
    if (besideLine) return;
    for (const auto name : metric.namesWithoutLine)
      if (take(metric, name)) return;
  }

  /// Takes the member `name` as `metric`; false where there is none.
  bool take(const PayloadMetric& metric, std::string_view name) {
    const auto* value = m_fields.find(name);
    if (value == nullptr) return false;
    if (std::holds_alternative<std::monostate>(*value))
      add(metric, name, std::nullopt);
    else if (const auto* number = std::get_if<double>(value))
      takeNumber(metric, name, *number);
    else if (const auto* text = std::get_if<std::string>(value))
      takeText(metric, name, *text);
    else
      refuse(metric, name, "true or false");
    return true;
  }

  void takeText(const PayloadMetric& metric, std::string_view name, std::string_view text) {
    if (const auto number = numberIn(text))
      takeNumber(metric, name, *number);
    else if (saysNoValue(text))
      add(metric, name, std::nullopt);
    else
      refuse(metric, name, concat("\"", printableExcerpt(text), "\""));
  }

  void takeNumber(const PayloadMetric& metric, std::string_view name, double number) {
    if (number >= metric.lowest && number <= metric.highest)
      add(metric, name, number);
    else
      refuse(metric, name, numberText(number));
  }

  void add(const PayloadMetric& metric, std::string_view name, std::optional<double> value) {
    const auto* info = findMetric(metric.code);
    const auto validity = m_fields.text({concat("validity.", name)});
    const auto missing = value ? Validity::Valid : Validity::NotMeasured;
    m_vitals.numerics.push_back(
        {.code = metric.code,
         .unit = info != nullptr ? info->unit : Unit::None,
         .value = value,
         .validity = validity ? validityNamed(*validity).value_or(missing) : missing,
         .measuredAt = m_fields.time({concat("measuredat.", name)}).value_or(m_vitals.sourceTime)});
  }

  /// The parameter stays on screen without a value, and the reason is told.
  void refuse(const PayloadMetric& metric, std::string_view name, std::string_view given) {
    add(metric, name, std::nullopt);
    notice(concat(labelOf(metric.code), " is not shown: the server sent ", given,
                  ", which is no possible value."));
  }

  /// "120/80" in one text, unless both pressures were given as members.
  void readPair(const PressurePair& pair) {
    const auto* value = m_fields.find(pair.name);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    if (text == nullptr || saysNoValue(*text) || m_vitals.find(pair.systolic) != nullptr) return;
    const std::size_t slash = std::min(text->find('/'), text->size());
    const std::size_t rest = std::min(slash + 1, text->size());
    takePressure(pair.systolic, std::string_view(*text).substr(0, slash));
    takePressure(pair.diastolic, std::string_view(*text).substr(rest));
  }

  void takePressure(MdcCode code, std::string_view text) {
    for (const auto& metric : payloadMetrics())
      if (metric.code == code) takeText(metric, metric.names.front(), text);
  }

  void notice(std::string message) {
    m_notices.emplace_back(Notice{m_vitals.patient, std::move(message)});
  }

  const PayloadFields& m_fields;
  Vitals m_vitals;
  std::vector<ServerEvent> m_notices;
};

}  // namespace

std::vector<ServerEvent> vitalsEvents(const Envelope& envelope, const PayloadFields& fields) {
  return VitalsReader(envelope, fields).read();
}

}  // namespace vitalwall::protocol
