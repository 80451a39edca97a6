// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// A quotation, or an anchor alone, that was found in a file.
package struct FoundQuotation: Hashable, Sendable {
  /// What was written down.
  package let quotation: CitedQuotation
  /// The line of the file on which its anchor or its selector begins, counted from 1.
  package let line: Int
  /// Bytes of the file, from the first to the last that belongs to it.
  package let range: Range<Int>
  /// What has to be written anew when its place moves, in the order of the file, disjoint.
  package let fixes: [FixPlace]

  /// Makes a finding of its parts.
  package init(quotation: CitedQuotation, line: Int, range: Range<Int>, fixes: [FixPlace]) {
    self.quotation = quotation
    self.line = line
    self.range = range
    self.fixes = fixes
  }

  /// The same, as many bytes further on in a file that begins before it.
  func shifted(by offset: Int) -> FoundQuotation {
    FoundQuotation(
      quotation: quotation,
      line: line,
      range: range.lowerBound + offset..<range.upperBound + offset,
      fixes: fixes.map { $0.shifted(by: offset) }
    )
  }
}
