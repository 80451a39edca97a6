// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody says of a quotation.
package struct Claim: Sendable {
  package enum State: Sendable {
    /// The words stand where the anchor says.
    case exact
    /// The words stand at another place, or nobody asked which.
    case same
    case changed
  }

  package let state: State
  /// The document in the library.
  package let document: Int
  /// The place in it: bytes.
  package let bytes: Range<Int>
  /// Whether the document came to be after the quotation was taken, at the place it was taken from.
  package let isSuccessor: Bool

  package init(_ state: State, document: Int, bytes: Range<Int>, isSuccessor: Bool = false) {
    self.state = state
    self.document = document
    self.bytes = bytes
    self.isSuccessor = isSuccessor
  }
}

/// Whether a claim is true.
package enum Judgement: Hashable, Sendable {
  case right
  /// It is right about a copy, while the original stands elsewhere as well.
  case copy
  /// The place is right, the state is not.
  case wrongState(String)
  /// The place is wrong by the books, but the text alone may not tell; why.
  case arguable(String)
  /// The place is wrong.
  case wrongPlace(String)

  /// Judges `claim` about `quotation`, of which `truth` is known.
  package init(
    _ claim: Claim,
    about quotation: PickedQuotation,
    _ truth: Truth,
    in library: EditedLibrary
  ) {
    let document = library.documents[claim.document]
    let range = document.words(touching: claim.bytes)
    let place = Truth.Stretch(document: claim.document, words: range)
    let stands = document.text.squeezed(in: claim.bytes) == quotation.squeezed
    let own = Set(quotation.lineages)
    let ownCount = document.words[range].count { own.contains($0.lineage) }
    let isOwn = ownCount * 2 >= max(1, range.count)
    switch claim.state {
    case .exact, .same:
      if !stands {
        self = .wrongPlace("other words stand there")
      } else if isOwn {
        self = Self.copy(place, claim, truth, in: library)
      } else if truth.state != .standing, Self.isAsMuchAsAny(ownCount, of: range.count, truth) {
        self = .arguable("part of it, with the very words that are missing beside")
      } else {
        self = Doubt(claim, quotation, truth, in: library).judgement(stands: true)
      }
    case .changed:
      if isOwn, stands {
        self = .wrongState("changed, but all words stand there")
      } else if truth.originals.contains(where: { place.holds($0) }) {
        self = .wrongState("changed, but all words stand in it")
      } else if truth.remains.contains(where: { place.isMostly($0.stretch) }) {
        self = Self.edited(claim, truth)
      } else if truth.state != .standing, Self.isPart(ownCount, of: range.count, truth) {
        self = .arguable("part of it, with other text beside")
      } else {
        self = Doubt(claim, quotation, truth, in: library).judgement(stands: stands)
      }
    }
  }

  /// Whether a good deal of a place is what is left of the quotation.
  private static func isPart(_ ownCount: Int, of count: Int, _ truth: Truth) -> Bool {
    ownCount * 2 >= count
      || ownCount * 3 >= count && truth.remains.contains { ownCount * 2 >= $0.count }
  }

  /// Whether a place has a third of its words, and three quarters at least of what stands together
  /// anywhere, from the quotation.
  private static func isAsMuchAsAny(_ ownCount: Int, of count: Int, _ truth: Truth) -> Bool {
    ownCount * 3 >= count && truth.remains.allSatisfy { ownCount * 4 >= $0.count * 3 }
  }

  private static func edited(_ claim: Claim, _ truth: Truth) -> Judgement {
    guard !truth.originals.isEmpty else { return .right }
    return claim.isSuccessor
      ? .arguable("an edited copy at the place of the original, which was moved away")
      : .wrongPlace("an edited copy, while the original stands word for word")
  }

  private static func copy(
    _ place: Truth.Stretch,
    _ claim: Claim,
    _ truth: Truth,
    in library: EditedLibrary
  ) -> Judgement {
    guard library.isCopy(place), !truth.originals.isEmpty else { return .right }
    guard let untouched = truth.untouched, untouched != place else { return .copy }
    return .wrongPlace("a copy, while the original stands where it stood")
  }
}

extension Truth.Stretch {
  /// Whether both share most of each.
  func isMostly(_ other: Self) -> Bool {
    guard document == other.document, words.overlaps(other.words) else { return false }
    let shared = words.clamped(to: other.words).count
    return shared * 2 >= words.count && shared * 2 >= other.words.count
  }

  func holds(_ other: Self) -> Bool {
    document == other.document && words.lowerBound <= other.words.lowerBound
      && words.upperBound >= other.words.upperBound
  }
}
