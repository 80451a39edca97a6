// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds quotations in a text that may have been edited since they were cited.
///
/// It never takes a look-alike for the quotation. What stands there word for word counts if there
/// was nothing like it when it was cited, or if what surrounded it does so still. What was edited
/// counts if it is clearly liker than anything else was then and is now, and if what stood on one
/// side of it still does: the same form may have been filled in anew elsewhere. All else is unsure.
package struct QuoteFinder: Sendable {
  /// A quotation that something was liker than this might be taken for that, though it was not the same.
  package static let largestDistinctLookalike = 0.8

  private let text: ComparedText
  private let rules = SimilarityRules()

  /// Prepares to look through a text.
  package init(_ text: ComparedText) {
    self.text = text
  }

  /// Where `quotation` stands.
  package func find(_ quotation: SoughtQuotation) -> QuoteFinding {
    let words = text.words(of: Array(quotation.text.utf8))
    guard !words.isEmpty else { return .gone }
    let surroundings = Surroundings(of: quotation, in: text)
    let same = SamePlaces(in: text).tokens(words)
    guard same.isEmpty else {
      if let chosen = choose(same, words, quotation, surroundings) { return .same(place(chosen)) }
      return .unsure(same.prefix(rules.shownCount).map { place($0) })
    }
    if let cut = cutOff(quotation) { return cut }
    return findEdited(quotation, words, surroundings)
  }

  /// Where the very words stand between just what stood before them and what followed: bytes.
  package func framedPlaces(of quotation: SoughtQuotation) -> [Range<Int>] {
    let words = text.words(of: Array(quotation.text.utf8))
    guard !words.isEmpty else { return [] }
    let surroundings = Surroundings(of: quotation, in: text)
    return SamePlaces(in: text).tokens(words).filter(surroundings.frame).map(text.bytes)
  }

  /// Which of the places where the very words stand is the quotation's; nil if none is for certain.
  private func choose(
    _ places: [Range<Int>],
    _ words: [Int32],
    _ quotation: SoughtQuotation,
    _ surroundings: Surroundings
  ) -> Range<Int>? {
    let framed = places.filter(surroundings.frame)
    if framed.count == 1, let only = framed.first {
      // They stood once, and where that was is not known or they still stand there: somebody typed
      // them again, with what stood around them, here or there.
      if places.count > 1, quotation.lookalike.map({ $0 < 1 }) ?? false {
        guard let old = quotation.place.map(text.tokens), old == only || !places.contains(old)
        else { return nil }
      }
      // Each side stood once when it was cited: where one of them is left may be the quotation, and
      // between both its copy.
      let hasRival = places.contains { $0 != only && surroundings.agree(besides: $0) }
      if quotation.lookalike != nil, hasRival { return nil }
      // Who looked when it was cited wrote down surroundings that stood nowhere else.
      guard quotation.lookalike == nil else { return only }
      return surroundings.standOnce && isUnlikeAllElse(words, but: only) ? only : nil
    }
    guard framed.isEmpty, places.count == 1, let only = places.first else { return nil }
    let before = surroundings.agreementBefore(only.lowerBound)
    let behind = surroundings.agreementBehind(only.upperBound)
    if rules.isDistinct(quotation) {
      // In a new paragraph may be a twin of what stood there.
      guard !isParted(only, quotation) else { return nil }
      if quotation.wordCount >= rules.leastLoneWordCount { return only }
      // A few words may be anybody's, all the more in a document that they were never in.
      let isBeside = quotation.place != nil && (before == .whole || behind == .whole)
      return isBeside ? only : nil
    }
    // It is not known whether the words were there more than once. They stand where they stood, and
    // what is known of their surroundings does not say otherwise.
    guard quotation.lookalike == nil, quotation.place.map(text.tokens) == only else { return nil }
    return before == .none && behind == .none ? nil : only
  }

  /// Whether more paragraphs begin within `place` than within the quotation.
  private func isParted(_ place: Range<Int>, _ quotation: SoughtQuotation) -> Bool {
    ParagraphBreaks.count(in: Array(text.utf8[text.bytes(of: place)]))
      > ParagraphBreaks.count(in: Array(quotation.text.utf8))
  }

  /// Whether nothing else is like a quotation but `place`, where it stands word for word: that might be
  /// what became of it, and this its twin.
  private func isUnlikeAllElse(_ words: [Int32], but place: Range<Int>) -> Bool {
    let other = LikePlaces(words, in: text, excluding: place).best(1).first?.similarity ?? 0
    return other < rules.leastSimilarity
  }

  /// A quotation that begins or ends within a word: somebody may have made another word of it, so that
  /// the rest of the word has to be what it was.
  private func cutOff(_ quotation: SoughtQuotation) -> QuoteFinding? {
    let places = SamePlaces(in: text).cutOff(Array(quotation.text.utf8))
    guard let first = places.first else { return nil }
    let found = places.prefix(rules.shownCount).map { QuotePlace(range: $0, similarity: 1) }
    let isSame = places.count == 1 && quotation.place == first && stands(first, in: quotation)
    return isSame ? .same(found[0]) : .unsure(found)
  }

  /// Whether bytes stand between just the bytes that surrounded a quotation.
  private func stands(_ place: Range<Int>, in quotation: SoughtQuotation) -> Bool {
    let (before, behind) = (text.utf8[..<place.lowerBound], text.utf8[place.upperBound...])
    let (prefix, suffix) = (Array(quotation.prefix.utf8), Array(quotation.suffix.utf8))
    return before.suffix(prefix.count).elementsEqual(prefix) && behind.starts(with: suffix)
      && prefix.isEmpty == before.isEmpty && suffix.isEmpty == behind.isEmpty
  }

  private func findEdited(
    _ quotation: SoughtQuotation,
    _ words: [Int32],
    _ surroundings: Surroundings
  ) -> QuoteFinding {
    let like = LikePlaces(words, in: text)
    let places = like.best(rules.shownCount)
    if let best = places.first,
      rules.isEdited(best, insteadOf: places.dropFirst().first, quotation, tokenCount: words.count),
      let whole = EditedEnds(words, of: quotation, in: text).inPlace(best.tokens, surroundings)
    {
      return .changed(place(whole, similarity: like.similarity(of: whole)))
    }
    if quotation.lookalike == nil,
      let framed = framed(words, like, places, surroundings)
    {
      return .changed(framed)
    }
    let likely = places.filter { $0.similarity >= rules.leastSimilarity }
    return likely.isEmpty
      ? .gone : .unsure(likely.map { place($0.tokens, similarity: $0.similarity) })
  }

  /// The one stretch between what stood before and what followed, if nothing else is half as like.
  private func framed(
    _ words: [Int32],
    _ like: LikePlaces,
    _ places: [LikePlaces.Place],
    _ surroundings: Surroundings
  ) -> QuotePlace? {
    let stretches = surroundings.framed(limit: 2 * words.count + 8)
    guard stretches.count == 1, let stretch = stretches.first, !stretch.isEmpty else { return nil }
    let similarity = like.similarity(of: stretch)
    // What is half as like may be a part of what became of it, and this its twin; or what became of it
    // itself, if it reaches beyond the stretch.
    let other =
      places.lazy.filter {
        $0.tokens.clamped(to: stretch) != $0.tokens
      }.map(\.similarity).max() ?? 0
    guard similarity >= rules.leastUnknownSimilarity, other < rules.leastSimilarity,
      similarity >= other + rules.margin(tokenCount: words.count)
    else { return nil }
    return place(stretch, similarity: similarity)
  }

  private func place(_ tokens: Range<Int>, similarity: Double = 1) -> QuotePlace {
    QuotePlace(range: text.bytes(of: tokens), similarity: similarity)
  }
}

extension ComparedText {
  /// Where exactly these words stand: bytes, in order.
  ///
  /// The first word may lack its beginning, the last its end, but not of words like "cannot", which
  /// would become others.
  package func places(of quotation: String) -> [Range<Int>] {
    let same = SamePlaces(in: self)
    let whole = same.tokens(words(of: Array(quotation.utf8))).map(bytes)
    guard whole.isEmpty else { return whole }
    return same.cutOff(Array(quotation.utf8)).filter {
      !cutsAlphabet(at: $0.lowerBound) && !cutsAlphabet(at: $0.upperBound)
    }
  }

  /// Whether a word of Latin, Greek or Cyrillic letters goes on at `offset`.
  ///
  /// In Korean a word that means something is often but the beginning of one.
  private func cutsAlphabet(at offset: Int) -> Bool {
    guard offset > 0, offset < utf8.count, !tokens(in: offset..<offset).isEmpty else {
      return false
    }
    let next = utf8.scalar(at: offset).value.value
    return next < 0x530 || (0x1E00..<0x2000).contains(next)
  }
}
