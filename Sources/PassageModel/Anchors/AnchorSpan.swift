// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch that may be open at one end.
///
/// - SeeAlso: RFC 5147 section 2.1.1 (positions and ranges).
package struct AnchorSpan: Hashable, Sendable, CustomStringConvertible {
  /// Where it begins, counted from 0; nil if it begins with the text.
  package let start: Int?
  /// Where it ends, not included; nil if it ends with the text.
  package let end: Int?

  /// A stretch with two ends, or a place if it is empty.
  package init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// From `start` to the end of the text.
  package init(from start: Int) {
    self.start = start
    end = nil
  }

  /// From the beginning of the text up to `end`.
  package init(upTo end: Int) {
    start = nil
    self.end = end
  }

  /// Its two ends in a text of `length`.
  ///
  /// - Parameters:
  ///   - length: of the whole text.
  ///   - unit: what is counted, for the fault.
  /// - Returns: the stretch, counted from 0.
  /// - Throws: a fault if it lies beyond the end.
  package func resolved(length: Int, unit: String) throws(AnchorFault) -> Range<Int> {
    let (start, end) = (start ?? 0, end ?? max(length, start ?? 0))
    guard end <= length else {
      throw AnchorFault(
        reason: "it reaches to \(end), but the text has \(length) \(unit)",
        advice: "the document is another than it was: look for the words themselves"
      )
    }
    return start..<end
  }

  /// The stretch as it stands in an anchor.
  package var description: String {
    if let start, start == end { return "\(start)" }
    return "\(start.map(String.init) ?? ""),\(end.map(String.init) ?? "")"
  }
}
