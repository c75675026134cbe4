// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire_complaints.h"

#include <google/protobuf/stubs/logging.h>
#include <atomic>

namespace vitalwall::protocol {
namespace {

std::atomic<std::uint64_t> complaints{0};
google::protobuf::LogHandler* writeToStderr = nullptr;

void count(google::protobuf::LogLevel level, const char* file, int line,
           const std::string& message) {
  complaints.fetch_add(1, std::memory_order_relaxed);
  if (level == google::protobuf::LOGLEVEL_FATAL) writeToStderr(level, file, line, message);
}

}  // namespace

void countWireComplaints() {
  auto* before = google::protobuf::SetLogHandler(&count);
  if (before != &count) writeToStderr = before;
}

std::uint64_t wireComplaints() {
  return complaints.load(std::memory_order_relaxed);
}

}  // namespace vitalwall::protocol
