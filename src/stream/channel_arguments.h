// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <grpcpp/support/channel_arguments.h>

namespace vitalwall::stream {

/// How a station's channel behaves: it pings so rarely that every server bears it, old data cannot
/// pile up in the flow-control window, and a restarted server is found again within 2 s.
grpc::ChannelArguments stationChannelArguments();

}  // namespace vitalwall::stream
