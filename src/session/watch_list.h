// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/command.h"
#include "domain/server_event.h"

namespace vitalwall::session {

/// Which patients this station watches, how far it has read each one's alarm history, and whose
/// present state is still awaited on the current stream. Not thread-safe.
class WatchList {
 public:
  /// False if the patient was watched already.
  bool add(PatientId patient);

  /// False if the patient was not watched.
  bool remove(PatientId patient);

  /// A new stream: one Subscribe per patient, each with a fresh command id, and all are awaited.
  std::vector<Command> subscribeAll();

  /// The Subscribe for one watched patient.
  Command subscribe(PatientId patient);

  /// An alert or the alarm settings of a patient in a revision: moves the cursor once the patient's
  /// snapshot is complete. Before that the parts of a snapshot may come in any order, and a cursor
  /// among them would lose the lower revisions for ever. `read.epoch` is 0 from a plain server,
  /// which numbers nothing.
  void noteRevision(PatientId patient, Cursor read);

  void noteSnapshotEnd(const SnapshotEnd& end);

  /// The patient whose Subscribe had this id; it is no longer awaited.
  std::optional<PatientId> settleSubscribe(CommandId id);

  /// After a loss: the next stream asks for everything.
  void forgetCursors();

  std::size_t size() const { return m_patients.size(); }
  std::size_t awaited() const;

 private:
  struct Watched {
    std::optional<Cursor> cursor;
    CommandId subscribe;
    bool awaited = true;
  };

  std::map<PatientId, Watched> m_patients;
};

}  // namespace vitalwall::session
