// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is no anchor, or an anchor leads nowhere.
package struct AnchorFault: Error, Hashable, Sendable {
  /// What is wrong: half a sentence, whose subject is the anchor.
  package let reason: String
  /// At which character of what was read, counted from 1; nil if the whole is wrong.
  package let place: Int?
  /// What to do: half a sentence.
  package let advice: String

  /// Makes a fault of its parts.
  package init(reason: String, at place: Int? = nil, advice: String) {
    self.reason = reason
    self.place = place
    self.advice = advice
  }
}

extension AnchorFault: CustomStringConvertible {
  /// What is wrong, and where.
  package var description: String {
    place.map { "\(reason) (at character \($0))" } ?? reason
  }
}
