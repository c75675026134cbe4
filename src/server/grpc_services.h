// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "patient_monitor.grpc.pb.h"
#include "server/grpc_stream.h"
#include "server/record_keeper.h"
#include "server/session_registry.h"
#include "vitalwall/v1/alarm_history.grpc.pb.h"
#include "vitalwall/v1/directory.grpc.pb.h"

namespace vitalwall::server {

/// The contract's method: every call becomes a StationSession.
class MonitorService final : public PatientMonitorService::Service {
 public:
  /// Everything must outlive the service.
  MonitorService(const SessionContext& context, SessionRegistry& registry);

 private:
  MonitorReactor* monitorPatients(grpc::CallbackServerContext& call);

  const SessionContext m_context;
  SessionRegistry& m_registry;
};

/// The ward's directory: serialized once, since it is constant.
class DirectoryService final
    : public vitalwall::v1::WardDirectory::WithRawCallbackMethod_ListPatients<
          vitalwall::v1::WardDirectory::Service> {
 public:
  /// `encoded` is a ListPatientsResponse.
  explicit DirectoryService(std::string encoded);

  grpc::ServerUnaryReactor* ListPatients(grpc::CallbackServerContext* call,
                                         const grpc::ByteBuffer* request,
                                         grpc::ByteBuffer* response) override;

 private:
  const SharedBytes m_encoded;
};

/// Alarms of the past, read from the record.
class AlarmHistoryService final
    : public vitalwall::v1::AlarmHistory::WithRawCallbackMethod_ListAlarms<
          vitalwall::v1::AlarmHistory::WithRawCallbackMethod_ListRevisions<
              vitalwall::v1::AlarmHistory::Service>> {
 public:
  /// Everything must outlive the service. `executor` is the ward's, on which `keeper` is asked.
  AlarmHistoryService(RecordKeeper& keeper, Executor& executor)
      : m_keeper(keeper), m_executor(executor) {}

  grpc::ServerUnaryReactor* ListAlarms(grpc::CallbackServerContext* call,
                                       const grpc::ByteBuffer* request,
                                       grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* ListRevisions(grpc::CallbackServerContext* call,
                                          const grpc::ByteBuffer* request,
                                          grpc::ByteBuffer* response) override;

 private:
  RecordKeeper& m_keeper;
  Executor& m_executor;
};

}  // namespace vitalwall::server
