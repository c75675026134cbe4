// SPDX-License-Identifier: GPL-3.0-or-later

const kPushPeriodMs = 15_000;  // the contract: each subscribed patient's latest status

/** One stream of a base server: its set of subscribed patients, and the only writer to it. */
class Visit {
  constructor(call, ward) {
    this.call = call;
    this.ward = ward;
    this.patients = new Set();
    this.timer = setInterval(() => this.pushLatest(), kPushPeriodMs);
    call.on('data', (request) => this.hear(request));
    call.on('end', () => this.leave());
    call.on('cancelled', () => this.forget('cancelled'));
    call.on('error', () => this.forget('error'));
  }

  hear(request) {
    const action = request.action ?? 'none';
    const content = request[action] ?? {};
    this.ward.say({event: action, ...content});
    if (action === 'subscribe') this.subscribe(content.patient_id);
    if (action === 'unsubscribe') this.patients.delete(content.patient_id);
  }

  subscribe(patient) {
    this.patients.add(patient);
    this.write(this.ward.latestOf(patient));
  }

  pushLatest() {
    for (const patient of this.patients) this.write(this.ward.latestOf(patient));
  }

  push(status) {
    if (this.patients.has(status.patient_id)) this.write(status);
  }

  write(status) {
    const payload = Buffer.from(status.payload, 'utf8');
    this.call.write({timestamp: Date.now(), ...status, payload});
  }

  leave() {
    this.forget('half_closed');
    this.call.end();
  }

  /** Ends the stream with `status`. */
  finish(status) {
    this.forget('finished');
    if (status.code === 0) this.call.end();
    else this.call.emit('error', status);
  }

  forget(event) {
    clearInterval(this.timer);
    if (this.ward.visits.delete(this)) this.ward.say({event});
  }
}

/** What a base server knows: the latest vitals of any patient that is asked for. */
export class BaseWard {
  constructor(say) {
    this.say = say;
    this.visits = new Set();
    this.latest = new Map();
  }

  admit(call) {
    this.visits.add(new Visit(call, this));
    this.say({event: 'connected'});
  }

  latestOf(patient) {
    return this.latest.get(patient) ?? vitalsOf(patient);
  }

  push(status) {
    if (status.status_type === 'vitals_updated') this.latest.set(status.patient_id, status);
    for (const visit of this.visits) visit.push(status);
  }

  finish(status) {
    for (const visit of [...this.visits]) visit.finish(status);
  }
}

/** Plausible vitals in the member style of .NET's serializer. */
function vitalsOf(patient_id) {
  const payload = JSON.stringify({
    PatientId: patient_id,
    HeartRate: 72,
    SpO2: 97.5,
    RespiratoryRate: 14,
    Temperature: 36.8,
    SystolicBp: 118,
    DiastolicBp: 76,
    ConsciousnessLevel: 'Alert',
  });
  return {patient_id, status_type: 'vitals_updated', payload};
}
