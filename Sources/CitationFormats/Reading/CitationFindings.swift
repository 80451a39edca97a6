// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands in a file.
package struct CitationFindings: Hashable, Sendable {
  /// In the order of the file.
  package var quotations: [FoundQuotation]
  /// In the order of the file.
  package var troubles: [Trouble]

  /// Makes findings of their parts.
  package init(quotations: [FoundQuotation] = [], troubles: [Trouble] = []) {
    self.quotations = quotations
    self.troubles = troubles
  }
}

extension CitationFindings {
  mutating func sort() {
    quotations.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    troubles.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  func shifted(by offset: Int) -> CitationFindings {
    guard offset != 0 else { return self }
    return CitationFindings(
      quotations: quotations.map { $0.shifted(by: offset) },
      troubles: troubles.map { $0.shifted(by: offset) }
    )
  }

  /// Adds what is wrong with `text` at `range` of the file.
  mutating func add(_ reason: String, _ text: String, at range: Range<Int>, lines: LineIndex) {
    let longest = 200
    let isLong = text.utf8.count > longest * 4
    let shown = isLong ? String(text.unicodeScalars.prefix(longest)) + "…" : text
    troubles.append(
      Trouble(
        line: lines.number(of: range.lowerBound),
        range: range,
        text: shown,
        reason: reason
      )
    )
  }
}
