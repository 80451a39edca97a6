// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of a file that says where a quotation stands, or in which state of its document.
package struct FixPlace: Hashable, Sendable {
  /// What it says.
  package enum Kind: Hashable, Sendable {
    /// The anchor.
    case anchor
    /// The fragment of an anchor alone, as in a `FragmentSelector`.
    case fragment
    /// The first character: the `start` of a `TextPositionSelector`.
    case start
    /// The character behind the last: the `end` of a `TextPositionSelector`.
    case end
    /// The digest of the document: `sha256:` and 64 hexadecimal digits.
    case digest
    /// How like the quotation the likest other text is: a number from 0 to 1 with two decimals.
    case lookalike
  }

  /// How text has to be written there.
  package enum Spelling: Hashable, Sendable {
    /// As it is.
    case plain
    /// Where a link in Markdown leads, with backslashes and character references.
    case markdownDestination
    /// In the title of a link in Markdown, between such marks.
    case markdownTitle(UInt8)
    /// In HTML's text, or between such marks; 0 for a value without any.
    case html(UInt8)
    /// In a string of JSON.
    case json
    /// In a string of JSON that stands in a script of HTML, where no `<` may be.
    case jsonInHTML
  }

  /// What it says.
  package let kind: Kind
  /// Bytes of the file, without quotation marks around them.
  package let range: Range<Int>
  /// What stands there, without escapes.
  package let text: String
  /// How it is written.
  package let spelling: Spelling

  /// Makes a place of its parts.
  package init(_ kind: Kind, range: Range<Int>, text: String, spelling: Spelling) {
    self.kind = kind
    self.range = range
    self.text = text
    self.spelling = spelling
  }

  func shifted(by offset: Int) -> FixPlace {
    FixPlace(
      kind,
      range: range.lowerBound + offset..<range.upperBound + offset,
      text: text,
      spelling: spelling
    )
  }
}
