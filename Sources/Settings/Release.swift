// SPDX-License-Identifier: GPL-3.0-or-later

/// What both programs say of themselves.
package enum Release {
  /// The version of both programs.
  package static let version = "0.1.0"
}
