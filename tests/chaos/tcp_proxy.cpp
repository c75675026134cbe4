// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/tcp_proxy.h"

#include <QUrl>

#include "chaos/tcp_proxy_core.h"

namespace vitalwall::test {
namespace {

/// Runs `call` in the core's thread and waits for it.
template <typename Call>
auto ask(ProxyCore* core, Call call) {
  decltype(call()) answer{};
  QMetaObject::invokeMethod(
      core, [&] { answer = call(); }, Qt::BlockingQueuedConnection);
  return answer;
}

}  // namespace

TcpProxy::TcpProxy(const std::string& target) {
  const auto url = QUrl(QStringLiteral("tcp://") + QString::fromStdString(target));
  m_core = new ProxyCore(url.host(), static_cast<quint16>(url.port()));
  m_core->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::started, m_core, &ProxyCore::start);
  QObject::connect(&m_thread, &QThread::finished, m_core, &QObject::deleteLater);
  m_thread.start();
  m_address = "127.0.0.1:" + std::to_string(ask(m_core, [this] { return m_core->port(); }));
}

TcpProxy::~TcpProxy() {
  m_thread.quit();
  m_thread.wait();
}

void TcpProxy::setUp(const Road& road) {
  ask(m_core, [&] { return m_core->setUp(road), true; });
}

void TcpProxy::setDown(const Road& road) {
  ask(m_core, [&] { return m_core->setDown(road), true; });
}

void TcpProxy::setBoth(const Road& road) {
  setUp(road);
  setDown(road);
}

void TcpProxy::reset() {
  ask(m_core, [this] { return m_core->reset(), true; });
}

int TcpProxy::connections() const {
  return ask(m_core, [this] { return m_core->connections(); });
}

}  // namespace vitalwall::test
