// SPDX-License-Identifier: GPL-3.0-or-later
import {connect, grpc} from './base_contract.mjs';
import {Journal} from './journal.mjs';

/** One MonitorPatients call of a base client: what it says, and a journal of what it hears. */
export class MonitorCall {
  constructor(target, metadata = {}) {
    this.statuses = new Journal();
    this.client = connect(target);
    const headers = new grpc.Metadata();
    for (const [key, value] of Object.entries(metadata)) headers.set(key, value);
    this.call = this.client.MonitorPatients(headers);
    this.call.on('data', (status) => this.statuses.add(status));
    this.call.on('error', () => {});  // the status event tells the same
    this.ended = new Promise((resolve) => this.call.on('status', resolve));
  }

  subscribe(patient_id) {
    this.call.write({subscribe: {patient_id}});
  }

  unsubscribe(patient_id) {
    this.call.write({unsubscribe: {patient_id}});
  }

  acknowledge(alert_id) {
    this.call.write({acknowledge: {alert_id}});
  }

  /** A request with no action set, as an unknown extension looks to a base server. */
  sayNothing() {
    this.call.write({});
  }

  /** The first status of `type`, of `patient` if given, from entry `from` on. */
  next(type, patient = null, from = 0) {
    const matches = (status) =>
      status.status_type === type && (patient === null || status.patient_id === patient);
    return this.statuses.find(`${type} of ${patient ?? 'anybody'}`, matches, from);
  }

  /** Half-closes, reads to the end and gives the status of the call. */
  async halfClose() {
    this.call.end();
    const status = await this.ended;
    this.client.close();
    return status;
  }
}

/** The JSON payload of a status. */
export function payloadOf(status) {
  return JSON.parse(status.payload.toString('utf8'));
}
