// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

/// Pages to print.
enum SamplePage {
  static let peace = page(
    hits: [
      hit(
        rank: 1,
        title: "Sino-Soviet split",
        headings: ["Background", "Ideology"],
        text: """
          “Peaceful coexistence” was declared in 1956.[2] Mao called
          it a betrayal of 革命 and of those who fought for it.[2][4][9] 👩‍👩‍👧 Both were sure.
          """,
        matching: ["Peaceful coexistence", "betrayal", "命"],
        citations: [
          ("2", Reference(label: "2", text: "Lüthi, Lorenz M. (2008).", url: "https://x.org/a")),
          ("4", nil),
          (
            "9",
            Reference(
              label: "9",
              text: "Radchenko, Sergey (2009). doi:10.1000/182",
              url: "https://doi.org/10.1000/182",
              doi: "10.1000/182",
              item: """
                {"DOI":"10.1000/182","URL":"https://doi.org/10.1000/182","id":"9",\
                "type":"document"}
                """
            )
          ),
        ]
      ),
      hit(rank: 2, title: nil, headings: [], text: "No title.", matching: [], citations: []),
    ]
  )

  static func page(
    query: String = "peaceful coexistence",
    suggestion: String? = nil,
    notes: [String] = [],
    isComplete: Bool = true,
    matches: MatchCounts = MatchCounts(lower: 2, estimated: 2, upper: 2),
    facets: [Facet] = [],
    hits: [Hit]
  ) -> ResultPage {
    ResultPage(
      query: query,
      suggestion: suggestion,
      notes: notes,
      revision: 7,
      isComplete: isComplete,
      matches: matches,
      facets: facets,
      hits: hits
    )
  }

  /// A hit of which only the rank matters.
  static func hit(_ rank: Int) -> Hit {
    hit(rank: rank, title: nil, headings: [], text: "Text.", matching: [], citations: [])
  }

  /// A hit whose passage begins at character 100 of its document.
  static func hit(
    rank: Int,
    folder: String = "documents",
    path: String = "cold war/split.txt",
    title: String?,
    headings: [String],
    text: String,
    matching: [String],
    citations: [(label: String, reference: Reference?)],
    weight: Double = 8.41
  ) -> Hit {
    let length = TextLength(measuring: text.utf8)
    let range = TextRange(
      bytes: 120..<120 + length.bytes,
      characters: 100..<100 + length.characters,
      utf16: 110..<110 + length.utf16
    )
    let highlights = matching.compactMap { bytes(of: $0, in: text) }
    let document = SourceDocument(
      folder: folder,
      path: RelativePath(path),
      uri: "file:///srv/split.txt",
      title: title,
      authors: [],
      mediaType: "text/plain",
      language: "en",
      modified: Timestamp(nanoseconds: 1_795_428_000_500_000_000),
      digest: "sha256:00",
      length: TextLength(bytes: 900, characters: 800, utf16: 850),
      passageCount: 24
    )
    let passage = Passage(
      ordinal: 12,
      range: range,
      lines: 7...8,
      headings: headings,
      text: text,
      sentences: [],
      markers: [],
      prefix: "before ",
      suffix: " after"
    )
    return Hit(
      rank: rank,
      weight: weight,
      document: document,
      passage: passage,
      anchor: CitationAnchor(
        folder: folder,
        path: RelativePath(path),
        position: .characters(AnchorSpan(range.characters)),
        length: 800,
        encoding: "UTF-8"
      ),
      highlights: highlights,
      snippet: Snippet(text: text, range: 0..<text.utf8.count, highlights: highlights),
      citations: citations.map { label, reference in
        Citation(
          marker: CitationMarker(label: label, range: bytes(of: "[\(label)]", in: text) ?? 0..<0),
          reference: reference,
          reason: reference == nil ? "no entry with this label" : nil
        )
      }
    )
  }

  /// Where `part` stands in `text` for the first time.
  static func bytes(of part: String, in text: String) -> Range<Int>? {
    let (part, text) = (Array(part.utf8), Array(text.utf8))
    guard part.count <= text.count else { return nil }
    return (0...text.count - part.count).first { text[$0..<$0 + part.count].elementsEqual(part) }
      .map { $0..<$0 + part.count }
  }
}
