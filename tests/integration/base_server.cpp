// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/base_server.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::integration {
namespace {

QJsonObject parsed(const QString& line) {
  return QJsonDocument::fromJson(line.toUtf8()).object();
}

bool isEvent(const QString& line, const QString& event) {
  return parsed(line)["event"_L1] == event;
}

}  // namespace

BaseServer::BaseServer(int port)
    : m_process(QStringLiteral(VITALWALL_NODE),
                {QStringLiteral(VITALWALL_SOURCE_DIR "/tests/interop/base_server.mjs"),
                 QString::number(port)}) {
  const auto line =
      m_process.waitForLine([](const QString& text) { return isEvent(text, u"listening"_s); });
  if (line) m_port = parsed(*line)["port"_L1].toInt();
}

QString BaseServer::address() const {
  return u"127.0.0.1:%1"_s.arg(m_port);
}

void BaseServer::push(PatientId patient, const QString& statusType, const QByteArray& payload) {
  const QJsonObject status = {{u"patient_id"_s, QString::fromStdString(patient.toString())},
                              {u"status_type"_s, statusType},
                              {u"payload"_s, QString::fromUtf8(payload)}};
  m_process.say(QJsonDocument({{u"push"_s, status}}).toJson(QJsonDocument::Compact));
}

bool BaseServer::waitForRequest(const QString& event, const std::string& id) {
  const auto text = QString::fromStdString(id);
  const auto line = m_process.waitForLine([&](const QString& candidate) {
    return isEvent(candidate, event) && candidate.contains(text);
  });
  return line.has_value();
}

}  // namespace vitalwall::integration
