// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching
internal import TextAnalysis

/// Finds where else in the index something like a quotation stands.
struct LikePassages {
  private let reader: IndexReader
  private let analyzer: QueryAnalyzer

  /// The rarest words find what holds them all; more of them cost time.
  private static let maximumWordCount = 25
  /// So many passages are looked at.
  private static let passageCount = 20
  /// About so many words are in a passage.
  private static let passageWordCount = 100

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
  }

  /// How like the quotation the likest text in other documents is, from 0 to 1.
  func likeness(to quotation: String, outside document: DocumentNumber) throws(IndexError) -> Double
  {
    var best = 0.0
    for text in try texts(like: quotation, rankedBy: quotation, outside: [document]) {
      best = max(best, ComparedText(SourceText(text.text)).likeness(to: quotation))
      if best == 1 { break }
    }
    return best
  }

  /// The documents that hold text at least as like a quotation as `least`.
  ///
  /// - Parameters:
  ///   - quotation: its words.
  ///   - words: those that say which passages are looked at; nil for its own.
  ///   - documents: those that are not looked for.
  ///   - least: from 0 to 1.
  /// - Returns: their numbers.
  /// - Throws: what reading the index throws.
  func documents(
    like quotation: String,
    rankedBy words: String? = nil,
    outside documents: Set<DocumentNumber>,
    least: Double
  ) throws(IndexError) -> [DocumentNumber] {
    var found: [DocumentNumber] = []
    for text in try texts(like: quotation, rankedBy: words ?? quotation, outside: documents)
    where !found.contains(text.document) {
      let compared = ComparedText(SourceText(text.text))
      if compared.likeness(to: quotation) >= least { found.append(text.document) }
    }
    return found
  }

  /// The passages that share most with the quotation, with so much beside them that it would be in it.
  private func texts(
    like quotation: String,
    rankedBy words: String,
    outside documents: Set<DocumentNumber>
  ) throws(IndexError) -> [(document: DocumentNumber, text: String)] {
    guard let words = try query(for: words) else { return [] }
    let query = documents.isEmpty ? words : .excluding(words, .documents(documents))
    let page = try reader.search(
      query,
      first: 0,
      limit: Self.passageCount,
      checkAtLeast: 0,
      weighting: CandidateStream.weighting
    )
    let radius = UInt32(1 + quotation.utf8.count / 4 / Self.passageWordCount)
    var texts: [(document: DocumentNumber, text: String)] = []
    for passage in page.passages {
      let number = passage.id.rawValue
      let before = number > radius ? number - radius - 1 : 0
      let neighbours = try reader.passages(
        after: EngineDocID(before),
        limit: Int(number - before + radius),
        withPostings: false
      )
      // Title and headings are text, too, and stand in no passage.
      var headings = Set<String>()
      var lines = [try reader.document(passage.document)?.title].compactMap(\.self)
      for neighbour in neighbours where neighbour.document == passage.document {
        lines += neighbour.passage.headings.filter { headings.insert($0).inserted }
        lines.append(neighbour.passage.text)
      }
      texts.append((passage.document, lines.joined(separator: "\n")))
    }
    return texts
  }

  /// A query for the rarest of the quotation's words; nil if the index holds none of them.
  private func query(for quotation: String) throws(IndexError) -> EngineQuery? {
    var stems: [[String]] = []
    let tokens = analyzer.tokens(in: quotation)
    for token in tokens where token.kind != .compound && token.kind != .character {
      if !stems.contains(token.stems) { stems.append(token.stems) }
      // A long quotation is found by a part of it.
      if stems.count == 4 * Self.maximumWordCount { break }
    }
    if stems.isEmpty { stems = tokens.prefix(Self.maximumWordCount).map(\.stems) }
    // Which of the index's languages the words are of is not known.
    let frequencies = try stems.map { stems throws(IndexError) in
      try reader.frequencies(of: stems).max() ?? 0
    }
    let rarest = zip(stems, frequencies).filter { $0.1 > 0 }.sorted { $0.1 < $1.1 }
      .prefix(Self.maximumWordCount)
    guard !rarest.isEmpty else { return nil }
    return .any(rarest.map { .synonyms($0.0) })
  }
}
