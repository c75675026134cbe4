// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/command_table.h"

#include "storage/record_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {

CommandTable::CommandTable(const Connection& connection)
    : m_store(connection, insertInto(u"commands"_s, columnsOf<CommandResult>()) +
                              u" ON CONFLICT (id) DO NOTHING"_s),
      m_trim(connection,
             u"DELETE FROM commands WHERE sequence <= (SELECT MAX(sequence) FROM commands) - ?"_s),
      m_all(connection,
            selectFrom(u"commands"_s, columnsOf<CommandResult>()) + u" ORDER BY sequence"_s) {}

absl::Status CommandTable::store(const CommandResult& result) {
  return m_store.run(valuesOf(result)).status();
}

absl::Status CommandTable::trim() {
  return m_trim.run({kCapacity}).status();
}

absl::StatusOr<std::vector<CommandResult>> CommandTable::all() {
  return m_all.read<CommandResult>();
}

}  // namespace vitalwall::storage
