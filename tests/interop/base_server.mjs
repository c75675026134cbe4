// SPDX-License-Identifier: GPL-3.0-or-later
// A server that knows the base contract and nothing else, with members written as .NET writes them.
// Usage: node base_server.mjs [PORT]. Says in JSON lines what it hears; is told in JSON lines what
// to do:
//   {"push": {"patient_id": "...", "status_type": "...", "payload": "..."}}   to all subscribers
//   {"finish": {"code": 0, "details": "..."}}                                ends all streams
import readline from 'node:readline';
import {grpc, service} from './base_contract.mjs';
import {BaseWard} from './base_ward.mjs';

const kPort = process.argv[2] ?? '0';

function say(event) {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

const ward = new BaseWard(say);
const server = new grpc.Server();
server.addService(service, {MonitorPatients: (call) => ward.admit(call)});
server.bindAsync(`127.0.0.1:${kPort}`, grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    process.stderr.write(`Port ${kPort} cannot be used: ${error.message}\n`);
    process.exit(1);
  }
  say({event: 'listening', port});
});

readline.createInterface({input: process.stdin}).on('line', (line) => {
  const order = JSON.parse(line);
  if (order.push) ward.push(order.push);
  if (order.finish) ward.finish(order.finish);
}).on('close', () => process.exit(0));
