// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the test file named on the command line, after a look at what it needs.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';

const kHere = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

if (!existsSync(path.join(kHere, 'node_modules', '@grpc', 'grpc-js'))) {
  process.stderr.write(
    'The packages of tests/interop are not installed. Run ./dev test, or: npm ci --prefix tests/interop\n');
  process.exit(1);
}
const run = spawnSync(process.execPath, ['--test', path.join(kHere, process.argv[2])], {stdio: 'inherit'});
process.exit(run.status ?? 1);
