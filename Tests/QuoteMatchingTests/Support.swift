// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import QuoteMatching

/// A text that a quotation is cited from, and that is then edited.
struct EditedText {
  let old: String
  let new: String

  /// Where `quotation` is found in the new text after it was cited from the old one.
  func find(_ quotation: String, occurrence: Int = 1) -> QuoteFinding {
    let text = ComparedText(SourceText(old))
    let range = byteRange(of: quotation, in: old, occurrence: occurrence)
    let distinctness = text.distinctness(of: range)
    return QuoteFinder(ComparedText(SourceText(new))).find(
      SoughtQuotation(
        text: quotation,
        prefix: distinctness.prefix,
        suffix: distinctness.suffix,
        place: range,
        wasFirst: range.lowerBound == 0,
        lookalike: distinctness.lookalike
      )
    )
  }

  /// What the new text has in the place that was found.
  func words(_ finding: QuoteFinding) -> String? {
    switch finding {
    case .same(let place), .changed(let place): SourceText(new).string(in: place.range)
    case .unsure, .gone: nil
    }
  }
}

/// The bytes of an occurrence of `part` in `text`, counted from 1; empty if there is none.
func byteRange(of part: String, in text: String, occurrence: Int = 1) -> Range<Int> {
  let (text, part) = (Array(text.utf8), Array(part.utf8))
  var count = 0
  for start in 0...max(0, text.count - part.count) where text[start...].starts(with: part) {
    count += 1
    if count == occurrence { return start..<start + part.count }
  }
  return 0..<0
}

extension QuoteFinding {
  /// Its name, for tables of tests.
  var name: String {
    switch self {
    case .same: "same"
    case .changed: "changed"
    case .unsure: "unsure"
    case .gone: "gone"
    }
  }
}
