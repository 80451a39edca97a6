// SPDX-License-Identifier: GPL-3.0-or-later

/// A way to edit the text of a document.
package enum EditKind: String, CaseIterable, Sendable {
  case nothing = "nothing"
  case rewrapped = "lines wrapped anew"
  case blanks = "other blanks"
  case changedWords = "words changed"
  case changedNumbers = "numbers changed"
  case insertedWords = "words put in or taken out"
  case replacedEverywhere = "one word replaced everywhere"
  case renumbered = "all numbers one higher"
  case inserted = "sentences put in"
  case appended = "text appended"
  case deleted = "sentences deleted"
  case deletedLike = "one of several alike deleted"
  case deletedBlocks = "paragraphs deleted"
  case moved = "sentences moved"
  case movedBlocks = "paragraphs moved"
  case swapped = "sentences swapped"
  case swappedWords = "words swapped between sentences"
  case shuffled = "paragraphs shuffled"
  case copied = "sentences copied"
  case copiedBlocks = "paragraphs copied"
  case copiedAndChanged = "sentences copied, copies changed"
  case retyped = "sentences rewritten"
  case imitated = "sentences typed after others"
  case replacedByLike = "sentences deleted, others like them typed"
  case mergedAndSplit = "paragraphs merged and split"
  case rewritten = "all text replaced"
  case mixture = "all of it together"
}

/// How much is edited.
package enum EditStrength: String, CaseIterable, Sendable {
  case light
  case middling
  case heavy

  /// The share of the sentences that is touched; one at least is.
  var share: Double {
    switch self {
    case .light: 0.02
    case .middling: 0.15
    case .heavy: 0.5
    }
  }
}
