// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds a reference list that stands at the end of a text without a heading.
///
/// It is one only if it counts `[1]`, `[2]`, `[3]` without a gap and the text before it cites at
/// least half of it: `1.` at the beginning of lines may be anything.
struct TrailingList {
  private let utf8: [UInt8]
  private let markdown: MarkdownText?
  private let entries: ReferenceEntries

  init(utf8: [UInt8], markdown: MarkdownText?) {
    self.utf8 = utf8
    self.markdown = markdown
    entries = ReferenceEntries(utf8: utf8)
  }

  /// The parts of a text, with such a list made a part of its own.
  func marked(_ parts: [Outline.Part]) -> [Outline.Part] {
    var list: [ReferenceEntries.Entry] = []
    var start = parts.count
    var before: Range<Int>?
    while start > 0, list.first?.label.number != 1, case .paragraph(let range) = parts[start - 1],
      let begin = begin(in: range), let found = entries.entries(in: begin..<range.upperBound)
    {
      list = found + list
      start -= 1
      if begin > range.lowerBound { before = utf8.trimmed(range.lowerBound..<begin) }
    }
    guard let first = list.first, let last = list.last,
      list.enumerated().allSatisfy({ $1.label.form == .bracketed && $1.label.number == $0 + 1 })
    else { return parts }
    var marked = Array(parts[..<start])
    if let before { marked.append(.paragraph(before)) }
    let source = EntrySource(utf8: utf8, markdown: markdown)
    let references = list.compactMap(source.reference)
    let cited = citedLabels(in: marked)
    guard references.count == list.count,
      list.count(where: { cited.contains($0.label.text) }) * 2 >= list.count
    else { return parts }
    marked.append(.references(first.range.lowerBound..<last.range.upperBound, references))
    return marked
  }

  /// Where entries begin in a paragraph: at its beginning, or where a line of it begins with `[1]`.
  private func begin(in range: Range<Int>) -> Int? {
    if let label = entries.label(at: range) {
      return label.form == .bracketed ? range.lowerBound : nil
    }
    return utf8.lines(in: range).last { line in
      guard utf8[line.lowerBound] != Byte.hyphen, let label = entries.label(at: line) else {
        return false
      }
      return label.form == .bracketed && label.number == 1
    }?.lowerBound
  }

  private func citedLabels(in parts: [Outline.Part]) -> Set<String> {
    let scanner = MarkerScanner(utf8: utf8, markdown: markdown, labels: nil)
    var cited: Set<String> = []
    for case .paragraph(let range) in parts {
      cited.formUnion(scanner.markers(in: range).map(\.label))
    }
    return cited
  }
}
