// SPDX-License-Identifier: GPL-3.0-or-later
// The base contract as a stranger uses it: proto/base alone, through a gRPC stack that shares no
// code with ours.
import {fileURLToPath} from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import {fieldNumbers} from './wire_fields.mjs';

export {grpc};

const kProto = fileURLToPath(new URL('../../proto/base/patient_monitor.proto', import.meta.url));
const kLastBaseField = 4;

const definition = loader.loadSync(kProto, {keepCase: true, longs: Number, defaults: true, oneofs: true});

/** The service for a server: requests and responses as plain objects. */
export const service = definition.PatientMonitorService;

/** The same for a client, with `foreignFields` in every response: numbers it would never see. */
const watchedService = {
  MonitorPatients: {
    ...service.MonitorPatients,
    responseDeserialize(bytes) {
      const status = service.MonitorPatients.responseDeserialize(bytes);
      const foreignFields = fieldNumbers(bytes).filter((number) => number > kLastBaseField);
      return {...status, foreignFields};
    },
  },
};

const Client = grpc.makeGenericClientConstructor(watchedService, 'PatientMonitorService');

/** A client of the server at `target` (HOST:PORT), without any secret. */
export function connect(target) {
  return new Client(target, grpc.credentials.createInsecure());
}
