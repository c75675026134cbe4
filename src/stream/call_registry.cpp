// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/call_registry.h"

#include <utility>
#include <vector>

namespace vitalwall::stream {

namespace {
/// Takes a channel that may not be destroyed any more.
void keepForever(std::shared_ptr<grpc::Channel> channel) {
  static std::mutex mutex;
  static auto* const kept = new std::vector<std::shared_ptr<grpc::Channel>>;
  const std::scoped_lock lock(mutex);
  kept->push_back(std::move(channel));
}
}  // namespace

CallRegistry::CallRegistry(std::shared_ptr<grpc::Channel> channel)
    : m_channel(std::move(channel)) {}

std::shared_ptr<grpc::ClientContext> CallRegistry::openCall(const Metadata& metadata) {
  auto context = std::make_unique<grpc::ClientContext>();
  for (const auto& [key, value] : metadata) context->AddMetadata(key, value);
  const std::scoped_lock lock(m_mutex);
  if (m_closed) return nullptr;
  std::shared_ptr<grpc::ClientContext> call(
      context.release(), [self = shared_from_this()](auto* ended) { self->destroy(ended); });
  m_calls.emplace(call.get(), call);
  return call;
}

std::shared_ptr<grpc::Channel> CallRegistry::channel() const {
  const std::scoped_lock lock(m_mutex);
  return m_channel;
}

void CallRegistry::close(std::chrono::milliseconds limit) {
  {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
  }
  cancelAll();
  std::unique_lock lock(m_mutex);
  const bool ended = m_changed.wait_for(lock, limit, [this] { return m_calls.empty(); });
  auto channel = std::exchange(m_channel, nullptr);
  lock.unlock();
  if (!ended) keepForever(std::move(channel));
}

void CallRegistry::cancelAll() {
  std::vector<std::shared_ptr<grpc::ClientContext>> running;
  {
    const std::scoped_lock lock(m_mutex);
    for (const auto& [context, call] : m_calls)
      if (auto held = call.lock()) running.push_back(std::move(held));
  }
  // Outside the lock: a cancelled call may end, and be destroyed, before TryCancel returns.
  for (const auto& call : running) call->TryCancel();
}

void CallRegistry::destroy(grpc::ClientContext* context) {
  delete context;
  const std::scoped_lock lock(m_mutex);
  m_calls.erase(context);
  m_changed.notify_all();
}

}  // namespace vitalwall::stream
