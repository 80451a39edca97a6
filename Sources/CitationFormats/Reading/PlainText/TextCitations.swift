// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the citations in plain text, as `cite` writes it and as people do.
struct TextCitations {
  /// An anchor, and what belongs to it.
  struct Citation {
    let anchor: CitationAnchor
    /// Bytes of the text.
    let range: Range<Int>
    /// Bytes of the text.
    let stamp: Range<Int>?
    let quotation: String?
    /// Bytes of the text, from the quotation's first on; empty without one.
    let quotationRange: Range<Int>
  }

  /// Everything that is found in the bytes of a file.
  static func find(in utf8: [UInt8], lines: LineIndex) -> CitationFindings {
    var findings = CitationFindings()
    let text = SpelledText(whole: utf8)
    for citation in citations(in: text, lines: lines, findings: &findings) {
      var draft = QuotationDraft(citation.anchor, citation.range, of: text)
      draft.quotation.text = citation.quotation
      if !citation.quotationRange.isEmpty { draft.cover(text.place(of: citation.quotationRange)) }
      if let stamp = citation.stamp {
        draft.add(stamp: stamp, of: text, to: &findings, lines: lines)
      }
      if let found = draft.finished(lines: lines) { findings.quotations.append(found) }
    }
    return findings
  }

  /// The citations in a text, which may itself be a part of a file; broken anchors are troubles.
  ///
  /// The lines are those of the file.
  static func citations(
    in text: SpelledText,
    lines: LineIndex,
    findings: inout CitationFindings
  ) -> [Citation] {
    let candidates = AnchorScanner(text.utf8).candidates(in: 0..<text.utf8.count)
    guard !candidates.isEmpty else { return [] }
    var layout = TextLayout(text.utf8)
    var citations: [Citation] = []
    for (index, candidate) in candidates.enumerated() {
      guard case .success(let anchor) = candidate.anchor else {
        if case .failure(let fault) = candidate.anchor {
          let place = text.place(of: candidate.range)
          findings.add(fault.description, text.string(candidate.range), at: place, lines: lines)
        }
        continue
      }
      let next = index + 1 < candidates.count ? candidates[index + 1].range.lowerBound : .max
      let quotation = layout.quotation(before: candidate.range)
      citations.append(
        Citation(
          anchor: anchor,
          range: candidate.range,
          stamp: layout.stamp(behind: candidate.range, before: next),
          quotation: quotation?.text,
          quotationRange: quotation?.range ?? 0..<0
        )
      )
    }
    return citations
  }
}
