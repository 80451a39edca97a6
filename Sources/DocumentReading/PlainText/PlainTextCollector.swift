// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Cuts plain text into paragraphs and what may be headings.
struct PlainTextCollector {
  private let utf8: [UInt8]
  private let lines: [Line]
  private let entries: ReferenceEntries
  private var items: [PlainTextItem] = []
  /// Whether the heading last seen is one of a reference list, whose entries often read like titles.
  private var isInReferences = false

  init(utf8: [UInt8]) {
    self.utf8 = utf8
    lines = Line.all(in: 0..<utf8.count, of: utf8)
    entries = ReferenceEntries(utf8: utf8)
  }

  mutating func collect() -> [PlainTextItem] {
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, !lines[end].followsBlank { end += 1 }
      add(chunk: start..<end)
      start = end
    }
    return items
  }

  /// Adds lines that no blank line parts.
  private mutating func add(chunk: Range<Int>) {
    var chunk = chunk
    while let count = addMarkedHeading(in: chunk) { chunk = chunk.dropFirst(count) }
    guard let first = chunk.first, let last = chunk.last else { return }
    if chunk.count > 1, LineLayout(utf8: utf8, lines: lines[chunk]).isParagraphALine {
      add(paragraphs: chunk)
    } else if chunk.count == 1 {
      add(line: lines[first].content)
    } else {
      if isTitle(first, of: chunk) {
        add(line: lines[first].content)
        return add(chunk: chunk.dropFirst())
      }
      let range = lines[first].content.lowerBound..<lines[last].content.upperBound
      items.append(PlainTextItem(kind: .text, range: range))
    }
  }

  /// Adds lines that are a paragraph or a heading each.
  private mutating func add(paragraphs chunk: Range<Int>) {
    let sections = SectionLines(utf8: utf8, lines: lines[chunk], entries: entries)
    for index in chunk {
      add(line: lines[index].content, endsInHeading: sections.endsInHeading(index))
    }
  }

  /// Adds a heading that says it is one, and tells how many lines it took.
  private mutating func addMarkedHeading(in chunk: Range<Int>) -> Int? {
    guard let first = chunk.first else { return nil }
    let line = lines[first].content
    let next = chunk.count > 1 ? lines[first + 1].content : nil
    if let heading = MarkdownHeading.atx(line, in: utf8), !heading.name.isEmpty,
      // Two in a row are a comment of a program.
      next.map({ utf8[$0.lowerBound] != Byte.hash }) ?? true
    {
      add(heading: line, level: heading.level, name: heading.name)
      return 1
    }
    guard let next, next.count >= 3, line.count <= 200,
      let level = MarkdownHeading.underlineLevel(next, in: utf8),
      utf8.scalar(at: line.lowerBound).value.isWordCharacter
    else { return nil }
    add(heading: line.lowerBound..<next.upperBound, level: level, name: line)
    return 2
  }

  private mutating func add(heading range: Range<Int>, level: Int, name: Range<Int>) {
    items.append(PlainTextItem(kind: .marked(level: level, name: name), range: range))
    noteReferences(name)
  }

  private mutating func noteReferences(_ name: Range<Int>) {
    isInReferences = ReferenceHeading.matches(utf8.lineOfText(in: name), documentHasMarkers: true)
  }

  /// Adds a line that is a paragraph or a heading.
  private mutating func add(line: Range<Int>, endsInHeading: Bool = false) {
    if isInReferences, entries.begins(at: line) {
      items.append(PlainTextItem(kind: .text, range: line))
    } else if endsInHeading, let start = GluedHeading.likelyStart(in: line, of: utf8) {
      add(line, cutAt: start, isCertain: true)
    } else if HeadingShape.isTitleLike(line, in: utf8) {
      items.append(PlainTextItem(kind: .titleLike, range: line))
      noteReferences(line)
    } else if let start = GluedHeading.start(in: line, of: utf8) {
      add(line, cutAt: start, isCertain: false)
    } else if HeadingShape.isNumberedTitle(line, in: utf8) {
      items.append(PlainTextItem(kind: .numberedTitle, range: line))
    } else {
      items.append(PlainTextItem(kind: .text, range: line))
    }
  }

  /// Adds a line that ends in the heading of the next one.
  private mutating func add(_ line: Range<Int>, cutAt start: Int, isCertain: Bool) {
    items.append(PlainTextItem(kind: .text, range: line.lowerBound..<start))
    items.append(PlainTextItem(kind: .glued(isCertain: isCertain), range: start..<line.upperBound))
    noteReferences(start..<line.upperBound)
  }

  /// Whether the first line of a chunk is a title although text follows without a blank line: it is
  /// short, and the next line is not.
  private func isTitle(_ first: Int, of chunk: Range<Int>) -> Bool {
    let widths = chunk.dropFirst().map { lines[$0].content.count }
    let longest = widths.max() ?? 0
    guard longest >= 40, lines[first].content.count * 2 <= longest,
      HeadingShape.isTitleLike(lines[first].content, in: utf8)
        || HeadingShape.isNumberedTitle(lines[first].content, in: utf8)
    else { return false }
    // Amid the text verse and addresses begin so, too.
    return items.isEmpty || (widths.count >= 2 && (widths.first ?? 0) * 10 >= longest * 7)
  }
}
