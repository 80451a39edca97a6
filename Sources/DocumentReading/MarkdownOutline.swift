// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the structure of Markdown.
///
/// A part of CommonMark: what decides where headings, paragraphs and code are. An item of a list
/// is a paragraph with all that is nested in it; markup stays in the text.
struct MarkdownOutline {
  /// Longer paragraphs are none that someone underlined as a heading.
  private static let longestUnderlined = 3

  private let utf8: [UInt8]
  private let lines: [Line]
  private let syntax: MarkdownLine
  private var index = 0
  private var parts: [Outline.Part] = []

  static func make(of utf8: [UInt8]) -> Outline {
    let frontMatter = FrontMatter(of: utf8)
    var outline = MarkdownOutline(utf8: utf8, from: frontMatter?.range.upperBound ?? 0)
    outline.readLines()
    return MarkdownTitle(frontMatter: frontMatter).outline(of: outline.parts)
  }

  private init(utf8: [UInt8], from offset: Int) {
    self.utf8 = utf8
    lines = Line.all(in: utf8, from: offset)
    syntax = MarkdownLine(utf8: utf8)
  }

  private mutating func readLines() {
    while index < lines.count {
      let line = lines[index].content
      if lines[index].indentation(in: utf8) >= 4 {
        readIndentedCode()
      } else if let fence = syntax.fence(line) {
        readFencedCode(fence)
      } else if let heading = MarkdownHeading.atx(line, in: utf8) {
        add(heading: line, level: heading.level, name: heading.name)
        index += 1
      } else if syntax.isRule(line) {
        parts.append(.paragraph(line))
        index += 1
      } else if syntax.isQuote(line) {
        readQuote()
      } else if let width = syntax.itemMarkWidth(line) {
        readItem(markWidth: width)
      } else {
        readParagraph()
      }
    }
  }

  /// Adds a heading; one without a name is kept as text.
  private mutating func add(heading range: Range<Int>, level: Int, name: Range<Int>) {
    let text = MarkdownInline.plainText(of: name, in: utf8)
    if text.isEmpty {
      parts.append(.paragraph(range))
    } else {
      parts.append(.heading(Heading(level: level, text: text, range: range)))
    }
  }

  private mutating func readIndentedCode() {
    let start = index
    while index < lines.count, lines[index].indentation(in: utf8) >= 4 { index += 1 }
    parts.append(.code(range(of: start..<index)))
  }

  private mutating func readFencedCode(_ fence: MarkdownLine.Fence) {
    let start = index
    index += 1
    while index < lines.count {
      index += 1
      if syntax.closes(fence, lines[index - 1].content) { break }
    }
    parts.append(.code(range(of: start..<index)))
  }

  private mutating func readQuote() {
    let start = index
    index += 1
    while index < lines.count, !lines[index].followsBlank,
      syntax.isQuote(lines[index].content) || !interruptsParagraph(lines[index])
    {
      index += 1
    }
    parts.append(.paragraph(range(of: start..<index)))
  }

  /// Reads an item with the paragraphs and items nested in it.
  private mutating func readItem(markWidth: Int) {
    let start = index
    let contentColumn = lines[index].indentation(in: utf8) + markWidth
    index += 1
    while index < lines.count {
      let line = lines[index]
      let isNested = line.indentation(in: utf8) >= contentColumn
      let isLazy = !line.followsBlank && !interruptsParagraph(line)
      let isNextItem = syntax.itemMarkWidth(line.content) != nil
      guard isNested || (isLazy && !isNextItem) else { break }
      index += 1
    }
    parts.append(.paragraph(range(of: start..<index)))
  }

  private mutating func readParagraph() {
    let start = index
    index += 1
    while index < lines.count, !lines[index].followsBlank {
      let line = lines[index]
      if index - start <= Self.longestUnderlined, line.indentation(in: utf8) < 4,
        let level = MarkdownHeading.underlineLevel(line.content, in: utf8)
      {
        let name = range(of: start..<index)
        index += 1
        return add(heading: range(of: start..<index), level: level, name: name)
      }
      if interruptsParagraph(line) { break }
      index += 1
    }
    parts.append(.paragraph(range(of: start..<index)))
  }

  private func interruptsParagraph(_ line: Line) -> Bool {
    guard line.indentation(in: utf8) < 4 else { return false }
    return MarkdownHeading.atx(line.content, in: utf8) != nil
      || syntax.fence(line.content) != nil || syntax.isQuote(line.content)
      || syntax.isRule(line.content)
      || syntax.itemMarkWidth(line.content, interruptsParagraph: true) != nil
  }

  private func range(of indices: Range<Int>) -> Range<Int> {
    lines[indices.lowerBound].content.lowerBound..<lines[indices.upperBound - 1].content.upperBound
  }
}
