// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/channel_arguments.h"

namespace vitalwall::stream {

namespace {
constexpr int kLargestMessageBytes = 16 * 1024 * 1024;

/// Pings find a dead connection that nobody else finds. They are rare: a server with gRPC's own
/// ping policy ends a connection ("too many pings") after three that it finds needless, and a plain
/// one may be silent for 15 s. An extended server's silence is noticed sooner, by its heartbeat.
void setKeepalive(grpc::ChannelArguments& arguments) {
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 20'000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 5'000);
  arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
}

/// The defaults let users wait two minutes after a server's restart. The session waits by itself
/// (Backoff): a channel that waits as well would turn its attempts down unheard.
void setReconnection(grpc::ChannelArguments& arguments) {
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 250);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 500);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 500);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  // Equal arguments would share one connection and its back-off with other channels.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
}
}  // namespace

grpc::ChannelArguments stationChannelArguments() {
  grpc::ChannelArguments arguments;
  setKeepalive(arguments);
  setReconnection(arguments);
  // The probe grows the window to megabytes, which are minutes of old vitals for a slow reader.
  arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  arguments.SetMaxReceiveMessageSize(kLargestMessageBytes);
  return arguments;
}

}  // namespace vitalwall::stream
