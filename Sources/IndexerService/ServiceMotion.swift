// SPDX-License-Identifier: GPL-3.0-or-later

/// What a watchdog learns of a service.
package enum ServiceMotion: Sendable {
  /// It moves, or has no reason to.
  case moving
  /// It does not answer, and does not work on the index.
  case silent
  /// It answers, but no file or folder that it looks at does.
  case waiting
}
