// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes a structured document of the outline that a format's reader found.
struct DocumentAssembler {
  private let utf8: [UInt8]
  private let mediaType: MediaType
  private let outline: Outline
  private let scanner: MarkerScanner

  /// A longer title or heading is a paragraph that was marked as one. (Each passage bears the words
  /// of the headings above it: one of 300 kB over 400 paragraphs took most of a gigabyte.)
  private static let longestHeadingByteCount = 1_000

  private var title: String?
  private var titleRange: Range<Int>?
  private var headings: [Heading] = []
  private var openHeadings: [Heading] = []
  private var openPath: [String] = []
  private var blocks: [Block] = []
  private var markers: [CitationMarker] = []
  private var references: [Reference] = []
  private var referenceLists: [Range<Int>] = []
  /// What the part before became: only its neighbours may be joined to it.
  private var previous = Previous.other

  private enum Previous {
    case block, wordlessBlock, referenceList, other
  }

  init(_ outline: Outline, of utf8: [UInt8], mediaType: MediaType) {
    self.utf8 = utf8
    self.mediaType = mediaType
    var outline = outline
    outline.parts = ReferenceLists.marked(outline.parts, of: utf8, markdown: outline.markdown)
    self.outline = outline
    scanner = MarkerScanner(utf8: utf8, markdown: outline.markdown, labels: outline.labels)
  }

  mutating func assemble(_ decoded: DecodedText) -> StructuredDocument {
    let parts = outline.parts
    for (index, part) in parts.enumerated() {
      switch part {
      case .title(let text, let range)
      where (text ?? "").utf8.count <= Self.longestHeadingByteCount:
        title = text
        add(title: range, isAlone: parts.count == 1)
      case .heading(let heading) where heading.text.utf8.count > Self.longestHeadingByteCount:
        add(block: heading.range, markers: scanner.markers(in: heading.range))
      case .title(_, let range):
        add(block: range, markers: scanner.markers(in: range))
      case .heading(let heading):
        add(heading, next: index + 1 < parts.count ? parts[index + 1] : nil)
      case .paragraph(let range):
        add(block: range, markers: scanner.markers(in: range))
      case .code(let range):
        add(block: range, markers: [])
      case .markup(let range):
        add(block: range, markers: [], hasWords: false)
      case .linkDefinitions(let range):
        // Nothing in them is to be found.
        add([], in: range)
      case .references(let range, let found):
        add(found, in: range)
      }
    }
    return StructuredDocument(
      text: SourceText(validUTF8: utf8),
      mediaType: mediaType,
      title: title,
      titleRange: titleRange,
      authors: outline.authors,
      language: outline.language,
      date: outline.date,
      encoding: decoded.encoding,
      headings: headings,
      blocks: blocks,
      markers: markers,
      markup: blocks.flatMap { outline.markdown?.markup(in: $0.range) ?? [] },
      references: references,
      referenceLists: referenceLists,
      replacedByteCount: decoded.replacedByteCount
    )
  }

  /// Takes a title; alone it becomes a block, because only what is in a passage can be found.
  private mutating func add(title range: Range<Int>, isAlone: Bool) {
    if isAlone {
      add(block: range, markers: [])
    } else {
      titleRange = range
      previous = .other
    }
  }

  /// Takes a heading; one with nothing under it is a block as well, because headings are found
  /// through the passages that stand under them.
  private mutating func add(_ heading: Heading, next: Outline.Part?) {
    while let last = openHeadings.last, last.level >= heading.level { openHeadings.removeLast() }
    openPath = openHeadings.map(\.text)
    switch next {
    case .paragraph, .code, .markup, .linkDefinitions, .references: break
    case .heading(let below) where below.level > heading.level: break
    default:
      headings.append(heading)
      previous = .other
      add(block: heading.range, markers: [])
      previous = .other
      return
    }
    headings.append(heading)
    openHeadings.append(heading)
    openPath.append(heading.text)
    previous = .other
  }

  private mutating func add(
    block range: Range<Int>,
    markers found: [CitationMarker],
    hasWords: Bool? = nil
  ) {
    markers += found
    let isWordless = !(hasWords ?? self.hasWords(range))
    // A rule or a row of stars says nothing by itself: it goes with the block beside it.
    if let last = blocks.last, previous == .wordlessBlock || (previous == .block && isWordless) {
      blocks[blocks.count - 1] = Block(
        range: last.range.lowerBound..<range.upperBound,
        headings: openPath
      )
      previous = previous == .wordlessBlock && isWordless ? .wordlessBlock : .block
    } else {
      blocks.append(Block(range: range, headings: openPath))
      previous = isWordless ? .wordlessBlock : .block
    }
  }

  private mutating func add(_ found: [Reference], in range: Range<Int>) {
    references += found
    if previous == .referenceList, let last = referenceLists.popLast() {
      referenceLists.append(last.lowerBound..<range.upperBound)
    } else {
      referenceLists.append(range)
    }
    previous = .referenceList
  }

  private func hasWords(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = utf8.scalar(at: offset)
      if value.isWordCharacter { return true }
      offset += length
    }
    return false
  }
}
