// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Gathers what belongs to one quotation.
struct QuotationDraft {
  /// What is known of it.
  var quotation = CitedQuotation(text: nil, anchor: nil)
  private(set) var fixes: [FixPlace] = []
  private var range: Range<Int>?
  /// Where its anchor or selector begins.
  private var start: Int?

  init() {}

  init(_ anchor: CitationAnchor, _ range: Range<Int>, of text: SpelledText) {
    add(anchor, range, of: text)
  }

  /// Adds the anchor, which is `range` of `text`; of several the first is the quotation's.
  mutating func add(_ anchor: CitationAnchor, _ range: Range<Int>, of text: SpelledText) {
    if quotation.anchor == nil { quotation.anchor = anchor }
    add(text.fix(.anchor, range))
    if start == nil { start = text.place(of: range).lowerBound }
  }

  /// Adds what has to be written anew.
  mutating func add(_ fix: FixPlace) {
    fixes.append(fix)
    cover(fix.range)
  }

  /// Adds bytes of the file that belong to it.
  mutating func cover(_ range: Range<Int>) {
    let old = self.range ?? range
    self.range =
      min(old.lowerBound, range.lowerBound)..<max(old.upperBound, range.upperBound)
    if start == nil { start = range.lowerBound }
  }

  /// Adds a stamp, which is `range` of `text`; what is wrong with it is a trouble.
  mutating func add(
    stamp range: Range<Int>,
    of text: SpelledText,
    to findings: inout CitationFindings,
    lines: LineIndex
  ) {
    let stamp = StampReader(range, of: text.utf8)
    let place = text.place(of: range)
    if let fault = stamp.fault {
      findings.add(fault, text.string(range), at: place, lines: lines)
    }
    cover(place)
    quotation.day = quotation.day ?? stamp.day
    quotation.lookalike = quotation.lookalike ?? stamp.lookalike?.value
    if let lookalike = stamp.lookalike, !text.isParted(lookalike.range) {
      add(text.fix(.lookalike, lookalike.range))
    }
    if let digest = stamp.digest {
      guard !text.isParted(digest.range) else {
        findings.add("markup stands in its digest", text.string(range), at: place, lines: lines)
        return
      }
      if quotation.digest == nil { quotation.digest = digest.text.lowercased() }
      add(text.fix(.digest, digest.range))
    }
  }

  /// Adds another draft of the same quotation; what is known already stays.
  mutating func merge(_ other: QuotationDraft) {
    let new = other.quotation
    quotation.text = quotation.text ?? new.text
    quotation.anchor = quotation.anchor ?? new.anchor
    quotation.digest = quotation.digest ?? new.digest
    quotation.lookalike = quotation.lookalike ?? new.lookalike
    quotation.day = quotation.day ?? new.day
    for fix in other.fixes { add(fix) }
    if let range = other.range { cover(range) }
  }

  /// The quotation, if anything was found of it.
  func finished(lines: LineIndex) -> FoundQuotation? {
    guard let range else { return nil }
    return FoundQuotation(
      quotation: quotation,
      line: lines.number(of: start ?? range.lowerBound),
      range: range,
      fixes: fixes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    )
  }
}
