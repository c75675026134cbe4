// SPDX-License-Identifier: GPL-3.0-or-later
// Field numbers of a protobuf message as they stand on the wire, so that fields which a generated
// reader skips in silence are seen.

const kVarint = 0;
const kFixed64 = 1;
const kLengthDelimited = 2;
const kFixed32 = 5;

function readVarint(bytes, offset) {
  let value = 0n;
  for (let shift = 0n; shift < 64n; shift += 7n) {
    if (offset >= bytes.length) throw new Error('a varint goes beyond the end of the message');
    const byte = bytes[offset++];
    value |= BigInt(byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return [value, offset];
  }
  throw new Error('a varint is longer than ten bytes');
}

function skip(bytes, offset, type) {
  if (type === kVarint) return readVarint(bytes, offset)[1];
  if (type === kFixed64) return offset + 8;
  if (type === kFixed32) return offset + 4;
  if (type !== kLengthDelimited) throw new Error(`wire type ${type} is none of proto3`);
  const [length, start] = readVarint(bytes, offset);
  return start + Number(length);
}

/** The field numbers in `bytes`, in their order; throws if they are no message. */
export function fieldNumbers(bytes) {
  const numbers = [];
  for (let offset = 0; offset < bytes.length;) {
    const [tag, start] = readVarint(bytes, offset);
    numbers.push(Number(tag >> 3n));
    offset = skip(bytes, start, Number(tag & 7n));
    if (offset > bytes.length) throw new Error('a field goes beyond the end of the message');
  }
  return numbers;
}
