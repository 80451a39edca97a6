// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is no JSON that is read here.
package struct JSONFault: Error, Hashable, Sendable {
  /// The line that shows it, counted from 1.
  package let line: Int
  /// Half a sentence.
  package let reason: String
}
