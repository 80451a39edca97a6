// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of the service of an index.
package enum ServiceReport: Hashable, Sendable {
  /// It runs, and says in the file at this path how it stands.
  case running(StatusObject, file: String)
  /// A process writes to the index and does not say how it stands.
  case silent(process: Int)
  /// None runs. What the last one said, if it said anything, and how to start one: commands, each
  /// by itself.
  case absent(last: StatusObject?, start: [String])
  /// There is no telling whether one runs. What was said last, if anything was.
  case unknown(last: StatusObject?)

  /// What a service says that runs.
  package var live: StatusObject? {
    if case .running(let status, _) = self { status } else { nil }
  }

  /// What a service said last that does not run any more, or of which there is no telling.
  package var last: StatusObject? {
    switch self {
    case .absent(let last, _), .unknown(let last): last
    case .running, .silent: nil
    }
  }
}
