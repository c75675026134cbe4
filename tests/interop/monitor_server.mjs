// SPDX-License-Identifier: GPL-3.0-or-later
import {execFileSync, spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

/** The real vitalwalld, on a free port. */
export class MonitorServer {
  /** Starts the server and waits until it says where it listens. `sources` as on its command line. */
  static async start(...sources) {
    const program = programPath();
    const sourceArguments = sources.flatMap((source) => ['--source', source]);
    const patients = listPatients(program, sourceArguments);
    const child = spawn(program, ['--listen', '127.0.0.1:0', '--data', 'none', ...sourceArguments],
      {stdio: ['ignore', 'pipe', 'inherit']});
    return new MonitorServer(child, await listeningAddress(child), patients);
  }

  constructor(child, target, patients) {
    this.child = child;
    this.target = target;
    this.patients = patients;  // ids, in the order of the beds
  }

  /** Asks the server to stop, and gives its exit code. */
  stop() {
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    return exited;
  }
}

function programPath() {
  const folder = process.env.VITALWALL_BIN_DIR;
  if (!folder) throw new Error('Set VITALWALL_BIN_DIR to the folder of vitalwalld.');
  const program = path.join(folder, 'vitalwalld');
  if (!existsSync(program)) throw new Error(`${program} does not exist; build it first.`);
  return program;
}

function listPatients(program, sourceArguments) {
  const table = execFileSync(program, ['--list-patients', ...sourceArguments], {encoding: 'utf8'});
  return table.trim().split('\n').map((line) => line.split('\t')[0]);
}

async function listeningAddress(child) {
  for await (const line of readline.createInterface({input: child.stdout})) {
    const found = /^listening on (\S+)$/.exec(line);
    if (found) return found[1];
  }
  throw new Error('vitalwalld ended before it listened.');
}
