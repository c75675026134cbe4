// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwalld/metrics_listener.h"

#include <QTcpSocket>
#include <QTimer>
#include <chrono>
#include <utility>

#include "domain/concat.h"

namespace vitalwall::daemon {
namespace {

using std::chrono::seconds;

/// A collector that has not asked by then, or not taken its answer, is gone.
constexpr seconds kPatience{5};
constexpr int kMostCollectors = 16;

void answerWhenAsked(QTcpSocket& socket, const MetricsText& text) {
  const auto received = socket.peek(kLongestRequest + 1);
  const auto answer = answerTo({received.constData(), std::size_t(received.size())}, text);
  if (!answer) return;
  socket.disconnect(&socket, &QTcpSocket::readyRead, nullptr, nullptr);
  socket.write(answer->data(), qint64(answer->size()));
  socket.disconnectFromHost();
}

void serve(QTcpSocket* socket, const MetricsText& text) {
  socket->setReadBufferSize(2 * kLongestRequest);
  QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
  QObject::connect(socket, &QTcpSocket::readyRead, socket,
                   [socket, &text] { answerWhenAsked(*socket, text); });
  QTimer::singleShot(kPatience, socket, [socket] { socket->abort(); });
}

/// QHostAddress knows no names and no brackets.
QHostAddress toHostAddress(const std::string& host) {
  if (host == "localhost") return QHostAddress::LocalHost;
  return QHostAddress(QString::fromStdString(host).remove(u'[').remove(u']'));
}

}  // namespace

absl::StatusOr<std::unique_ptr<MetricsListener>> MetricsListener::open(
    const server::ListenAddress& address, MetricsText text) {
  std::unique_ptr<MetricsListener> listener(new MetricsListener(std::move(text)));
  if (const auto status = listener->listen(address); !status.ok()) return status;
  return listener;
}

MetricsListener::MetricsListener(MetricsText text) : m_server(std::make_unique<QTcpServer>()) {
  m_server->setMaxPendingConnections(kMostCollectors);
  QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(),
                   [server = m_server.get(), text = std::move(text)] {
                     while (auto* socket = server->nextPendingConnection()) serve(socket, text);
                   });
  m_server->moveToThread(&m_thread);
  m_thread.setObjectName(QStringLiteral("metrics"));
  m_thread.start();
}

MetricsListener::~MetricsListener() {
  QMetaObject::invokeMethod(
      m_server.get(), [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
  m_thread.quit();
  m_thread.wait();
}

absl::Status MetricsListener::listen(const server::ListenAddress& address) {
  bool isListening = false;
  QMetaObject::invokeMethod(
      m_server.get(),
      [&] { isListening = m_server->listen(toHostAddress(address.host), quint16(address.port)); },
      Qt::BlockingQueuedConnection);
  if (!isListening)
    return absl::UnavailableError(concat("cannot serve metrics on ", address.toString(), ": ",
                                         m_server->errorString().toStdString()));
  m_address = server::ListenAddress{address.host, m_server->serverPort()}.toString();
  return absl::OkStatus();
}

}  // namespace vitalwall::daemon
