// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds a reference list that stands at the end of a text without a heading.
///
/// It is one only if it counts `[1]`, `[2]`, `[3]` without a gap and the text before it cites at
/// least half of it: `1.` at the beginning of lines may be anything. Where a note of the same number
/// stands further up, each chapter or letter has notes of its own, and its markers lead to those.
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
    var lists: [[ReferenceEntries.Entry]] = []
    var start = parts.count
    var before: Range<Int>?
    while start > 0, lists.last?.first?.label.number != 1,
      case .paragraph(let range) = parts[start - 1], let begin = begin(in: range),
      let found = entries.entries(in: begin..<range.upperBound)
    {
      lists.append(found)
      start -= 1
      if begin > range.lowerBound { before = utf8.trimmed(range.lowerBound..<begin) }
    }
    let list = lists.reversed().flatMap(\.self)
    guard let first = list.first, let last = list.last,
      list.enumerated().allSatisfy({ $1.label.form == .bracketed && $1.label.number == $0 + 1 })
    else { return parts }
    var marked = Array(parts[..<start])
    if let before { marked.append(.paragraph(before)) }
    let source = EntrySource(utf8: utf8, markdown: markdown)
    let references = list.compactMap(source.reference)
    let cited = citedLabels(in: marked)
    guard references.count == list.count, !hasNote(upTo: list.count, in: marked),
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

  /// Whether a paragraph, or a line that quotes another letter, begins with `[n]`, n at most `last`.
  private func hasNote(upTo last: Int, in parts: [Outline.Part]) -> Bool {
    func isNote(_ line: Range<Int>) -> Bool {
      guard let label = entries.label(at: line), label.form == .bracketed else { return false }
      return label.number.map { $0 <= last } ?? false
    }
    for case .paragraph(let range) in parts {
      if isNote(range) { return true }
      for line in utf8.lines(in: range) where utf8[line.lowerBound] == UInt8(ascii: ">") {
        let quoted = GapLine.content(of: line, in: utf8)
        if !quoted.isEmpty, isNote(quoted.startIndex..<quoted.endIndex) { return true }
      }
    }
    return false
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
