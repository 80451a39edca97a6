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
    let quotation = quotation.withExcerpt.withNearSurroundings
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
    let copies = try shelf.copies(of: quotation).filter { $0 != record }
    // What was written later is a copy, not the file itself that may have been moved there.
    let strays = copies.filter { !$0.wasWritten(after: quotation.day) }
    // The document may have moved away, and another, perhaps much like it, have come in its place.
    let gone = try shelf.documents(movedFrom: place)
    var own: DocumentFinding?
    if let record, let document = try shelf.open(record) {
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: true)
      var isSettled = finding.verdict(citedIn: place)?.state == .exact
      if !isSettled, strays.isEmpty, isItself(finding, quotation) {
        isSettled = try !mayBeTwin(finding, text, quotation, gone)
      }
      guard !isSettled else { return try settled(finding, quotation) }
      own = finding.candidates.isEmpty ? nil : finding
    }
    if let reason = reasonToDoubt(gone) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    var doubts: [QuotationCandidate] = []
    var likely = try only(text, quotation, in: gone, areItsOwn: true, &doubts)
    if let finding = likely {
      if finding.document.record.isFile(of: quotation) { return try settled(finding, quotation) }
      // Of the same form another may have been filled in there, and moved away as well.
      if quotation.lookalike != nil, !quotation.isDistinct {
        doubts += finding.candidates
        likely = nil
      }
    }
    if let own {
      let hasVeryWords = own.candidates.contains { $0.similarity == 1 }
      if likely == nil, doubts.isEmpty {
        if own.isCertain { likely = own } else { doubts = own.candidates }
      } else if hasVeryWords || !(likely.map { isItself($0, quotation) } ?? false) {
        return ambiguous(own.candidates + (likely?.candidates ?? []) + doubts)
      }
    }
    var known = gone + [record].compactMap(\.self)
    if let reason = reasonToDoubt(copies) {
      return QuotationVerdict(.unverifiable, reason: reason)
    }
    if let likely {
      return try confirmed(
        likely,
        text,
        quotation,
        besides: known,
        strays.filter { !known.contains($0) },
        doubts
      )
    }
    // What is doubtful where it stood is not looked for in copies and elsewhere.
    if doubts.isEmpty {
      let unseen = copies.filter { !known.contains($0) }
      if let finding = try only(text, quotation, in: unseen, &doubts) {
        return try settled(finding, quotation)
      }
      known += unseen
    }
    if doubts.isEmpty {
      let others = try others(like: text, quotation, outside: known)
      let finding = try only(text, quotation, outside: sound(others), &doubts)
      if doubts.isEmpty, let reason = reasonToDoubt(others) {
        return QuotationVerdict(.unverifiable, reason: reason)
      }
      if let finding { return try settled(finding, quotation) }
    }
    guard doubts.isEmpty else { return ambiguous(doubts) }
    return QuotationVerdict(.orphaned, reason: reasonOfLoss(place, record, gone))
  }

  /// Whether a finding can be nothing but the quotation: words like which there were none stand between
  /// just what surrounded them.
  private func isItself(_ finding: DocumentFinding, _ quotation: CitedQuotation) -> Bool {
    quotation.isDistinct && finding.isFramed
  }

  /// Whether a finding may be a twin that somebody typed in, and the quotation be in another document,
  /// which moved away or was copied, and was edited as well.
  private func mayBeTwin(
    _ finding: DocumentFinding,
    _ text: String,
    _ quotation: CitedQuotation,
    _ gone: [DocumentRecord]
  ) throws(IndexError) -> Bool {
    let known = gone + [finding.document.record]
    for other in try gone + others(with: text, quotation, isForm: true, outside: known) {
      guard shelf.reasonToDoubt(other) == nil else { return true }
      guard let document = try shelf.open(other) else { continue }
      let there = DocumentFinding(text, quotation, in: document, isItsOwn: gone.contains(other))
      if finding.mayBeTwin(of: there) { return true }
    }
    return false
  }

  private func ambiguous(
    _ candidates: [QuotationCandidate],
    reason: String? = nil
  ) -> QuotationVerdict {
    let sorted = candidates.sorted { $0.similarity > $1.similarity }
    return QuotationVerdict(
      .ambiguous,
      candidates: sorted,
      reason: reason ?? Reason.doubt(sorted)
    )
  }

  /// The verdict on a finding, unless the quotation may be from another document.
  ///
  /// Where the very file that was cited lies elsewhere, either this document was edited after it was
  /// copied, or it moved away and was replaced by a copy that was edited. The same may be if the very
  /// words stand in another document. Words of a form stand in many: there those do not count that stood
  /// where they are when it was cited.
  private func confirmed(
    _ likely: DocumentFinding,
    _ text: String,
    _ quotation: CitedQuotation,
    besides known: [DocumentRecord],
    _ copies: [DocumentRecord],
    _ doubts: [QuotationCandidate]
  ) throws(IndexError) -> QuotationVerdict {
    let isForm = likely.isWordForWord && !quotation.isDistinct && quotation.lookalike != nil
    let isSure = isItself(likely, quotation) && !doubts.contains { $0.similarity == 1 }
    let candidates = doubts + likely.candidates
    guard doubts.isEmpty || isSure else { return ambiguous(candidates) }
    let others = try others(with: text, quotation, isForm: isForm, outside: known + copies)
    for other in copies + others {
      if let reason = shelf.reasonToDoubt(other) {
        return QuotationVerdict(.unverifiable, reason: reason)
      }
      let isItsOwn = other.isFile(of: quotation)
      // What stood there already when it was cited cannot have moved there since, nor can a file that
      // was written later.
      if isForm && other.stood(before: quotation.day) { continue }
      if isItsOwn, other.wasWritten(after: quotation.day) { continue }
      guard let document = try shelf.open(other) else { continue }
      let finding = DocumentFinding(text, quotation, in: document, isItsOwn: isItsOwn)
      // Of a quotation without a look-alike it is not known what else there was.
      let least = quotation.lookalike == nil ? 0 : likely.similarity
      let rivals = finding.candidates.filter { $0.similarity >= least }
      guard !rivals.isEmpty else { continue }
      let isSame = rivals.contains { $0.similarity == 1 }
      return ambiguous(
        candidates + rivals,
        reason: isSame ? Reason.editedOrReplaced(besides: other) : nil
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
    // Where they stand twice, nobody knows which; but one of these may be it.
    let standElsewhere = doubts.contains { $0.similarity == 1 }
    if quotation.isDistinct, finding.isWordForWord, !standElsewhere { return finding }
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

  /// The documents but for some that may hold the very words, or something liker than what was found.
  ///
  /// Of a form many do: those are looked at first that hold the surroundings, too. Marks of headings
  /// stand in no passage, and what is like the words of passages may be the very words.
  private func others(
    with text: String,
    _ quotation: CitedQuotation,
    isForm: Bool,
    outside known: [DocumentRecord]
  ) throws(IndexError) -> [DocumentRecord] {
    let framed = [quotation.prefix, text, quotation.suffix].joined(separator: " ")
    return try records(
      try passages.documents(
        like: text,
        rankedBy: isForm ? framed : text,
        outside: Set(known.map(\.number)),
        least: Self.leastElsewhere
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
