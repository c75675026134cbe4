// SPDX-License-Identifier: GPL-3.0-or-later
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <set>
#include <thread>
#include <vector>

#include "bench/bench_dialogue.h"
#include "bench/bench_fanout_roles.h"
#include "bench/bench_fanout_ward.h"
#include "protocol/extended_encoder.h"
#include "server/ward_thread.h"

namespace vitalwall::bench {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

int check(int result, const char* what) {
  if (result >= 0) return result;
  std::perror(what);
  std::exit(1);
}

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int newSocket() {
  const int fd = check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
  const int on = 1;
  check(::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "setsockopt");
  return fd;
}

/// The system's way to write addresses.
template <typename Address>
auto* generic(Address& address) {
  return reinterpret_cast<sockaddr*>(&address);
}

int listenAnywhere(int& port) {
  const int fd = newSocket();
  auto address = loopback(0);
  socklen_t size = sizeof address;
  check(::bind(fd, generic(address), size), "bind");
  check(::listen(fd, SOMAXCONN), "listen");
  check(::getsockname(fd, generic(address), &size), "getsockname");
  port = ntohs(address.sin_port);
  return fd;
}

std::vector<std::string> entriesOfATick(std::size_t patients) {
  const FanoutWard ward(patients);
  const auto now = SystemClock().wallNow();
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < patients; ++i)
    entries.push_back(protocol::encodeVitalsEntry(ward.vitalsOf(i, 0, now)));
  return entries;
}

/// The entries that a station watches.
std::vector<iovec> pointersTo(std::vector<std::string>& entries, const Shape& shape,
                              std::size_t station) {
  std::vector<iovec> pointers;
  for (std::size_t bed = 0; bed < entries.size(); ++bed)
    if (shape.watches(station, bed)) pointers.push_back({entries[bed].data(), entries[bed].size()});
  return pointers;
}

std::size_t bytesOf(const std::vector<std::string>& entries) {
  return std::accumulate(entries.begin(), entries.end(), std::size_t(0),
                         [](std::size_t sum, const auto& entry) { return sum + entry.size(); });
}

/// Accepts until `due`; true as long as somebody asks.
bool acceptUntil(SteadyClock::time_point due, int listener, std::vector<int>& connections) {
  std::array<pollfd, 2> watched = {pollfd{listener, POLLIN, 0}, pollfd{STDIN_FILENO, POLLIN, 0}};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - SteadyClock::now());
    const auto patience = static_cast<int>(std::max(left, 0ms).count());
    if (::poll(watched.data(), watched.size(), patience) <= 0) return true;
    if (watched[1].revents != 0) return false;
    connections.push_back(check(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC), "accept"));
  }
}

int connectTo(int port) {
  const int fd = newSocket();
  auto address = loopback(port);
  check(::connect(fd, generic(address), sizeof address), "connect");
  return fd;
}

/// Reads whatever the connections have; `silent` are those that have not said anything.
void readOnce(int epoll, std::atomic<std::uint64_t>& bytes, std::set<int>& silent) {
  static std::array<char, 256 * 1024> buffer;
  std::array<epoll_event, 64> events;
  const int count = ::epoll_wait(epoll, events.data(), events.size(), -1);
  for (int i = 0; i < count; ++i) {
    const int fd = events[static_cast<std::size_t>(i)].data.fd;
    bytes += static_cast<std::uint64_t>(
        check(static_cast<int>(::read(fd, buffer.data(), buffer.size())), "read"));
    if (!silent.empty() && silent.erase(fd) > 0 && silent.empty()) say("ready");
  }
}

}  // namespace

int serveTcp(const Shape& shape) {
  const auto period = shape.pace == Pace::Paced ? server::WardThread::kTick : 0ms;
  int port = 0;
  const int listener = listenAnywhere(port);
  auto entries = entriesOfATick(shape.patients());
  say("ready ", port, ' ', bytesOf(entries) / entries.size());
  std::vector<std::vector<iovec>> pointers;
  for (std::size_t station = 0; station < shape.streams; ++station)
    pointers.push_back(pointersTo(entries, shape, station));
  std::vector<int> connections;
  auto due = SteadyClock::now();
  while (acceptUntil(due, listener, connections)) {
    for (std::size_t i = 0; i < connections.size(); ++i)
      if (::writev(connections[i], pointers[i].data(), kFanoutPatients) < 0) return 0;
    due += period;
  }
  return 0;
}

int readTcp(int port, const Shape& shape) {
  const int epoll = check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1");
  std::set<int> silent;
  for (std::size_t i = 0; i < shape.streams; ++i) {
    const int fd = connectTo(port);
    silent.insert(fd);
    epoll_event event{EPOLLIN, {.fd = fd}};
    check(::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event), "epoll_ctl");
  }
  std::atomic<std::uint64_t> bytes = 0;
  const std::jthread reader([&](const std::stop_token&) {
    for (;;) readOnce(epoll, bytes, silent);
  });
  answerQuestions([&] { return bytes.load(); });
  // The reader waits for data that may never come.
  std::_Exit(0);
}

}  // namespace vitalwall::bench
