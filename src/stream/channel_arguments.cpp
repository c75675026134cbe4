// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/channel_arguments.h"

namespace vitalwall::stream {

namespace {
constexpr int kLargestMessageBytes = 16 * 1024 * 1024;

/// Pings also on silent streams: without them a hung server is never noticed.
void setKeepalive(grpc::ChannelArguments& arguments) {
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 2000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 1000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
  arguments.SetInt("grpc.http2.min_ping_interval_without_data_ms", 500);
}

/// The defaults let users wait two minutes after a server's restart.
void setReconnection(grpc::ChannelArguments& arguments) {
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 250);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 500);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 2000);
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
