// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

/// Judges quotations, one after the other, by one revision of the index.
///
/// It looks where the quotation stood, then in the documents that are the same file or were seen to
/// move away from there, then in all others. What it finds elsewhere counts only if there was nothing
/// like the quotation in the whole index when it was cited.
struct QuotationJudge {
  let shelf: DocumentShelf
  let passages: LikePassages
  let day: String
  let renewsMoved: Bool

  /// What became of `quotation`.
  func verdict(on quotation: CitedQuotation) throws(IndexError) -> QuotationVerdict {
    let quotation = quotation.withExcerpt
    guard let place = shelf.place(of: quotation) else {
      return QuotationVerdict(.unverifiable, reason: Reason.noPlace)
    }
    let record = try shelf.document(at: place)
    if let record, let reason = shelf.reasonToDoubt(record) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    guard let text = quotation.text, !text.allSatisfy(\.isWhitespace) else {
      return try AnchorJudge(shelf: shelf).verdict(on: quotation, at: place, record)
    }
    return try verdict(on: text, quotation, at: place, record)
  }

  private func verdict(
    on text: String,
    _ quotation: CitedQuotation,
    at place: DocumentPlace,
    _ record: DocumentRecord?
  ) throws(IndexError) -> QuotationVerdict {
    var doubts: [QuotationCandidate] = []
    var likely: QuotationVerdict?
    if let record, let document = try shelf.open(record) {
      let finding = find(text, quotation, in: document, isItsOwn: true)
      if let verdict = try decided(finding, text, quotation, document) {
        let isOnlyPlace = verdict.state == .moved && quotation.isDistinct
        guard verdict.state != .exact, !isOnlyPlace else { return verdict }
        likely = verdict
      }
      doubts += candidates(finding, in: document)
    }
    // The document may have moved away, and another, perhaps much like it, have come in its place.
    var rivals: [DocumentRecord] = []
    let gone = try shelf.documents(movedFrom: place)
    if let reason = reasonToDoubt(gone) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    if let verdict = try verdict(on: text, quotation, in: gone, areItsOwn: true, &doubts) {
      let source = gone.filter { $0.place == verdict.anchor?.document }
      guard !source.contains(where: { $0.isFile(of: quotation) }) else { return verdict }
      if likely?.state == .moved, verdict.state == .moved { rivals = source }
      if likely?.state != .moved { likely = verdict }
    }
    var known = gone + [record].compactMap(\.self)
    let copies = try shelf.copies(of: quotation).filter { !known.contains($0) }
    if let reason = reasonToDoubt(copies) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    if let likely {
      return try confirmed(likely, text, quotation, besides: known, rivals + copies, doubts)
    }
    // What is doubtful where it stood is not looked for in copies and elsewhere.
    if doubts.isEmpty {
      if let verdict = try verdict(on: text, quotation, in: copies, &doubts) { return verdict }
      known += copies
    }
    if doubts.isEmpty {
      let others = try others(like: text, quotation, outside: known)
      if let verdict = try verdict(on: text, quotation, outside: sound(others), &doubts) {
        return verdict
      }
      if doubts.isEmpty, let reason = reasonToDoubt(others) {
        return QuotationVerdict(.unverifiable, reason: reason)
      }
    }
    guard doubts.isEmpty else {
      return QuotationVerdict(.ambiguous, candidates: doubts, reason: Reason.doubt(doubts))
    }
    return QuotationVerdict(.orphaned, reason: reasonOfLoss(place, record, gone))
  }

  /// A verdict, unless it may be another document that the quotation is from.
  ///
  /// Where the very file that was cited lies elsewhere, either this document was edited after it was
  /// copied, or it moved away and was replaced by a copy that was edited. The same may be if the very
  /// words stand in another document, unless their own has them as well and it is known how often
  /// they stood when they were cited.
  private func confirmed(
    _ likely: QuotationVerdict,
    _ text: String,
    _ quotation: CitedQuotation,
    besides known: [DocumentRecord],
    _ rivals: [DocumentRecord],
    _ doubts: [QuotationCandidate]
  ) throws(IndexError) -> QuotationVerdict {
    var others = rivals
    let isItsOwn = likely.anchor?.document == shelf.place(of: quotation)
    if others.isEmpty, likely.state == .changed || quotation.lookalike == nil || !isItsOwn {
      others = try self.others(like: text, quotation, outside: known, least: 1)
    }
    guard let other = others.first else { return likely }
    if let reason = shelf.reasonToDoubt(other) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    guard let document = try shelf.open(other) else { return likely }
    let finding = find(text, quotation, in: document, isItsOwn: other.isFile(of: quotation))
    return QuotationVerdict(
      .ambiguous,
      candidates: doubts + candidates(finding, in: document),
      reason: Reason.editedOrReplaced(besides: other)
    )
  }

  /// What is found in documents that the quotation never was in, as far as anybody knows.
  ///
  /// If something there was like it when it was cited, what is found may be that.
  private func verdict(
    on text: String,
    _ quotation: CitedQuotation,
    outside others: [DocumentRecord],
    _ doubts: inout [QuotationCandidate]
  ) throws(IndexError) -> QuotationVerdict? {
    guard !quotation.isDistinct else {
      return try verdict(on: text, quotation, in: others, &doubts)
    }
    for record in others {
      guard let document = try shelf.open(record) else { continue }
      doubts += candidates(find(text, quotation, in: document, isItsOwn: false), in: document)
    }
    return nil
  }

  /// The documents but for some that hold what a quotation may be taken for.
  private func others(
    like text: String,
    _ quotation: CitedQuotation,
    outside known: [DocumentRecord],
    least: Double? = nil
  ) throws(IndexError) -> [DocumentRecord] {
    let least = least ?? (quotation.isDistinct ? Self.leastElsewhere : 1)
    let numbers = Set(known.map(\.number))
    var others: [DocumentRecord] = []
    for number in try passages.documents(like: text, outside: numbers, least: least) {
      if let record = try shelf.reader.document(number) { others.append(record) }
    }
    return others
  }

  /// In other documents text has to be so much alike that it is looked at.
  private static let leastElsewhere = 0.6

  /// What is found in documents at other places; nil if it is in none or in several.
  private func verdict(
    on text: String,
    _ quotation: CitedQuotation,
    in records: [DocumentRecord],
    areItsOwn: Bool = false,
    _ doubts: inout [QuotationCandidate]
  ) throws(IndexError) -> QuotationVerdict? {
    var found: [(QuoteFinding, OpenDocument)] = []
    for record in records {
      guard let document = try shelf.open(record) else { continue }
      let isItsOwn = areItsOwn || record.isFile(of: quotation)
      let finding = find(text, quotation, in: document, isItsOwn: isItsOwn)
      switch finding {
      case .same, .changed: found.append((finding, document))
      case .unsure, .gone: doubts += candidates(finding, in: document)
      }
    }
    let same = found.filter { if case .same = $0.0 { true } else { false } }
    let likeliest = same.isEmpty ? found : same
    if likeliest.count == 1, let (finding, document) = likeliest.first {
      return try decided(finding, text, quotation, document)
    }
    doubts += likeliest.flatMap { candidates($0.0, in: $0.1) }
    return nil
  }

  /// Where the quotation stands in a document.
  ///
  /// - Parameters:
  ///   - text: its words.
  ///   - quotation: what else is known of it.
  ///   - document: where it is looked for.
  ///   - isItsOwn: whether the place that was written down is one in this document.
  /// - Returns: the place, or how far it is in doubt.
  private func find(
    _ text: String,
    _ quotation: CitedQuotation,
    in document: OpenDocument,
    isItsOwn: Bool
  ) -> QuoteFinding {
    let place = isItsOwn ? document.bytes(of: quotation) : nil
    // The very file that was cited: what stands there is what stood there.
    if let place, document.record.isFile(of: quotation),
      WordDifference.isSame(document.text.string(in: place), text)
    {
      return .same(QuotePlace(range: place, similarity: 1))
    }
    return QuoteFinder(document.compared).find(
      SoughtQuotation(
        text: text,
        prefix: quotation.prefix,
        suffix: quotation.suffix,
        place: place,
        wasFirst: quotation.beginsText,
        lookalike: quotation.lookalike
      )
    )
  }

  /// The verdict on a finding that leaves no doubt; nil for any other.
  private func decided(
    _ finding: QuoteFinding,
    _ text: String,
    _ quotation: CitedQuotation,
    _ document: OpenDocument
  ) throws(IndexError) -> QuotationVerdict? {
    switch finding {
    case .same(let place):
      if shelf.place(of: quotation) == document.place, stood(quotation, in: document, at: place) {
        return QuotationVerdict(.exact, anchor: quotation.anchor ?? document.anchor(place.range))
      }
      return QuotationVerdict(
        .moved,
        anchor: document.anchor(place.range),
        renewed: try renewed(place.range, document)
      )
    case .changed(let place):
      let now = document.text.string(in: place.range)
      return QuotationVerdict(
        .changed,
        anchor: document.anchor(place.range),
        text: now,
        changes: WordDifference.changes(from: text, to: now)
      )
    case .unsure, .gone:
      return nil
    }
  }

  /// Whether a quotation stood at a place, or it is not written where in its document it did.
  private func stood(
    _ quotation: CitedQuotation,
    in document: OpenDocument,
    at place: QuotePlace
  ) -> Bool {
    if quotation.anchor?.position == nil, quotation.characters == nil { return true }
    // Lines end with a line feed, and people may have marked a blank.
    guard let bytes = document.bytes(of: quotation) else { return false }
    return bytes == place.range || document.text.utf8.trimmed(bytes) == place.range
  }

  private func renewed(
    _ range: Range<Int>,
    _ document: OpenDocument
  ) throws(IndexError) -> CitedQuotation? {
    guard renewsMoved else { return nil }
    return try QuotationMaker(passages: passages, day: day)
      .quotation(range, of: document, source: shelf.source(document.record).uri)
  }

  private func candidates(
    _ finding: QuoteFinding,
    in document: OpenDocument
  ) -> [QuotationCandidate] {
    let places: [QuotePlace] =
      switch finding {
      case .same(let place), .changed(let place): [place]
      case .unsure(let places): places
      case .gone: []
      }
    return places.map {
      QuotationCandidate(
        anchor: document.anchor($0.range),
        text: document.text.string(in: $0.range),
        similarity: $0.similarity
      )
    }
  }

  // MARK: Which documents

  /// Why of one of some documents nothing can be said.
  private func reasonToDoubt(_ records: [DocumentRecord]) -> String? {
    records.lazy.compactMap { shelf.reasonToDoubt($0) }.first
  }

  /// Those of some documents of which something can be said.
  private func sound(_ records: [DocumentRecord]) -> [DocumentRecord] {
    records.filter { shelf.reasonToDoubt($0) == nil }
  }

  private func reasonOfLoss(
    _ place: DocumentPlace,
    _ record: DocumentRecord?,
    _ successors: [DocumentRecord]
  ) -> String {
    if let record { return Reason.noText(in: record) }
    if let successor = successors.first { return Reason.noText(in: successor) }
    return shelf.isKnown(folder: place.folder)
      ? Reason.noDocument(place) : Reason.noFolder(place.folder)
  }
}
