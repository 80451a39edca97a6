// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching
internal import SystemFiles

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
  /// The real path of the file that quotes: if it is a document itself, it is nobody's source.
  let quotingFile: String?

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
    var likely: DocumentFinding?
    if let record, let document = try shelf.open(record) {
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: true)
      if let verdict = finding.verdict(citedIn: place) {
        let isItself = verdict.state == .exact || (finding.isFramed && quotation.isDistinct)
        guard !isItself else { return try settled(finding, quotation) }
        likely = finding
      } else {
        doubts += finding.candidates
      }
    }
    // The document may have moved away, and another, perhaps much like it, have come in its place.
    var rivals: [DocumentRecord] = []
    let gone = try shelf.documents(movedFrom: place)
    if let reason = reasonToDoubt(gone) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    if let finding = try only(text, quotation, in: gone, areItsOwn: true, &doubts) {
      let source = finding.document.record
      guard !source.isFile(of: quotation) else { return try settled(finding, quotation) }
      let isInBoth = likely?.isWordForWord ?? false
      if isInBoth, finding.isWordForWord { rivals = [source] }
      if !isInBoth { likely = finding }
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
      if let finding = try only(text, quotation, in: copies, &doubts) {
        return try settled(finding, quotation)
      }
      known += copies
    }
    if doubts.isEmpty {
      let others = try others(like: text, quotation, outside: known)
      if let finding = try only(text, quotation, outside: sound(others), &doubts) {
        return try settled(finding, quotation)
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

  /// The verdict on a finding, unless the quotation may be from another document, or be elsewhere in
  /// its own.
  ///
  /// Where the very file that was cited lies elsewhere, either this document was edited after it was
  /// copied, or it moved away and was replaced by a copy that was edited. The same may be if the very
  /// words stand in another document. Where they are words of a form, they stand in many: there it is
  /// their surroundings that must not.
  private func confirmed(
    _ likely: DocumentFinding,
    _ text: String,
    _ quotation: CitedQuotation,
    besides known: [DocumentRecord],
    _ rivals: [DocumentRecord],
    _ doubts: [QuotationCandidate]
  ) throws(IndexError) -> QuotationVerdict {
    let isForm = likely.isWordForWord && !quotation.isDistinct && quotation.lookalike != nil
    let candidates = doubts + likely.candidates
    guard !doubts.contains(where: { $0.similarity == 1 || !likely.isWordForWord }) else {
      return QuotationVerdict(.ambiguous, candidates: candidates, reason: Reason.doubt(candidates))
    }
    let others = rivals.isEmpty ? try others(with: text, quotation, outside: known) : rivals
    for other in others {
      if let reason = shelf.reasonToDoubt(other) {
        return QuotationVerdict(.unverifiable, reason: reason)
      }
      guard let document = try shelf.open(other) else { continue }
      let isItsOwn = other.isFile(of: quotation)
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: isItsOwn)
      guard finding.isFramed || isItsOwn || !isForm else { continue }
      let all = candidates + finding.candidates
      let isSame = finding.candidates.contains { $0.similarity == 1 }
      return QuotationVerdict(
        .ambiguous,
        candidates: all,
        reason: isSame ? Reason.editedOrReplaced(besides: other) : Reason.doubt(all)
      )
    }
    return try settled(likely, quotation)
  }

  /// What is found in documents that the quotation never was in, as far as anybody knows: the very
  /// words.
  ///
  /// What is but like them was somebody else's all along; and if anything was when it was cited, the
  /// very words may be that.
  private func only(
    _ text: String,
    _ quotation: CitedQuotation,
    outside others: [DocumentRecord],
    _ doubts: inout [QuotationCandidate]
  ) throws(IndexError) -> DocumentFinding? {
    let finding = try only(text, quotation, in: others, &doubts)
    guard let finding else { return nil }
    if quotation.isDistinct, finding.isWordForWord { return finding }
    doubts += finding.candidates
    return nil
  }

  /// The documents but for some that hold what a quotation may be taken for.
  private func others(
    like text: String,
    _ quotation: CitedQuotation,
    outside known: [DocumentRecord]
  ) throws(IndexError) -> [DocumentRecord] {
    let least = quotation.isDistinct ? Self.leastElsewhere : 1
    return try records(
      try passages.documents(like: text, outside: Set(known.map(\.number)), least: least)
    )
  }

  /// The documents but for some that hold the very words, or something like them if nobody looked for
  /// that when they were cited; those first that hold their surroundings.
  private func others(
    with text: String,
    _ quotation: CitedQuotation,
    outside known: [DocumentRecord]
  ) throws(IndexError) -> [DocumentRecord] {
    try records(
      try passages.documents(
        like: text,
        rankedBy: [quotation.prefix, text, quotation.suffix].joined(separator: " "),
        outside: Set(known.map(\.number)),
        least: quotation.lookalike == nil ? Self.leastElsewhere : 1
      )
    )
  }

  private func records(_ numbers: [DocumentNumber]) throws(IndexError) -> [DocumentRecord] {
    var records: [DocumentRecord] = []
    for number in numbers {
      guard let record = try shelf.reader.document(number), !quotes(record) else { continue }
      records.append(record)
    }
    return records
  }

  /// In other documents text has to be so much alike that it is looked at.
  private static let leastElsewhere = 0.6

  /// What is found in documents at other places; nil if it is in none or in several.
  private func only(
    _ text: String,
    _ quotation: CitedQuotation,
    in records: [DocumentRecord],
    areItsOwn: Bool = false,
    _ doubts: inout [QuotationCandidate]
  ) throws(IndexError) -> DocumentFinding? {
    var found: [DocumentFinding] = []
    for record in records {
      guard let document = try shelf.open(record) else { continue }
      let isItsOwn = areItsOwn || record.isFile(of: quotation)
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: isItsOwn)
      // Nobody knows whether it came to the place before the quotation was cited, or behind it.
      let isCertain = finding.isWordForWord || (finding.isCertain && quotation.lookalike != nil)
      if isCertain { found.append(finding) } else { doubts += finding.candidates }
    }
    let same = found.filter(\.isWordForWord)
    let likeliest = same.isEmpty ? found : same
    if likeliest.count == 1, let only = likeliest.first { return only }
    doubts += likeliest.flatMap(\.candidates)
    return nil
  }

  /// The verdict on a finding that nothing speaks against.
  private func settled(
    _ finding: DocumentFinding,
    _ quotation: CitedQuotation
  ) throws(IndexError) -> QuotationVerdict {
    let document = finding.document
    guard let verdict = finding.verdict(citedIn: shelf.place(of: quotation)) else {
      return QuotationVerdict(.ambiguous, candidates: finding.candidates)
    }
    guard let maker, verdict.state == .moved, let place = finding.place else { return verdict }
    let source = shelf.source(document.record).uri
    return QuotationVerdict(
      .moved,
      anchor: verdict.anchor,
      renewed: try maker.quotation(place.range, of: document, source: source)
    )
  }

  // MARK: Which documents

  private func quotes(_ record: DocumentRecord) -> Bool {
    guard let quotingFile, let path = shelf.filePath(of: record) else { return false }
    return RealPath.of(String(decoding: path, as: UTF8.self)) == quotingFile
  }

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
