// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// What there is to say about a quotation: half a sentence each.
enum Reason {
  static let noPlace = "nothing says in which document of the index it stood"

  static let tooLong =
    "it is longer than \(CitedQuotation.largestLength) bytes, which are not compared: cite parts of it"

  static let onlyEnds =
    "its first and last words stand there, but nothing tells whether those between are the same"

  static func noFolder(_ name: String) -> String {
    "the index knows no folder '\(name)', and holds these words nowhere"
  }

  static func noDocument(_ place: DocumentPlace) -> String {
    "the index holds no document '\(place.folder)/\(place.path)' any more, and these words nowhere"
  }

  static func noText(in record: DocumentRecord) -> String {
    "'\(record.folder)/\(record.path)' holds nothing much like it any more"
  }

  static func behind(_ record: DocumentRecord) -> String {
    "the file of '\(record.folder)/\(record.path)' was changed or removed after it was indexed:"
      + " bring the index up to date (splitsearchd --once)"
  }

  static func unread(_ record: DocumentRecord, _ failure: String) -> String {
    "'\(record.folder)/\(record.path)' could not be read: \(failure)"
  }

  static func doubt(_ candidates: [QuotationCandidate]) -> String {
    let same = candidates.count { $0.similarity == 1 }
    return switch (same, candidates.count) {
    case (0, 1): "something like it stands at one place, which need not be it"
    case (0, _): "something like it stands at several places"
    case (1, 1): "the same words stand at one place, which need not be it"
    case (1, _): "the same words stand at one place, something like them elsewhere"
    default: "the same words stand at several places"
    }
  }

  static func editedOrReplaced(besides other: DocumentRecord) -> String {
    "its document was edited, or moved away and replaced:"
      + " '\(other.folder)/\(other.path)' holds the very words"
  }

  // MARK: Anchors without a quotation

  static let onlyLength =
    "it stands without its quotation, and that the text is as long as it was proves nothing"

  static let nothingToCheck = "it stands without its quotation, and nothing can be checked"

  static func edited(_ record: DocumentRecord) -> String {
    "'\(record.folder)/\(record.path)' was edited since, and the anchor stands without its quotation"
  }

  static func outside(_ record: DocumentRecord, _ fault: AnchorFault) -> String {
    "in '\(record.folder)/\(record.path)' there is no such place: \(fault.reason)"
  }

  static func otherWords(_ record: DocumentRecord) -> String {
    "other words stand there in '\(record.folder)/\(record.path)' now"
  }
}
