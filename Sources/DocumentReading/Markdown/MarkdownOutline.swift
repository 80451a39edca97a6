// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the structure of Markdown.
///
/// md4c tells where the text is, but not where the markup around it begins and ends. Blocks are made
/// of whole lines, so a block is the lines that its text stands on; the lines between two blocks are
/// markup of one of them or belong to none: underlines, fences, rules, definitions of links.
struct MarkdownOutline {
  private let utf8: [UInt8]
  private let syntax: MarkdownSyntax
  private let text: MarkdownText
  private var parts: [Outline.Part] = []
  /// The block read last; what follows may still belong to it.
  private var last: (leaf: MarkdownSyntax.Leaf, range: Range<Int>)?
  /// All before it is in a block.
  private var reached: Int

  static func make(of utf8: [UInt8]) -> Outline {
    let frontMatter = FrontMatter(of: utf8)
    var reader = MarkdownOutline(utf8: utf8, from: frontMatter?.range.upperBound ?? 0)
    reader.read()
    var outline = MarkdownTitle(frontMatter: frontMatter).outline(of: reader.parts)
    outline.markdown = reader.text
    return outline
  }

  private init(utf8: [UInt8], from offset: Int) {
    self.utf8 = utf8
    syntax = MarkdownSyntax(of: Footnote.hidingDefinitions(in: utf8), from: offset)
    text = MarkdownText(of: syntax, in: utf8)
    reached = offset
  }

  private mutating func read() {
    for leaf in syntax.leaves {
      let lines = lines(of: syntax.range(of: leaf))
      let start = readGap(reached..<lines.lowerBound, before: leaf)
      addLast()
      let range = utf8.trimmed(start..<lines.upperBound)
      // To md4c a line of ideographic spaces is not blank.
      if !range.isEmpty { last = (leaf, range) }
      reached = lines.upperBound
    }
    _ = readGap(reached..<utf8.count, before: nil)
    addLast()
  }

  /// The lines that `range` stands on, the last one without its line feed.
  private func lines(of range: Range<Int>) -> Range<Int> {
    let start = utf8[reached..<range.lowerBound].lastIndex(of: Byte.lineFeed).map { $0 + 1 }
    let end = utf8[range.upperBound...].firstIndex(of: Byte.lineFeed)
    return (start ?? reached)..<(end ?? utf8.count)
  }

  // MARK: Between two blocks

  /// Gives the lines between two blocks to these or makes parts of them.
  ///
  /// - Returns: where `next` begins.
  private mutating func readGap(_ gap: Range<Int>, before next: MarkdownSyntax.Leaf?) -> Int {
    var lines = GapLine.all(in: gap, of: utf8)[...]
    if let line = lines.first, belongsToLast(line), let range = last?.range {
      last?.range = range.lowerBound..<line.range.upperBound
      lines.removeFirst()
    }
    var start = gap.upperBound
    if case .code(isFenced: true) = next?.kind, let line = lines.last, line.kind == .fence {
      start = line.range.lowerBound
      lines.removeLast()
    }
    guard !lines.isEmpty else { return start }
    addLast()
    while let first = lines.first {
      let isDefinition = first.kind == .definition
      // A definition may go on, with its title, on the next line.
      let count =
        1
        + lines.dropFirst().prefix {
          isDefinition ? $0.kind == .other || $0.kind == .definition : $0.kind != .definition
        }.count
      let range = first.range.lowerBound..<lines[lines.startIndex + count - 1].range.upperBound
      parts.append(isDefinition ? .linkDefinitions(range) : .markup(range))
      lines.removeFirst(count)
    }
    return start
  }

  /// Whether `line` is the line under a heading or closes the code of the last block.
  private func belongsToLast(_ line: GapLine) -> Bool {
    guard let last else { return false }
    switch last.leaf.kind {
    case .heading:
      let isUnderlined = !GapLine.content(of: last.range, in: utf8).starts(with: [Byte.hash])
      return isUnderlined && line.kind == .underline
    case .code(isFenced: true):
      return line.kind == .fence
    case .paragraph, .code, .html, .table:
      return false
    }
  }

  // MARK: Blocks

  private mutating func addLast() {
    guard let (leaf, range) = last else { return }
    last = nil
    if let level = headingLevel(of: leaf, range) { return add(heading: range, level: level) }
    switch leaf.kind {
    case .code:
      parts.append(.code(range))
    case .paragraph where !leaf.isNested && leaf.runs.count > 1:
      addParagraphs(range)
    case .heading, .paragraph, .html, .table:
      parts.append(.paragraph(range))
    }
  }

  /// What is quoted or stands in an item is no heading of the document.
  private func headingLevel(of leaf: MarkdownSyntax.Leaf, _ range: Range<Int>) -> Int? {
    guard !leaf.isNested else { return nil }
    switch leaf.kind {
    case .heading(let level): return level
    case .html, .paragraph: return MarkdownHeading.htmlLevel(range, in: utf8)
    case .code, .table: return nil
    }
  }

  private mutating func add(heading range: Range<Int>, level: Int) {
    let name = MarkdownHeading.withoutAttributes(text.plainText(of: range))
    parts.append(
      name.isEmpty ? .markup(range) : .heading(Heading(level: level, text: name, range: range))
    )
  }

  /// Adds a paragraph, or several: to Markdown lines without a blank line between are one, but people
  /// who do not wrap their lines often put no blank lines between paragraphs either.
  private mutating func addParagraphs(_ range: Range<Int>) {
    let lines = Line.all(in: range, of: utf8)
    if lines.count > 1, LineLayout(utf8: utf8, lines: lines[...]).isParagraphALine {
      parts += lines.map { .paragraph($0.content) }
    } else {
      parts.append(.paragraph(range))
    }
  }
}
