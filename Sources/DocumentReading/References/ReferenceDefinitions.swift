// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Takes entries out of a text that say what they are wherever they stand: footnotes
/// (`[^x]: text`), and in Markdown numbered links (`[7]: https://a.org "Title"`).
struct ReferenceDefinitions {
  private enum Kind {
    case text
    case footnote(EntryLabel)
  }

  private struct Piece {
    var kind: Kind
    var range: Range<Int>
  }

  private let utf8: [UInt8]
  private let markdown: MarkdownText?
  private let labels: EntryLabelReader
  private let source: EntrySource

  init(utf8: [UInt8], markdown: MarkdownText?) {
    self.utf8 = utf8
    self.markdown = markdown
    labels = EntryLabelReader(utf8: utf8)
    source = EntrySource(utf8: utf8, markdown: markdown)
  }

  /// The parts of a text, with what defines references made parts of their own.
  func marked(_ parts: [Outline.Part]) -> [Outline.Part] {
    var marked: [Outline.Part] = []
    marked.reserveCapacity(parts.count)
    var index = 0
    while index < parts.count {
      let part = parts[index]
      index += 1
      if case .linkDefinitions(let range) = part {
        marked += definitions(in: range).map(references(of:))
        continue
      }
      guard case .paragraph(let range) = part, mayDefine(range) else {
        marked.append(part)
        continue
      }
      var pieces = pieces(of: range)
      // Paragraphs that are indented go on with a footnote.
      while markdown != nil, let last = pieces.last, case .footnote = last.kind,
        index < parts.count, let next = indentedRange(parts[index])
      {
        pieces[pieces.count - 1].range = last.range.lowerBound..<next.upperBound
        index += 1
      }
      marked += pieces.map(part(of:))
    }
    return marked
  }

  /// A quick look: most paragraphs hold no `]:`.
  private func mayDefine(_ range: Range<Int>) -> Bool {
    var previous: UInt8 = 0
    return utf8[range].contains { byte in
      defer { previous = byte }
      return byte == UInt8(ascii: ":") && previous == Byte.closeBracket
    }
  }

  private func pieces(of range: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    for line in utf8.lines(in: range) {
      let kind = kind(of: line)
      if case .text = kind, let last = pieces.last {
        pieces[pieces.count - 1].range = last.range.lowerBound..<line.upperBound
        continue
      }
      pieces.append(Piece(kind: kind, range: line))
    }
    return pieces
  }

  private func kind(of line: Range<Int>) -> Kind {
    guard utf8[line.lowerBound] == Byte.openBracket else { return .text }
    guard let label = labels.label(of: line), label.form == .footnote else { return .text }
    return .footnote(label)
  }

  private func part(of piece: Piece) -> Outline.Part {
    switch piece.kind {
    case .text:
      return .paragraph(piece.range)
    case .footnote(let label):
      let entry = ReferenceEntries.Entry(label: label, range: piece.range)
      return .references(piece.range, source.reference(entry).map { [$0] } ?? [])
    }
  }

  // MARK: Links

  /// The definitions of links in `range`: each line that begins with a bracket, with those after it
  /// that do not.
  private func definitions(in range: Range<Int>) -> [Range<Int>] {
    var definitions: [Range<Int>] = []
    for line in utf8.lines(in: range) {
      if utf8[line.lowerBound] != Byte.openBracket, let last = definitions.popLast() {
        definitions.append(last.lowerBound..<line.upperBound)
      } else {
        definitions.append(line)
      }
    }
    return definitions
  }

  /// A definition as a list of one entry if its label is a number, else of none.
  private func references(of definition: Range<Int>) -> Outline.Part {
    guard let link = LinkDefinition(definition, in: utf8) else {
      return .references(definition, [])
    }
    let reference = source.reference(
      label: link.label,
      text: utf8.lineOfText(in: link.text),
      source: Array(utf8[link.address])
    )
    return .references(definition, [reference])
  }

  /// The range of a part that is indented as what goes on with a footnote has to be.
  private func indentedRange(_ part: Outline.Part) -> Range<Int>? {
    let range: Range<Int>
    switch part {
    case .paragraph(let paragraph): range = paragraph
    case .code(let code): range = code
    default: return nil
    }
    let blanks = utf8.indentation(before: range.lowerBound)
    let isTab = blanks > 0 && utf8[range.lowerBound - blanks..<range.lowerBound].contains(Byte.tab)
    return blanks >= 4 || isTab ? range : nil
  }
}
