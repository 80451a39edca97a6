// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Collects the anchors of a Markdown file: those in links, those in text, and what is left.
///
/// Left are links that are written with escapes, definitions that no link uses, and attributes of HTML.
struct MarkdownAnchorCollector {
  private let utf8: [UInt8]
  private let blocks: MarkdownBlocks
  private let lines: LineIndex
  private(set) var anchors: [MarkdownAnchor] = []
  private(set) var findings = CitationFindings()
  /// Where something was found, and where nothing is looked for.
  private var taken: [Range<Int>] = []

  init(_ utf8: [UInt8], _ blocks: MarkdownBlocks, _ lines: LineIndex) {
    self.utf8 = utf8
    self.blocks = blocks
    self.lines = lines
  }

  /// Collects all of them, in the order of the file.
  mutating func collect(with decoder: inout MarkdownDecoder) {
    var definitions: Set<Int> = []
    for link in blocks.links where !link.destination.isEmpty {
      // Several links may share one definition.
      guard definitions.insert(link.destination.lowerBound).inserted else { continue }
      collect(link, with: &decoder)
    }
    let inLinks = taken.sorted { $0.lowerBound < $1.lowerBound }
    for leaf in blocks.leaves.indices { collect(leaf: leaf, besides: inLinks, with: &decoder) }
    collectRest(with: &decoder)
    anchors.sort { $0.place.lowerBound < $1.place.lowerBound }
  }

  private mutating func collect(_ link: MarkdownBlocks.Link, with decoder: inout MarkdownDecoder) {
    let text = decoder.text(of: link.destination, spelling: .markdownDestination)
    guard let candidate = AnchorScanner(text.utf8).whole(0..<text.utf8.count) else { return }
    var stamp: (SpelledText, Range<Int>)?
    if !link.title.isEmpty {
      let mark = utf8[link.title.lowerBound - 1]
      let title = decoder.text(of: link.title, spelling: .markdownTitle(mark))
      if StampReader.begins(title.utf8[...]) { stamp = (title, title.trimmed) }
    }
    add(candidate, of: text, leaf: link.leaf, stamp: stamp ?? titleStamp(behind: link.destination))
  }

  /// A stamp in a title that md4c put together of several lines.
  private func titleStamp(behind destination: Range<Int>) -> (SpelledText, Range<Int>)? {
    let longest = 256
    let limit = min(utf8.count, destination.upperBound + longest)
    let rest = utf8[destination.upperBound..<limit].drop { $0 <= 0x20 || $0 == 0x3E }
    guard rest.startIndex > destination.upperBound, let mark = rest.first,
      let closing = Self.closing[mark],
      let end = rest.dropFirst().firstIndex(of: closing)
    else { return nil }
    let range = rest.startIndex + 1..<end
    guard StampReader.begins(utf8[range]) else { return nil }
    let text = SpelledText(range, of: utf8, spelling: .markdownTitle(mark))
    return (text, text.trimmed)
  }

  private static let closing: [UInt8: UInt8] = [0x22: 0x22, 0x27: 0x27, 0x28: 0x29]

  /// Collects the anchors in the text of a leaf; that of an autolink is where it leads, too.
  private mutating func collect(
    leaf: Int,
    besides inLinks: [Range<Int>],
    with decoder: inout MarkdownDecoder
  ) {
    switch blocks.leaves[leaf].kind {
    case .code:
      // Code shows what an anchor looks like.
      taken.append(blocks.range(ofLeaf: leaf))
      return
    case .html:
      collect(html: leaf)
      return
    case .paragraph, .other: break
    }
    guard hasHash(leaf) else { return }
    let text = decoder.text(ofLeaf: leaf)
    let candidates = AnchorScanner(text.utf8).candidates(in: 0..<text.utf8.count)
    for (index, candidate) in candidates.enumerated()
    where !inLinks.contains(overlapping: text.place(of: candidate.range)) {
      let limit =
        index + 1 < candidates.count ? candidates[index + 1].range.lowerBound : text.utf8.count
      let stamp = StampReader.firstStamp(in: candidate.range.upperBound..<limit, of: text.utf8)
      add(candidate, of: text, leaf: leaf, stamp: stamp.map { (text, $0) })
    }
  }

  /// Whether a leaf holds what every anchor holds, in any spelling.
  private func hasHash(_ leaf: Int) -> Bool {
    utf8[blocks.range(ofLeaf: leaf)].contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "&") }
  }

  private mutating func collect(html leaf: Int) {
    let range = blocks.range(ofLeaf: leaf)
    taken.append(range)
    guard utf8[range].contains(UInt8(ascii: "#")) else { return }
    let found = HTMLCitations.find(in: utf8, range, lines: lines)
    findings.quotations += found.quotations
    findings.troubles += found.troubles
  }

  private mutating func collectRest(with decoder: inout MarkdownDecoder) {
    taken.sort { $0.lowerBound < $1.lowerBound }
    var taken = ArraySlice(self.taken)
    func isTaken(_ place: Range<Int>) -> Bool {
      while let first = taken.first, first.upperBound <= place.lowerBound { taken.removeFirst() }
      return taken.first.map { $0.overlaps(place) } ?? false
    }
    let left = AnchorScanner(utf8).candidates(in: 0..<utf8.count).map(\.range)
      .filter { !isTaken($0) }
    var line = -1
    for place in left where lines.index(of: place.lowerBound) != line {
      line = lines.index(of: place.lowerBound)
      let end = line + 1 < lines.starts.count ? lines.starts[line + 1] : utf8.count
      let text = decoder.text(of: lines.starts[line]..<end, spelling: .markdownDestination)
      for candidate in AnchorScanner(text.utf8).candidates(in: 0..<text.utf8.count) {
        let place = text.place(of: candidate.range)
        guard left.contains(overlapping: place) else { continue }
        add(candidate, of: text, leaf: leaf(at: place.lowerBound), stamp: titleStamp(behind: place))
      }
    }
  }

  /// The leaf in which, or on whose last line, `offset` lies.
  private func leaf(at offset: Int) -> Int? {
    var (low, high) = (0, blocks.leaves.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks.range(ofLeaf: middle).lowerBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return nil }
    let range = blocks.range(ofLeaf: low - 1)
    let isInside =
      offset < range.upperBound || lines.index(of: offset) == lines.index(of: range.upperBound)
    return isInside ? low - 1 : nil
  }

  private mutating func add(
    _ candidate: AnchorScanner.Candidate,
    of text: SpelledText,
    leaf: Int?,
    stamp: (SpelledText, Range<Int>)?
  ) {
    let place = text.place(of: candidate.range)
    taken.append(place)
    guard !text.isParted(candidate.range) else {
      // To write it anew would take one mark of a pair away.
      findings.add("markup stands in it", text.string(candidate.range), at: place, lines: lines)
      return
    }
    switch candidate.anchor {
    case .success(let anchor):
      anchors.append(
        MarkdownAnchor(anchor: anchor, text: text, range: candidate.range, leaf: leaf, stamp: stamp)
      )
    case .failure(let fault):
      findings.add(fault.description, text.string(candidate.range), at: place, lines: lines)
    }
  }
}

extension [Range<Int>] {
  /// Whether one of them, which are sorted and disjoint, overlaps `range`.
  fileprivate func contains(overlapping range: Range<Int>) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].overlaps(range)
  }
}
