// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the content of a status file tells nothing.
package enum StatusFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no status.
  case malformed
  /// It is one of a later version.
  case unknownSchema(Int)

  /// What it is, for people.
  package var description: String {
    switch self {
    case .malformed: "it is no status of splitsearchd"
    case .unknownSchema(let schema):
      "it was written by a newer splitsearchd (schema \(schema); this one knows \(StatusObject.schema))"
    }
  }
}
