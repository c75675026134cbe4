// SPDX-License-Identifier: GPL-3.0-or-later
// A client of the base contract against the real server. Run by ctest as `node --test`, with the
// folder of the programs in VITALWALL_BIN_DIR.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {grpc} from './base_contract.mjs';
import {MonitorCall, payloadOf} from './monitor_call.mjs';
import {MonitorServer} from './monitor_server.mjs';

let server;

before(async () => {
  server = await MonitorServer.start('sim:4:scenario=asystole@1/1:scenario=tachycardia@10/2:scenario=bradycardia@25/4');
});

after(async () => {
  assert.equal(await server.stop(), 0, 'vitalwalld must end by itself when asked to');
});

/** Opens a call, lets `talk` use it, half-closes and judges all that was heard. */
async function conversation(talk, metadata = {}) {
  const call = new MonitorCall(server.target, metadata);
  await talk(call);
  const end = await call.halfClose();
  assert.equal(end.code, grpc.status.OK, end.details);
  for (const status of call.statuses.entries) assertWhole(status);
}

/** A base client must be able to make sense of every message. */
function assertWhole(status) {
  assert.match(status.patient_id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.notEqual(status.status_type, '');
  assert.equal(typeof payloadOf(status), 'object');
  assert.ok(Math.abs(status.timestamp - Date.now()) < 3_600_000, `timestamp ${status.timestamp}`);
  assert.deepEqual(status.foreignFields, [], 'no field that the base contract does not have');
}

test('vitals arrive as JSON with camelCase members', () => conversation(async (call) => {
  const patient = server.patients[2];
  call.subscribe(patient);
  const vitals = payloadOf(await call.next('vitals_updated', patient));
  assert.ok('heartRate' in vitals && 'spo2' in vitals, JSON.stringify(vitals));
  const isMeasured = (status) => payloadOf(status).heartRate > 0;
  await call.statuses.find('measured heart rate', isMeasured);
}));

test('a change is told at most once a second', () => conversation(async (call) => {
  const patient = server.patients[2];
  const start = Date.now();
  call.subscribe(patient);
  for (let heard = 0, from = 0; heard < 5; ++heard) {
    const isNext = (status) => status.status_type === 'vitals_updated';
    from = 1 + await call.statuses.indexOf('another vitals_updated', isNext, from);
  }
  assert.ok(Date.now() - start > 3_500, 'the first at once, then four seconds for four more');
}));

test('an acknowledged alert is seen as alert_acknowledged', () => conversation(async (call) => {
  const patient = server.patients[0];
  call.subscribe(patient);
  const triggered = payloadOf(await call.next('alert_triggered', patient));
  assert.ok(['high', 'medium', 'low'].includes(triggered.severity), triggered.severity);
  assert.notEqual(triggered.message, '');
  call.acknowledge(triggered.alertId);
  const isAnswer = (status) => status.status_type === 'alert_acknowledged' &&
    payloadOf(status).alertId === triggered.alertId;
  const answer = await call.statuses.find('alert_acknowledged', isAnswer);
  assert.equal(payloadOf(answer).acknowledgedBy, 'Ana Ruiz');
}, {'vitalwall-user': 'Ana%20Ruiz'}));

test('orders of a patient arrive', () => conversation(async (call) => {
  for (const patient of server.patients) call.subscribe(patient);
  const order = payloadOf(await call.next('order_changed'));
  assert.notEqual(order.description, '');
  assert.notEqual(order.orderId, '');
}));

test('after unsubscribe a patient is silent', () => conversation(async (call) => {
  const [, , silent, talking] = server.patients;
  call.subscribe(silent);
  call.subscribe(talking);
  await call.next('vitals_updated', silent);
  call.unsubscribe(silent);
  // Requests are handled in order: what answers a later one comes after the unsubscription.
  call.subscribe(server.patients[1]);
  const isAnswer = (status) => status.patient_id === server.patients[1];
  const from = 1 + await call.statuses.indexOf('answer to the later request', isAnswer);
  let heard = from;
  for (let i = 0; i < 4; ++i) {
    const isTalking = (status) => status.patient_id === talking;
    heard = 1 + await call.statuses.indexOf('another status of the other patient', isTalking, heard);
  }
  const after = call.statuses.entries.slice(from);
  assert.deepEqual(after.filter((status) => status.patient_id === silent), []);
}));

test('every form of a GUID is accepted', async (t) => {
  const id = server.patients[3];
  const forms = {
    'upper case': id.toUpperCase(),
    'braces': `{${id}}`,
    'parentheses': `(${id})`,
    'no hyphens': id.replaceAll('-', ''),
  };
  for (const [name, form] of Object.entries(forms))
    await t.test(name, () => conversation(async (call) => {
      call.subscribe(form);
      await call.next('vitals_updated', id);
    }));
});

test('what is no GUID, no patient or no action is ignored', () => conversation(async (call) => {
  call.subscribe('');
  call.subscribe('bed 1');
  call.subscribe('00000000-0000-0000-0000-000000000001');
  call.unsubscribe('nobody');
  call.acknowledge('no alert');
  call.acknowledge('00000000-0000-0000-0000-000000000002');
  call.sayNothing();
  call.subscribe(server.patients[2]);
  await call.next('vitals_updated', server.patients[2]);
  const others = call.statuses.entries.filter((s) => s.patient_id !== server.patients[2]);
  assert.deepEqual(others, []);
}));

test('members are PascalCase on request', () => conversation(async (call) => {
  for (const patient of server.patients) call.subscribe(patient);
  const vitals = payloadOf(await call.next('vitals_updated'));
  const members = Object.keys(vitals);
  assert.ok(members.includes('HeartRate'), members.join());
  assert.deepEqual(members.filter((member) => !/^[A-Z]/.test(member)), []);
  const isAlert = (status) => status.status_type.startsWith('alert_');
  const alert = payloadOf(await call.statuses.find('alert', isAlert));
  assert.ok('AlertId' in alert, 'alerts, too');
}, {'vitalwall-json': 'pascal'}));

test('a half-closed call that asked nothing ends with OK', () => conversation(async () => {}));

test('a cancelled call does not trouble the others', () => conversation(async (call) => {
  const other = new MonitorCall(server.target);
  other.subscribe(server.patients[2]);
  await other.next('vitals_updated');
  other.call.cancel();
  assert.equal((await other.ended).code, grpc.status.CANCELLED);
  other.client.close();
  call.subscribe(server.patients[2]);
  await call.next('vitals_updated');
}));
