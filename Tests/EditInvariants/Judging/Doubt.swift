// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A claim that is wrong by the books, and whether anybody could know.
struct Doubt {
  private let claim: Claim
  private let quotation: PickedQuotation
  private let truth: Truth
  private let edited: EditedLibrary

  init(
    _ claim: Claim,
    _ quotation: PickedQuotation,
    _ truth: Truth,
    in edited: EditedLibrary
  ) {
    self.claim = claim
    self.quotation = quotation
    self.truth = truth
    self.edited = edited
  }

  /// Wrong or arguable, and why; `stands` if the place holds the words of the quotation.
  func judgement(stands: Bool) -> Judgement {
    if stands, claim.state == .exact, claim.isSuccessor {
      return .arguable("the very words at the very place, in a new document")
    }
    if stands, claim.state == .exact, truth.instances.isEmpty {
      return .arguable("the very words at the very place, and they stand nowhere else")
    }
    if stands, isAmongTheSameText {
      return .arguable("a twin that stands where the text around says the quotation stood")
    }
    if truth.state != .standing, let reason = reason(stands: stands) { return .arguable(reason) }
    // A copy elsewhere does not tell what became of the words in the document that was cited.
    if stands, truth.originals.isEmpty, !claim.isSuccessor, isTypedAgain, isInTheSameText {
      return .arguable("deleted, and typed again in the very words, while a copy stands")
    }
    return .wrongPlace(
      stands
        ? "the same words, but others"
        : truth.state == .gone ? "the text is gone" : "what became of it is elsewhere"
    )
  }

  private func reason(stands: Bool) -> String? {
    let document = edited.documents[claim.document]
    let words = document.words[document.words(touching: claim.bytes)]
    let own = Set(quotation.lineages)
    let imitated = words.count { own.contains($0.model ?? $0.lineage) }
    if imitated * 2 >= words.count, imitated > 0 {
      return "typed after the quotation, which is gone or edited"
    }
    if claim.isSuccessor, stands || isMuchAlike {
      return "a new document of the same form at the place of the old one"
    }
    if stands, isTypedAgain, words.count >= Self.tellingWordCount || isInTheSameText {
      return "deleted, and typed again in the very words"
    }
    if stands, words.contains(where: \.isEdited) {
      return "edited until it says what the quotation said"
    }
    return nil
  }

  /// Whether half of the words there are at least were typed since the quotation was taken.
  private var isTypedAgain: Bool {
    let document = edited.documents[claim.document]
    let words = document.words[document.words(touching: claim.bytes)]
    return words.count { $0.lineage >= quotation.lineageCount } * 2 >= words.count
  }

  /// So many words nobody types again by chance.
  private static let tellingWordCount = 5

  /// Whether whoever knows only the text of before and now would take this place.
  private var isAmongTheSameText: Bool {
    guard !truth.instances.isEmpty else { return isInTheSameText }
    let claimed = claimedContext
    let agreement = claimed.agreement(with: quotation.context)
    return truth.instances.allSatisfy { instance in
      let document = edited.documents[instance.document]
      let there = SqueezedContext(of: document.bytes(of: instance.words), in: document.text)
      return there.agreement(with: quotation.context) <= agreement
    }
  }

  /// Whether the text around says that this is the place.
  private var isInTheSameText: Bool { claimedContext.isSame(as: quotation.context) }

  private var claimedContext: SqueezedContext {
    SqueezedContext(of: claim.bytes, in: edited.documents[claim.document].text)
  }

  /// Whether two of three words are the same.
  private var isMuchAlike: Bool {
    let text = edited.documents[claim.document].text.string(in: claim.bytes)
    let (old, new) = (
      WordCutter.words(of: quotation.text[...]).map(\.word),
      WordCutter.words(of: text[...]).map(\.word)
    )
    let removed = new.difference(from: old).removals.count
    return (old.count - removed) * 3 >= max(old.count, new.count) * 2
  }
}
