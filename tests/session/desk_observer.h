// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/request_desk.h"
#include "stream/transport.h"

namespace vitalwall::test {

/// The side of a stream that only tells a desk what was written.
class DeskObserver final : public stream::StreamObserver {
 public:
  explicit DeskObserver(session::RequestDesk& desk) : m_desk(desk) {}
  void onMetadata(const stream::Metadata&) override {}
  void onMessage(std::string_view) override {}
  void onWritten(bool ok) override { m_desk.outbox()->onWritten(ok); }
  void onDone(const absl::Status&) override {}

 private:
  session::RequestDesk& m_desk;
};

}  // namespace vitalwall::test
