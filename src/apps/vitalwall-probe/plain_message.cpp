// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/plain_message.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

namespace vitalwall::probe {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr std::uint32_t tagOf(int field, WireFormatLite::WireType type) {
  return WireFormatLite::MakeTag(field, type);
}
constexpr auto kText = WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
constexpr auto kVarint = WireFormatLite::WIRETYPE_VARINT;

bool readTimestamp(CodedInputStream& input, std::int64_t& timestamp) {
  std::uint64_t raw = 0;
  if (!input.ReadVarint64(&raw)) return false;
  timestamp = static_cast<std::int64_t>(raw);
  return true;
}

bool readField(CodedInputStream& input, std::uint32_t tag, PlainMessage& message) {
  switch (tag) {
    case tagOf(1, kText):
      return WireFormatLite::ReadBytes(&input, &message.patientId);
    case tagOf(2, kText):
      return WireFormatLite::ReadBytes(&input, &message.statusType);
    case tagOf(3, kText):
      return WireFormatLite::ReadBytes(&input, &message.payload);
    case tagOf(4, kVarint):
      return readTimestamp(input, message.timestamp);
    default:
      message.foreignFields.push_back(WireFormatLite::GetTagFieldNumber(tag));
      return WireFormatLite::SkipField(&input, tag);
  }
}

}  // namespace

std::optional<PlainMessage> parsePlainMessage(std::string_view bytes) {
  CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                         static_cast<int>(bytes.size()));
  PlainMessage message;
  while (const auto tag = input.ReadTag())
    if (!readField(input, tag, message)) return std::nullopt;
  if (!input.ConsumedEntireMessage()) return std::nullopt;
  return message;
}

}  // namespace vitalwall::probe
