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
  /// Writes down those that moved; nil if nobody wants that.
  let maker: QuotationMaker?

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
    guard text.utf8.count <= CitedQuotation.largestLength else {
      return QuotationVerdict(.unverifiable, reason: Reason.tooLong)
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
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: true)
      if let verdict = try verdict(on: finding, quotation) {
        let isOnlyPlace = verdict.state == .moved && quotation.isDistinct
        guard verdict.state != .exact, !isOnlyPlace else { return verdict }
        likely = verdict
      }
      doubts += finding.candidates
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
    let isInItsOwn = likely.anchor?.document == shelf.place(of: quotation)
    if others.isEmpty, likely.state == .changed || quotation.lookalike == nil || !isInItsOwn {
      others = try self.others(like: text, quotation, outside: known, least: 1)
    }
    guard let other = others.first else { return likely }
    if let reason = shelf.reasonToDoubt(other) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    guard let document = try shelf.open(other) else { return likely }
    let isItsOwn = other.isFile(of: quotation)
    let finding = DocumentFinding(text, quotation, in: document, isItsOwn: isItsOwn)
    return QuotationVerdict(
      .ambiguous,
      candidates: doubts + finding.candidates,
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
      doubts += DocumentFinding(text, quotation, in: document, isItsOwn: false).candidates
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
    var found: [DocumentFinding] = []
    for record in records {
      guard let document = try shelf.open(record) else { continue }
      let isItsOwn = areItsOwn || record.isFile(of: quotation)
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: isItsOwn)
      if finding.isCertain { found.append(finding) } else { doubts += finding.candidates }
    }
    let same = found.filter(\.isWordForWord)
    let likeliest = same.isEmpty ? found : same
    if likeliest.count == 1, let only = likeliest.first {
      return try verdict(on: only, quotation)
    }
    doubts += likeliest.flatMap(\.candidates)
    return nil
  }

  /// The verdict on a finding that leaves no doubt; nil for any other.
  private func verdict(
    on finding: DocumentFinding,
    _ quotation: CitedQuotation
  ) throws(IndexError) -> QuotationVerdict? {
    let document = finding.document
    let verdict = finding.verdict(citedIn: shelf.place(of: quotation))
    guard let maker, let verdict, verdict.state == .moved, let place = finding.place else {
      return verdict
    }
    let source = shelf.source(document.record).uri
    return QuotationVerdict(
      .moved,
      anchor: verdict.anchor,
      renewed: try maker.quotation(place.range, of: document, source: source)
    )
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
