// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A text in each of the units that anchors count, as programs of others would hold it.
struct Slicer {
  let text: SourceText
  /// Where characters begin, and where the text ends: bytes.
  let starts: [Int]
  private let scalars: [Unicode.Scalar]
  private let utf16: [UInt16]
  private let md5: String
  private static let path = RelativePath("a folder/Überblick 50% #1.txt")

  init(_ text: SourceText, md5: String) {
    self.text = text
    self.md5 = md5
    let string = String(decoding: text.utf8, as: UTF8.self)
    scalars = Array(string.unicodeScalars)
    utf16 = Array(string.utf16)
    starts = text.utf8.indices.filter { text.utf8[$0] & 0xC0 != 0x80 } + [text.utf8.count]
  }

  /// The unit in which a range does not hold the quotation, if there is one.
  func wrongUnit(_ range: TextRange, _ quotation: [UInt8]) -> String? {
    guard range.bytes.upperBound <= text.utf8.count, text.utf8[range.bytes].elementsEqual(quotation)
    else { return "bytes" }
    var characters = String.UnicodeScalarView()
    guard range.characters.upperBound <= scalars.count else { return "characters" }
    characters.append(contentsOf: scalars[range.characters])
    guard String(characters).utf8.elementsEqual(quotation) else { return "characters" }
    guard range.utf16.upperBound <= utf16.count,
      String(decoding: utf16[range.utf16], as: UTF16.self).utf8.elementsEqual(quotation)
    else { return "UTF-16" }
    return nil
  }

  /// All forms of the anchor.
  func anchors(
    of range: TextRange,
    _ quotation: String,
    _ prefix: String,
    _ suffix: String
  ) -> [CitationAnchor] {
    let excerpt = TextDirective(prefix: prefix, start: quotation, suffix: suffix)
    return [
      anchor(range), anchor(range, length: scalars.count),
      anchor(range, length: scalars.count, md5: md5),
      anchor(range, length: scalars.count, md5: md5).showing(excerpt),
    ]
  }

  private func anchor(_ range: TextRange, length: Int? = nil, md5: String? = nil) -> CitationAnchor
  {
    CitationAnchor(
      folder: "my documents",
      path: Self.path,
      position: .characters(AnchorSpan(range.characters)),
      length: length,
      md5: md5,
      encoding: length == nil ? nil : "UTF-8"
    )
  }

  /// The quotation as it is cited.
  func sourced(
    _ range: TextRange,
    _ quotation: String,
    _ prefix: String,
    _ suffix: String
  ) -> SourcedQuotation {
    let source = "file:///a%20folder/%C3%9Cberblick%2050%25%20%231.txt"
    return SourcedQuotation(
      quotation: CitedQuotation(
        text: quotation,
        prefix: prefix,
        suffix: suffix,
        anchor: anchor(range, length: scalars.count, md5: md5),
        source: source,
        digest: "sha256:" + String(repeating: "0a", count: 32),
        lookalike: 0.25,
        day: "2026-01-01"
      ),
      document: SourceDocument(
        folder: "my documents",
        path: Self.path,
        uri: source,
        title: "A “title” of *it*",
        authors: ["A & B"],
        mediaType: "text/plain",
        language: nil,
        modified: Timestamp(nanoseconds: 0),
        digest: "sha256:" + String(repeating: "0a", count: 32),
        length: TextLength(measuring: text.utf8),
        passageCount: 1
      ),
      date: nil,
      headings: [],
      range: range,
      lines: 1...1,
      citations: []
    )
  }
}
