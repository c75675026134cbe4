// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire_enums.h"

#include "vitalwall/v1/directory.pb.h"
#include "vitalwall/v1/monitoring.pb.h"

namespace vitalwall::protocol {

v1::Validity wireEnum(Validity validity) {
  switch (validity) {
    case Validity::Valid:
      return v1::VALIDITY_VALID;
    case Validity::NotMeasured:
      return v1::VALIDITY_NOT_MEASURED;
    case Validity::LeadOff:
      return v1::VALIDITY_LEAD_OFF;
    case Validity::Questionable:
      break;
  }
  return v1::VALIDITY_QUESTIONABLE;
}

v1::Priority wireEnum(AlertPriority priority) {
  switch (priority) {
    case AlertPriority::High:
      return v1::PRIORITY_HIGH;
    case AlertPriority::Medium:
      return v1::PRIORITY_MEDIUM;
    case AlertPriority::Low:
      break;
  }
  return v1::PRIORITY_LOW;
}

v1::OrderStatus wireEnum(OrderStatus status) {
  switch (status) {
    case OrderStatus::Active:
      return v1::ORDER_STATUS_ACTIVE;
    case OrderStatus::OnHold:
      return v1::ORDER_STATUS_ON_HOLD;
    case OrderStatus::Completed:
      return v1::ORDER_STATUS_COMPLETED;
    case OrderStatus::Cancelled:
      break;
  }
  return v1::ORDER_STATUS_CANCELLED;
}

v1::Outcome wireEnum(CommandOutcome outcome) {
  switch (outcome) {
    case CommandOutcome::Ok:
      return v1::OUTCOME_OK;
    case CommandOutcome::AlreadyDone:
      return v1::OUTCOME_ALREADY_DONE;
    case CommandOutcome::StaleRevision:
      return v1::OUTCOME_STALE_REVISION;
    case CommandOutcome::NotFound:
      return v1::OUTCOME_NOT_FOUND;
    case CommandOutcome::Forbidden:
      return v1::OUTCOME_FORBIDDEN;
    case CommandOutcome::NotRecorded:
      return v1::OUTCOME_NOT_RECORDED;
    case CommandOutcome::Refused:
      break;
  }
  return v1::OUTCOME_REFUSED;
}

v1::AgeGroup wireEnum(AgeGroup group) {
  switch (group) {
    case AgeGroup::Adult:
      return v1::AGE_GROUP_ADULT;
    case AgeGroup::Paediatric:
      return v1::AGE_GROUP_PAEDIATRIC;
    case AgeGroup::Neonate:
      break;
  }
  return v1::AGE_GROUP_NEONATE;
}

Validity domainEnum(v1::Validity validity) {
  switch (validity) {
    case v1::VALIDITY_VALID:
      return Validity::Valid;
    case v1::VALIDITY_NOT_MEASURED:
      return Validity::NotMeasured;
    case v1::VALIDITY_LEAD_OFF:
      return Validity::LeadOff;
    default:
      return Validity::Questionable;
  }
}

AlertPriority domainEnum(v1::Priority priority) {
  switch (priority) {
    case v1::PRIORITY_MEDIUM:
      return AlertPriority::Medium;
    case v1::PRIORITY_LOW:
      return AlertPriority::Low;
    default:
      return AlertPriority::High;
  }
}

std::optional<OrderStatus> domainEnum(v1::OrderStatus status) {
  switch (status) {
    case v1::ORDER_STATUS_ACTIVE:
      return OrderStatus::Active;
    case v1::ORDER_STATUS_ON_HOLD:
      return OrderStatus::OnHold;
    case v1::ORDER_STATUS_COMPLETED:
      return OrderStatus::Completed;
    case v1::ORDER_STATUS_CANCELLED:
      return OrderStatus::Cancelled;
    default:
      return std::nullopt;
  }
}

CommandOutcome domainEnum(v1::Outcome outcome) {
  switch (outcome) {
    case v1::OUTCOME_OK:
      return CommandOutcome::Ok;
    case v1::OUTCOME_ALREADY_DONE:
      return CommandOutcome::AlreadyDone;
    case v1::OUTCOME_STALE_REVISION:
      return CommandOutcome::StaleRevision;
    case v1::OUTCOME_NOT_FOUND:
      return CommandOutcome::NotFound;
    case v1::OUTCOME_FORBIDDEN:
      return CommandOutcome::Forbidden;
    case v1::OUTCOME_NOT_RECORDED:
      return CommandOutcome::NotRecorded;
    default:
      return CommandOutcome::Refused;
  }
}

AgeGroup domainEnum(v1::AgeGroup group) {
  switch (group) {
    case v1::AGE_GROUP_PAEDIATRIC:
      return AgeGroup::Paediatric;
    case v1::AGE_GROUP_NEONATE:
      return AgeGroup::Neonate;
    default:
      return AgeGroup::Adult;
  }
}

}  // namespace vitalwall::protocol
