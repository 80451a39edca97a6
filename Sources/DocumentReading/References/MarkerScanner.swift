// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds citation markers: `[7]`, `[8, 9]`, `[3-6]`, `[12, p. 5]`, `[^note]`, `¹`.
struct MarkerScanner {
  /// What was found at one place: labels that share their brackets.
  struct Found {
    var labels: [String]
    var range: Range<Int>
  }

  private let utf8: [UInt8]
  /// Tells code and links from markers; nil for formats without markup.
  private let markdown: MarkdownText?
  /// The labels of the document's entries; nil if they are not known yet, and any may be one.
  private let labels: Set<String>?
  private let brackets: MarkerBracket
  private let footnotes: EntryLabelReader
  private let raised: RaisedMarker
  private let subscripts: SubscriptContext
  private let hasPlainBrackets: Bool

  init(utf8: [UInt8], markdown: MarkdownText?, labels: Set<String>?) {
    self.utf8 = utf8
    self.markdown = markdown
    self.labels = labels
    brackets = MarkerBracket(utf8: utf8)
    footnotes = EntryLabelReader(utf8: utf8)
    raised = RaisedMarker(utf8: utf8, isMarkdown: markdown != nil, labels: labels)
    subscripts = SubscriptContext(utf8: utf8)
    hasPlainBrackets = Self.hasPlainBrackets(utf8)
  }

  /// The markers in `range`, in order; one for each label, all with their bracket's range.
  ///
  /// - Complexity: O(n): the work at each place where a marker could begin is bounded.
  func markers(in range: Range<Int>) -> [CitationMarker] {
    var found: [CitationMarker] = []
    var code = (markdown?.code(in: range) ?? [])[...]
    var markup = (markdown?.markup(in: range) ?? [])[...]
    var memory = SubscriptContext.Memory()
    var offset = range.lowerBound
    while let start = utf8[offset..<range.upperBound].firstIndex(where: Self.canBegin) {
      offset = start + 1
      while let span = code.first, span.upperBound <= start { code.removeFirst() }
      if let span = code.first, span.contains(start) {
        offset = span.upperBound
      } else if let marker = marker(at: start, in: range, memory: &memory) {
        let content = contentOffset(marker)
        while let first = markup.first, first.upperBound <= content { markup.removeFirst() }
        // In the address of a link or in a comment; but `[so it is][7]` leans on 7.
        let isHidden = markup.first?.contains(content) ?? false
        guard !isHidden || start > 0 && utf8[start - 1] == Byte.closeBracket else { continue }
        found += marker.labels.map { CitationMarker(label: $0, range: marker.range) }
        offset = marker.range.upperBound
      }
    }
    return found
  }

  /// Where the label itself stands.
  private func contentOffset(_ found: Found) -> Int {
    let digit = utf8[found.range].firstIndex { $0 >= 0x80 || Byte.isDigit($0) }
    return digit ?? found.range.lowerBound + 1
  }

  /// Whether a byte is the first of a bracket or of a raised digit, or may be.
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.openBracket, UInt8(ascii: "<"), UInt8(ascii: "^"), 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  private func marker(
    at start: Int,
    in range: Range<Int>,
    memory: inout SubscriptContext.Memory
  ) -> Found? {
    guard var marker = brackets.marker(at: start, in: range) else {
      return footnote(at: start, limit: range.upperBound) ?? raised.marker(at: start, in: range)
    }
    guard !isPartOfMarkup(marker), !isEscaped(marker) || escapesMarkers(marker),
      !subscripts.isSubscript(marker.range, in: range, memory: &memory)
    else { return nil }
    // `[3]–[6]` leans on all four.
    if let last = brackets.rangeEnd(after: marker, in: range), !isPartOfMarkup(last) {
      marker = last
    }
    return marker
  }

  private func footnote(at start: Int, limit: Int) -> Found? {
    guard utf8[start] == Byte.openBracket,
      let (name, end) = footnotes.footnoteName(at: start, limit: limit)
    else { return nil }
    let found = Found(labels: [name], range: start..<end)
    guard !isPartOfMarkup(found) else { return nil }
    return labels?.contains(name) ?? false || canBeFootnote(name) ? found : nil
  }

  /// Whether a name without an entry is one of a footnote, not the class `[^a-z]` of a pattern.
  private func canBeFootnote(_ name: String) -> Bool {
    let name = Array(name.utf8.dropFirst())
    if name.allSatisfy(Byte.isDigit) { return true }
    let isWord = name.allSatisfy {
      $0 >= 0x80 || Byte.isASCIILetter($0) || Byte.isDigit($0) || "-_.:".utf8.contains($0)
    }
    let spans = stride(from: 1, to: name.count, by: 3).count { name[$0] == Byte.hyphen }
    return markdown != nil && isWord && spans * 3 != name.count
  }

  private func isEscaped(_ found: Found) -> Bool {
    utf8[found.range.lowerBound] == UInt8(ascii: "\\")
  }

  /// Whether `\[7\]` is a marker: converters write each bracket so, people those that are none.
  private func escapesMarkers(_ found: Found) -> Bool {
    markdown != nil && !hasPlainBrackets && found.labels.allSatisfy { labels?.contains($0) ?? true }
  }

  /// Whether a number in brackets stands in `utf8` that no backslash makes mean itself.
  private static func hasPlainBrackets(_ utf8: [UInt8]) -> Bool {
    utf8.indices.contains { index in
      utf8[index] == Byte.openBracket && index + 1 < utf8.count && Byte.isDigit(utf8[index + 1])
        && (index == 0 || utf8[index - 1] != UInt8(ascii: "\\"))
    }
  }

  /// Whether a bracket is the text of a Markdown link or the beginning of a definition.
  private func isPartOfMarkup(_ found: Found) -> Bool {
    let (start, end) = (found.range.lowerBound, found.range.upperBound)
    guard markdown != nil, end < utf8.count else { return false }
    switch utf8[end] {
    case UInt8(ascii: ":"):
      let lineStart = start - utf8.indentation(before: start)
      return lineStart == 0 || utf8[lineStart - 1] == Byte.lineFeed
    case UInt8(ascii: "("):
      // A link to a place of this document leads to the entry.
      let leadsWithin = end + 1 < utf8.count && utf8[end + 1] == Byte.hash
      return !leadsWithin || !found.labels.allSatisfy { labels?.contains($0) ?? true }
    default:
      return false
    }
  }
}
