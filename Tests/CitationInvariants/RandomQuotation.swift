// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Quotations that are as hard to write down as can be, with sources of all kinds.
package struct RandomQuotation<Generator: RandomNumberGenerator> {
  private var random: Generator
  private let texts: [[Unicode.Scalar]]

  /// Makes quotations; from `texts`, too, if there are any.
  package init(random: Generator, texts: [String] = []) {
    self.random = random
    self.texts = texts.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
  }

  /// The next.
  package mutating func next() -> SourcedQuotation {
    let text = quotationText()
    let start = number(0...100_000)
    let range = TextRange(
      bytes: start..<start + text.utf8.count,
      characters: start..<start + text.unicodeScalars.count,
      utf16: start..<start + text.utf16.count
    )
    let line = number(1...5_000)
    let document = document(length: range)
    return SourcedQuotation(
      quotation: quotation(text, document, range),
      document: document,
      date: [
        nil, "2008", "2008-05", "2008-05-31", "May 2008", "2008-13", "c. 1960 {sic}", nasty(6),
      ]
      .randomElement(using: &random) ?? nil,
      headings: (0..<number(0...3)).map { _ in nasty(number(0...8)) },
      range: range,
      lines: line...line + number(0...3),
      citations: citations()
    )
  }

  private mutating func quotation(
    _ text: String,
    _ document: SourceDocument,
    _ range: TextRange
  ) -> CitedQuotation {
    let lookalike = chance() ? Double.random(in: 0...1, using: &random) : nil
    return CitedQuotation(
      text: text,
      prefix: chance() ? nasty(8) : "",
      suffix: chance() ? nasty(8) : "",
      anchor: CitationAnchor(
        folder: document.folder,
        path: document.path,
        position: .characters(AnchorSpan(range.characters)),
        length: document.length.characters,
        md5: String(repeating: "0123456789abcdef", count: 2),
        encoding: "UTF-8"
      ),
      source: document.uri,
      digest: chance() ? "sha256:" + String(repeating: "0123456789abcdef", count: 4) : nil,
      lookalike: lookalike,
      day: chance() ? "2026-11-30" : nil
    )
  }

  private mutating func document(length range: TextRange) -> SourceDocument {
    let name = (0...number(0...12)).map { _ in
      UInt8.random(in: 1...255, using: &random)
    }.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }
    let path = RelativePath(bytes: chance() ? Array("papers/split 1960.txt".utf8) : name + [0x2E])
    let folder = chance() ? "documents" : "Überblick & (mehr) " + nasty(3).filter { $0 != "/" }
    return SourceDocument(
      folder: folder,
      path: path,
      uri: "file:///srv/" + path.percentEncoded,
      title: [
        nil, "", "Sino-Soviet split", nasty(10), "“Ünïcode” & <b>*more*</b> {of} $it$ #1_a~b",
      ]
      .randomElement(using: &random) ?? nil,
      authors: (0..<number(0...3)).map { _ in author() },
      mediaType: "text/plain",
      language: chance() ? "en" : nil,
      modified: Timestamp(nanoseconds: 0),
      digest: "sha256:",
      length: TextLength(
        bytes: range.bytes.upperBound,
        characters: range.characters.upperBound,
        utf16: range.utf16.upperBound
      ),
      passageCount: 1
    )
  }

  private mutating func author() -> String {
    [
      "Lüthi, Lorenz M.", "Lorenz M. Lüthi", "Ministry of Health and Welfare", "Doe, Jr, John",
      "others", "毛泽东", "", "{Mao}", nasty(4),
    ].randomElement(using: &random) ?? ""
  }

  private mutating func citations() -> [Citation] {
    (0..<number(0...4)).map { index in
      let label = chance() ? "\(index)" : "^note \(index)"
      let item =
        #"{"id":"luthi2008","type":"book","title":"The Split & {more}","#
        + #""author":[{"family":"Lüthi","given":"L. M."}],"issued":{"date-parts":[[2008]]}}"#
      let reference = Reference(
        label: label,
        text: "Lüthi (2008). " + nasty(8),
        url: chance() ? "https://example.org/a_b?c=%20&d=1#e{f}" : nil,
        doi: chance() ? "10.1000/1_2<3>" : nil,
        item: index == 2 ? item : nil
      )
      return Citation(
        marker: CitationMarker(label: label, range: 0..<1),
        reference: chance() ? reference : nil,
        reason: nil
      )
    }
  }

  private mutating func quotationText() -> String {
    switch number(0...9) {
    case 0: return nasty(0)
    case 1: return "\n \n" + nasty(20) + "\n\n\n\t "
    case 2: return String(repeating: nasty(10) + "\n", count: 40)
    case 3...6 where !texts.isEmpty:
      let text = texts.randomElement(using: &random) ?? []
      let start = number(0...text.count - 1)
      let end = min(text.count, start + number(1...2_000))
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text[start..<end])
      return String(view)
    default: return nasty(number(1...60))
    }
  }

  /// Pieces of markup of all formats, in a row.
  private mutating func nasty(_ count: Int) -> String {
    (0..<count).map { _ in Nastiness.pieces.randomElement(using: &random) ?? "a" }.joined()
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }
}

/// What means something to one format or another.
private enum Nastiness {
  static let pieces = [
    "word", "word", " ", " ", "\n", "\n", "\n\n", "  ", "\t", "    ", "*", "**", "_", "__", "`",
    "```", "~~~", "~~", "#", "# ", "## ", "- ", "+ ", "* ", "1. ", "12) ", "---", "***", "===",
    "> ",
    ">", "<", "<b>", "</p>", "<!--", "-->", "<br>", "<?", "<![CDATA[", "&", "&amp;", "&#10;",
    "&#x41;",
    "&copy", "[", "]", "[a](b)", "![a](b)", "[^1]", "[1]", "[a]: /b", "|", "| a | b |",
    "\n|---|---|",
    "\\", "\\\\", "\\n", "\"", "'", "''", "``", "“", "”", "—", "— ", "\n— ", "\n”", "--", "{", "}",
    "$", "$$", "%", "^", "~", "@", "a@b.example", "http://a.example/b", "www.a.example", ":",
    ":---",
    "doc/a.txt#char=1,2", "cited 2026-11-30", "]]>", "</figure>", "\u{A0}", "\u{2028}", "\u{200B}",
    "\u{202E}", "\u{FEFF}", "\u{1}", "\u{1B}[31m", "\u{7F}", "\u{85}", "é", "e\u{301}", "中文",
    "\u{1F468}\u{200D}\u{1F469}", "\u{10FFFF}", "\u{FFFE}", "ﬁ", "ß", "И",
  ]
}
