// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the citations in a Markdown file.
struct MarkdownCitations {
  private let utf8: [UInt8]
  private let lines: LineIndex
  private let blocks: MarkdownBlocks
  private var decoder: MarkdownDecoder
  /// The anchors of each leaf that has any, in the order of the file.
  private var anchors: [Int: [MarkdownAnchor]] = [:]
  private var findings = CitationFindings()

  private init(_ utf8: [UInt8], _ lines: LineIndex) {
    self.utf8 = utf8
    self.lines = lines
    blocks = MarkdownBlocks(of: utf8)
    decoder = MarkdownDecoder(utf8, blocks)
  }

  /// Everything that is found in `utf8`.
  static func find(in utf8: [UInt8], lines: LineIndex) -> CitationFindings {
    // Most files have none; md4c need not read them.
    guard utf8.contains(UInt8(ascii: "#")) else { return CitationFindings() }
    var citations = MarkdownCitations(utf8, lines)
    citations.collect()
    citations.joinQuotations()
    for anchor in citations.anchors.values.joined() { citations.finish(anchor, text: nil) }
    return citations.findings
  }

  private mutating func collect() {
    var collector = MarkdownAnchorCollector(utf8, blocks, lines)
    collector.collect(with: &decoder)
    findings = collector.findings
    for anchor in collector.anchors { anchors[anchor.leaf ?? -1, default: []].append(anchor) }
  }

  /// Gives each block quotation the anchor that stands at its end or right behind it.
  ///
  /// Inner quotations come later in the list than those around them, and choose first.
  private mutating func joinQuotations() {
    for index in blocks.quotations.indices.reversed() {
      let quotation = blocks.quotations[index]
      // Of `>>>>` the outermost stands for all: a line may open as many as it has characters.
      if index > 0, blocks.quotations[index - 1].leaves == quotation.leaves { continue }
      let last = quotation.leaves.upperBound - 1
      if blocks.leaves[last].kind == .paragraph, let anchor = attribution(of: last) {
        join(anchor, at: last, with: quotation)
        continue
      }
      let next = quotation.leaves.upperBound
      guard next < blocks.leaves.count, blocks.leaves[next].kind == .paragraph,
        blocks.leaves[next].container == quotation.container, let anchor = attribution(of: next)
      else { continue }
      let parts = quotation.leaves.map { text(ofLeaf: $0) }
      take(anchor, from: next, text: parts.joined(separator: "\n\n"))
    }
  }

  /// Joins a quotation with an anchor in its own last paragraph.
  private mutating func join(
    _ anchor: MarkdownAnchor,
    at last: Int,
    with quotation: MarkdownBlocks.Quotation
  ) {
    let paragraph = decoder.text(ofLeaf: last)
    let start = attributionStart(in: paragraph, of: anchor)
    guard start > 0 || quotation.leaves.count > 1 else { return }
    var parts = quotation.leaves.dropLast().map { text(ofLeaf: $0) }
    if start > 0 { parts.append(paragraph.string(0..<start - 1)) }
    take(anchor, from: last, text: parts.joined(separator: "\n\n"))
  }

  /// Where in a paragraph the line begins that says where the quotation is from; 0 if all of it does.
  ///
  /// The anchor stands in the paragraph, or is where a link in it leads.
  private func attributionStart(in paragraph: SpelledText, of anchor: MarkdownAnchor) -> Int {
    let place = anchor.text.place(of: anchor.range).lowerBound
    var start = 0
    for offset in paragraph.utf8.indices where paragraph.utf8[offset] == UInt8(ascii: "\n") {
      let next = offset + 1
      guard next < paragraph.utf8.count,
        paragraph.place(of: next..<next + 1).lowerBound <= place
      else { break }
      start = next
    }
    guard start > 0, !Self.beginsWithDash(paragraph.utf8[...]) else { return 0 }
    let line = paragraph.utf8[start...]
    // The text of a link is all of a line that holds nothing else.
    let isAnchor = paragraph.place(of: start..<start + 1).lowerBound == place
    return Self.beginsWithDash(line) || isAnchor || isLink(at: paragraph, start) ? start : 0
  }

  private func isLink(at paragraph: SpelledText, _ start: Int) -> Bool {
    let place = paragraph.place(of: start..<start + 1).lowerBound
    return place > 0 && "[<(`".utf8.contains(utf8[place - 1])
  }

  private static func beginsWithDash(_ line: ArraySlice<UInt8>) -> Bool {
    let start = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "(") }
    return ["—", "–", "―", "--", "- "].contains { start.starts(with: $0.utf8) }
  }

  private mutating func text(ofLeaf leaf: Int) -> String {
    let text = decoder.text(ofLeaf: leaf)
    return text.string(0..<text.utf8.count)
  }

  /// The anchor of a paragraph that says where a quotation is from: the first; the last behind a dash,
  /// where a title may look like one.
  private mutating func attribution(of leaf: Int) -> MarkdownAnchor? {
    guard let anchors = anchors[leaf] else { return nil }
    return Self.beginsWithDash(decoder.text(ofLeaf: leaf).utf8[...]) ? anchors.last : anchors.first
  }

  private mutating func take(_ anchor: MarkdownAnchor, from leaf: Int, text: String) {
    anchors[leaf]?.removeAll { $0.place == anchor.place }
    if anchors[leaf]?.isEmpty ?? false { anchors[leaf] = nil }
    finish(anchor, text: text)
  }

  private mutating func finish(_ anchor: MarkdownAnchor, text: String?) {
    var draft = QuotationDraft(anchor.anchor, anchor.range, of: anchor.text)
    draft.quotation.text = text
    if let stamp = anchor.stamp {
      draft.add(stamp: stamp.range, of: stamp.text, to: &findings, lines: lines)
    }
    if let found = draft.finished(lines: lines) { findings.quotations.append(found) }
  }
}
