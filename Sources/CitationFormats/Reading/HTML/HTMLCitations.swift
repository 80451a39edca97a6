// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the citations in HTML: `blockquote` and `q` with `cite`, links, JSON-LD, and anchors in text.
struct HTMLCitations {
  /// A `blockquote` or `q` that is open.
  private struct Quote {
    let name: String
    let start: HTMLParagraphs.Mark
    var draft: QuotationDraft?
  }

  /// Quotations in so many others are read without their text, which would be told for each.
  private static let deepestQuotation = 16

  private let utf8: [UInt8]
  private let lines: LineIndex
  private var decoder: HTMLDecoder
  private var paragraphs = HTMLParagraphs()
  private var quotes: [Quote] = []
  /// Which of them are a `blockquote`.
  private var blockquotes: [Int] = []
  /// The last quotation: what repeats its anchor belongs to it.
  private var pending: QuotationDraft?
  /// How many elements are open whose text is not the quotation's, or is passed over.
  private var footers = 0
  private var preformatted = 0
  private var scriptKind = ScriptKind.none
  private var findings = CitationFindings()

  private enum ScriptKind { case none, other, json }

  /// Everything that is found in `range` of a file, or in all of it.
  static func find(
    in utf8: [UInt8],
    _ range: Range<Int>? = nil,
    lines: LineIndex
  ) -> CitationFindings {
    var citations = HTMLCitations(utf8: utf8, lines: lines, decoder: HTMLDecoder(utf8))
    var tokenizer = HTMLTokenizer(utf8, in: range ?? 0..<utf8.count)
    while let token = tokenizer.next() {
      switch token {
      case .start(let name, let attributes): citations.start(name, attributes)
      case .end(let name): citations.end(name)
      case .text(let range): citations.text(range)
      }
    }
    while let last = citations.quotes.last { citations.close(last.name) }
    citations.release()
    return citations.findings
  }

  private init(utf8: [UInt8], lines: LineIndex, decoder: HTMLDecoder) {
    self.utf8 = utf8
    self.lines = lines
    self.decoder = decoder
  }

  // MARK: Tags

  private mutating func start(_ name: String, _ attributes: [HTMLTokenizer.Attribute]) {
    if !quotes.isEmpty, HTMLParagraphs.blocks.contains(name) {
      paragraphs.breakBlock(isParagraph: name == "p")
    }
    switch name {
    case "br": paragraphs.append([UInt8(ascii: "\n")])
    case "pre": preformatted += 1
    case "footer", "figcaption": footers += 1
    case "script", "style": scriptKind = isJSON(attributes) ? .json : .other
    case "blockquote":
      release()
      footers = 0
    default: break
    }
    let anchors = anchors(of: attributes)
    guard name == "blockquote" || name == "q" else {
      for draft in anchors { add(draft) }
      return
    }
    var drafts = anchors[...]
    if name == "blockquote" { blockquotes.append(quotes.count) }
    quotes.append(Quote(name: name, start: paragraphs.mark, draft: drafts.popFirst()))
    for draft in drafts { add(draft) }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "script", "style": scriptKind = .none
    case "pre": preformatted = max(0, preformatted - 1)
    case "footer", "figcaption": footers = max(0, footers - 1)
    case "blockquote", "q": close(name)
    default: break
    }
    if !quotes.isEmpty, HTMLParagraphs.blocks.contains(name) { paragraphs.breakBlock() }
    // What follows the block behind a quotation is too far from it.
    if quotes.isEmpty, ["div", "figure", "p"].contains(name) { release() }
  }

  /// Closes the innermost quotation of this name, and those in it.
  private mutating func close(_ name: String) {
    let isOpen = name == "blockquote" ? !blockquotes.isEmpty : quotes.count > blockquotes.count
    guard isOpen else { return }
    while let quote = quotes.popLast() {
      if quote.name == "blockquote" {
        blockquotes.removeLast()
        paragraphs.breakBlock()
      }
      finish(quote)
      if quote.name == name { break }
    }
    if quotes.isEmpty { paragraphs.reset() }
  }

  private mutating func finish(_ quote: Quote) {
    let isTold = quotes.count < Self.deepestQuotation
    guard quote.draft != nil || (quote.name == "blockquote" && quotes.isEmpty) else { return }
    release()
    var draft = quote.draft ?? QuotationDraft()
    if isTold { draft.quotation.text = paragraphs.text(from: quote.start) }
    pending = draft
  }

  private func isJSON(_ attributes: [HTMLTokenizer.Attribute]) -> Bool {
    guard let type = attributes.first(where: { $0.name == "type" }) else { return false }
    let value = String(decoding: utf8[type.value].prefix(64), as: UTF8.self).lowercased()
    return value.contains("json")
  }

  // MARK: Anchors

  /// The anchors in the attributes of one tag, each with the tag's stamp.
  private mutating func anchors(of attributes: [HTMLTokenizer.Attribute]) -> [QuotationDraft] {
    var drafts: [QuotationDraft] = []
    for attribute in attributes
    where utf8[attribute.value].contains(where: { $0 == 0x23 || $0 == 0x26 }) {
      let text = decoder.text(of: attribute.value, mark: attribute.mark)
      guard let candidate = AnchorScanner(text.utf8).whole(0..<text.utf8.count),
        let anchor = success(candidate, in: text)
      else { continue }
      drafts.append(QuotationDraft(anchor, candidate.range, of: text))
    }
    guard !drafts.isEmpty, let stamp = attributes.first(where: { $0.name == "data-stamp" }) else {
      return drafts
    }
    let text = decoder.text(of: stamp.value, mark: stamp.mark)
    drafts[0].add(stamp: text.trimmed, of: text, to: &findings, lines: lines)
    return drafts
  }

  private mutating func success(
    _ candidate: AnchorScanner.Candidate,
    in text: SpelledText
  ) -> CitationAnchor? {
    switch candidate.anchor {
    case .success(let anchor): return anchor
    case .failure(let fault):
      let place = text.place(of: candidate.range)
      findings.add(fault.description, text.string(candidate.range), at: place, lines: lines)
      return nil
    }
  }

  /// Adds an anchor to the quotation it belongs to, or as one that stands alone.
  private mutating func add(_ draft: QuotationDraft) {
    if let last = blockquotes.last {
      if let open = quotes[last].draft {
        if open.quotation.anchor == draft.quotation.anchor {
          quotes[last].draft?.merge(draft)
          return
        }
      } else if footers > 0 {
        quotes[last].draft = draft
        return
      }
    } else if let open = pending {
      if open.quotation.anchor == nil || open.quotation.anchor == draft.quotation.anchor {
        pending?.merge(draft)
        return
      }
    } else {
      pending = draft
      return
    }
    if let found = draft.finished(lines: lines) { findings.quotations.append(found) }
  }

  /// Tells of the last quotation.
  private mutating func release() {
    if let pending, pending.quotation.anchor != nil, let found = pending.finished(lines: lines) {
      findings.quotations.append(found)
    }
    pending = nil
  }

  // MARK: Text

  private mutating func text(_ range: Range<Int>) {
    switch scriptKind {
    case .other: return
    case .json:
      readJSON(range)
      return
    case .none: break
    }
    let isQuoted = !quotes.isEmpty && footers == 0
    guard isQuoted || utf8[range].contains(where: { $0 == 0x23 || $0 == 0x26 }) else { return }
    let text = decoder.text(of: range)
    if isQuoted { paragraphs.append(text.utf8) }
    guard preformatted == 0 else { return }
    let candidates = AnchorScanner(text.utf8).candidates(in: 0..<text.utf8.count)
    for (index, candidate) in candidates.enumerated() {
      guard let anchor = success(candidate, in: text) else { continue }
      var draft = QuotationDraft(anchor, candidate.range, of: text)
      let limit =
        index + 1 < candidates.count ? candidates[index + 1].range.lowerBound : text.utf8.count
      let rest = candidate.range.upperBound..<limit
      if let stamp = StampReader.firstStamp(in: rest, of: text.utf8) {
        draft.add(stamp: stamp, of: text, to: &findings, lines: lines)
      }
      add(draft)
    }
  }

  private mutating func readJSON(_ range: Range<Int>) {
    do {
      let found = try JSONCitations.find(in: utf8, range, spelling: .jsonInHTML, lines: lines)
      findings.quotations += found.quotations
      findings.troubles += found.troubles
    } catch {
      let offset = min(range.upperBound, lines.starts[(error.line ?? 1) - 1])
      findings.add("\(error.reason)", "", at: offset..<offset, lines: lines)
    }
  }
}
