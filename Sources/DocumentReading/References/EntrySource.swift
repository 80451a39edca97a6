// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes references of what stands behind the labels of entries.
struct EntrySource {
  /// Bounds the search for the end of a link that leads back into the text.
  private static let longestWayBack = 500

  let utf8: [UInt8]
  /// Nil for formats without markup.
  let markdown: MarkdownText?

  /// The reference of an entry; nil if nothing stands behind the label.
  func reference(_ entry: ReferenceEntries.Entry) -> Reference? {
    let range = withoutWayBack(
      utf8.trimmed(min(entry.label.textStart, entry.range.upperBound)..<entry.range.upperBound)
    )
    let text = markdown.map { plainText(of: range, in: $0) } ?? utf8.lineOfText(in: range)
    guard !text.isEmpty else { return nil }
    return reference(label: entry.label.text, text: text, source: Array(utf8[range]))
  }

  /// A reference whose address and DOI stand in `source`.
  func reference(label: String, text: String, source: [UInt8]) -> Reference {
    let source = markdown == nil ? source : Self.unescaped(source)
    let url = FirstURL.find(in: source)
    let doi = FirstDOI.find(in: source)
    return Reference(
      label: label,
      text: text,
      url: url,
      doi: doi,
      item: EntryItem.item(label: label, text: text, url: url, doi: doi)
    )
  }

  /// The words of an entry; a number in front, which Markdown takes for an item's, is one of them.
  private func plainText(of range: Range<Int>, in markdown: MarkdownText) -> String {
    let text = markdown.plainText(of: range)
    let digits = utf8[range].prefix(while: Byte.isDigit)
    guard !digits.isEmpty, !text.utf8.starts(with: digits) else { return text }
    let number = utf8[range.lowerBound..<min(digits.endIndex + 1, range.upperBound)]
    return String(decoding: number, as: UTF8.self) + " " + text
  }

  /// The range of an entry's text without what leads back into the document: `↑` or the link `[^]`
  /// in front, `↩` behind.
  private func withoutWayBack(_ text: Range<Int>) -> Range<Int> {
    var (start, end) = (text.lowerBound, text.upperBound)
    if markdown != nil, let length = wayBackLength(utf8[text].prefix(Self.longestWayBack)) {
      start += length
    } else if utf8[text].starts(with: "↑".utf8) {
      start += "↑".utf8.count
    }
    // With or without the character that asks for the form in black and white.
    for mark in ["\u{FE0E}", "↩"]
    where utf8[start..<end].reversed().starts(with: mark.utf8.reversed()) {
      end -= mark.utf8.count
    }
    return utf8.trimmed(start..<end)
  }

  /// The length of `**[^](#cite_ref-1)**` or the like at the beginning of an entry.
  private func wayBackLength(_ text: ArraySlice<UInt8>) -> Int? {
    let marks = text.prefix { "*_".utf8.contains($0) }
    let link = text.dropFirst(marks.count)
    guard link.starts(with: "[^](".utf8) || link.starts(with: "[↑](".utf8),
      let close = link.firstIndex(of: UInt8(ascii: ")")),
      utf8[(close + 1)...].starts(with: marks)
    else { return nil }
    return close + 1 + marks.count - text.startIndex
  }

  /// Takes the backslashes away that make punctuation mean itself.
  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "\\")) else { return text }
    var kept: [UInt8] = []
    var isEscaped = false
    for byte in text {
      let isPunctuation = (0x21...0x7E).contains(byte) && !Byte.isASCIILetter(byte)
      if isEscaped, isPunctuation, !Byte.isDigit(byte) {
        kept[kept.count - 1] = byte
        isEscaped = false
      } else {
        kept.append(byte)
        isEscaped = byte == UInt8(ascii: "\\")
      }
    }
    return kept
  }
}
