// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

/// Judges anchors that stand without a quotation: by their checks, and by nothing else.
struct AnchorJudge {
  let shelf: DocumentShelf

  /// What an anchor without a quotation still holds for.
  func verdict(
    on quotation: CitedQuotation,
    at place: DocumentPlace,
    _ record: DocumentRecord?
  ) throws(IndexError) -> QuotationVerdict {
    if let record, record.isFile(of: quotation) {
      return try verdict(of: quotation, in: record) { anchor, _ in
        QuotationVerdict(.exact, anchor: anchor)
      }
    }
    let successors = try shelf.documents(movedFrom: place)
    let copies = try shelf.copies(of: quotation).filter { $0.place != place }
    // Where a document was edited, a copy of what it was is not where it moved to.
    if copies.count == 1, let successor = copies.first,
      record == nil || successors.contains(successor)
    {
      if let reason = shelf.reasonToDoubt(successor) {
        return QuotationVerdict(.unverifiable, reason: reason)
      }
      return try verdict(of: quotation, in: successor) { _, moved in
        QuotationVerdict(.moved, anchor: moved)
      }
    }
    guard let record else {
      return QuotationVerdict(
        .orphaned,
        reason: successors.isEmpty ? Reason.noDocument(place) : Reason.edited(successors[0])
      )
    }
    return try weakVerdict(on: quotation, record)
  }

  /// The verdict if the place is one in the text; that it is none if it is not.
  private func verdict(
    of quotation: CitedQuotation,
    in record: DocumentRecord,
    _ found: (_ anchor: CitationAnchor?, _ moved: CitationAnchor?) -> QuotationVerdict
  ) throws(IndexError) -> QuotationVerdict {
    guard let anchor = quotation.anchor, let position = anchor.position else {
      let whole = CitationAnchor(folder: record.folder, path: record.path)
      return found(quotation.anchor, whole)
    }
    guard let document = try shelf.open(record) else {
      return QuotationVerdict(.unverifiable, reason: Reason.nothingToCheck)
    }
    do throws(AnchorFault) {
      return found(anchor, document.anchor(try position.bytes(in: document.text)))
    } catch {
      return QuotationVerdict(.unverifiable, reason: Reason.outside(record, error))
    }
  }

  /// What there is to say where no strong check holds.
  private func weakVerdict(
    on quotation: CitedQuotation,
    _ record: DocumentRecord
  ) throws(IndexError) -> QuotationVerdict {
    guard let anchor = quotation.anchor else {
      return QuotationVerdict(.unverifiable, reason: Reason.nothingToCheck)
    }
    if let excerpt = anchor.excerpt, let document = try shelf.open(record),
      let bytes = document.bytes(of: anchor)
    {
      guard excerpt.fits(document.text.string(in: bytes)) else {
        return QuotationVerdict(.unverifiable, reason: Reason.otherWords(record))
      }
      if quotation.digest == nil, anchor.md5 == nil {
        return QuotationVerdict(.unverifiable, reason: Reason.onlyEnds)
      }
    }
    if quotation.digest != nil || anchor.md5 != nil {
      return QuotationVerdict(.unverifiable, reason: Reason.edited(record))
    }
    guard let length = anchor.length else {
      return QuotationVerdict(.unverifiable, reason: Reason.nothingToCheck)
    }
    return QuotationVerdict(
      .unverifiable,
      reason: length == record.length.characters ? Reason.onlyLength : Reason.edited(record)
    )
  }
}

extension TextDirective {
  /// Whether a text begins and ends with these words.
  fileprivate func fits(_ text: String) -> Bool {
    WordDifference.begins(text, with: start)
      && (end.isEmpty || WordDifference.ends(text, with: end))
  }
}
