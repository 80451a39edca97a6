// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a document.
package enum AnchorPosition: Hashable, Sendable {
  /// `char=`: characters of the document's text.
  case characters(AnchorSpan)
  /// `line=`: lines of the document's text, by the places between them: 10 to 20 are lines 11 to 20.
  case lines(AnchorSpan)
  /// `page=`: a page, counted from 1.
  case page(Int)

  /// Where it lies in `text`.
  ///
  /// - Parameter text: the document's whole text.
  /// - Returns: bytes of it; whole lines hold their line feeds.
  /// - Throws: a fault if it lies beyond the end, which RFC 5147 (section 4.2) would take for the
  ///   end: whoever cites has to know. Texts have no pages.
  /// - Complexity: O(n), n the bytes of the text.
  package func bytes(in text: SourceText) throws(AnchorFault) -> Range<Int> {
    switch self {
    case .characters(let span):
      let length = TextLength(measuring: text.utf8).characters
      let range = try span.resolved(length: length, unit: "characters")
      return Self.offset(of: range.lowerBound, in: text) {
        $0 & 0xC0 != 0x80
      }..<Self.offset(of: range.upperBound, in: text) { $0 & 0xC0 != 0x80 }
    case .lines(let span):
      let starts = Self.lineStarts(of: text)
      let range = try span.resolved(length: starts.count - 1, unit: "lines")
      return starts[range.lowerBound]..<starts[range.upperBound]
    case .page(let number):
      throw Self.noPage(number)
    }
  }

  /// Why a page is not to be found in a text.
  package static func noPage(_ number: Int) -> AnchorFault {
    AnchorFault(
      reason: "it names page \(number), and the document is a text without pages",
      advice: "give the place in characters (char=) or lines (line=)"
    )
  }

  /// The offset of the character number `index`, counted from 0; the end of the text behind the last.
  private static func offset(
    of index: Int,
    in text: SourceText,
    where begins: (UInt8) -> Bool
  ) -> Int {
    var left = index
    for (offset, byte) in text.utf8.enumerated() where begins(byte) {
      if left == 0 { return offset }
      left -= 1
    }
    return text.utf8.count
  }

  /// The offset of each place between two lines: 0 first, the end of the text last.
  private static func lineStarts(of text: SourceText) -> [Int] {
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    if starts.last != text.utf8.count { starts.append(text.utf8.count) }
    return starts
  }
}

extension AnchorPosition: CustomStringConvertible {
  /// The position as it stands in an anchor.
  package var description: String {
    switch self {
    case .characters(let span): "char=\(span)"
    case .lines(let span): "line=\(span)"
    case .page(let number): "page=\(number)"
    }
  }
}
