// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel
internal import QueryLanguage
internal import TextAnalysis

/// Answers queries from one index, always from its newest revision.
///
/// One caller at a time.
package final class Searcher {
  private let indexPath: String
  private let analyzers = AnalyzerPool()
  /// The analyzer for the languages of the revision asked last.
  private var queryAnalyzer = QueryAnalyzer(languages: [])
  private var languages: [String?] = []

  /// Prepares to search the index at `indexPath`, an absolute path; it is opened for each query.
  package init(indexPath: String) {
    self.indexPath = indexPath
  }

  /// The answer to `request`.
  package func search(_ request: SearchRequest) throws(SearchError) -> ResultPage {
    let query = ParsedQuery(request.query)
    guard query.root != nil else {
      throw SearchError(code: .emptyQuery, message: "there is nothing to search for")
    }
    return try withNewestRevision { reader in
      let page = try self.answer(request, query, from: reader)
      return page.suggesting(try self.suggestion(request.query, query, from: reader))
    }
  }

  /// The passages that are like those at a place, which are left out.
  ///
  /// - Parameters:
  ///   - anchor: of a place in a document of the index, or of a whole document.
  ///   - request: its query is told with the answer, and not asked.
  /// - Returns: one page of them.
  /// - Throws: `noSuchPassage` if the index holds none there.
  package func similar(
    to anchor: CitationAnchor,
    _ request: SearchRequest
  ) throws(SearchError) -> ResultPage {
    try withNewestRevision { reader in
      let passages = try PlaceFinder(reader: reader).passages(at: anchor)
      let words = SimilarWords(reader: reader, analyzer: self.queryAnalyzer)
      guard let plan = try words.plan(for: passages) else {
        return self.emptyPage(
          request,
          notes: ["What stands there holds no word that stands elsewhere, too."],
          from: reader
        )
      }
      return try self.answer(request, plan, from: reader)
    }
  }

  /// Asks the newest revision: all of an answer belongs to one, so all of it is within the retry.
  func withNewestRevision<Answer>(
    _ answer: (IndexReader) throws -> Answer
  ) throws(SearchError) -> Answer {
    try SearchError.wrapping {
      try IndexReader.withNewestRevision(of: indexPath) { reader in
        try self.learnLanguages(from: reader)
        return try answer(reader)
      }
    }
  }

  private func answer(
    _ request: SearchRequest,
    _ query: ParsedQuery,
    from reader: IndexReader
  ) throws(IndexError) -> ResultPage {
    var planner = QueryPlanner(reader: reader, analyzer: queryAnalyzer)
    guard let plan = try planner.plan(query) else {
      return emptyPage(request, notes: query.notes + [Self.noWord], from: reader)
    }
    let page = try answer(request, plan, from: reader)
    // A query of nothing but phrases means them; one that says more is a question first.
    guard page.matches.upper == 0, query.hasPhrasesBesideWords else { return page }
    planner = QueryPlanner(reader: reader, analyzer: queryAnalyzer)
    guard let plain = try planner.plan(query, readsPhrasesAsWords: true) else { return page }
    return try answer(request, plain, from: reader)
  }

  /// A query that is spelled better and finds something; nil if there is none.
  private func suggestion(
    _ typed: String,
    _ query: ParsedQuery,
    from reader: IndexReader
  ) throws(IndexError) -> String? {
    let corrector = SpellingCorrector(reader: reader, analyzer: queryAnalyzer)
    guard let suggestion = try corrector.correct(query, typed: typed) else { return nil }
    // Plain words find something as soon as one of them stands somewhere.
    if query.isPlain { return suggestion }
    let request = SearchRequest(query: suggestion, limit: 1)
    let page = try answer(request, ParsedQuery(suggestion), from: reader)
    return page.hits.isEmpty ? nil : suggestion
  }

  private func answer(
    _ request: SearchRequest,
    _ plan: QueryPlan,
    from reader: IndexReader
  ) throws(IndexError) -> ResultPage {
    let examiner = PassageExaminer(reader: reader, analyzers: analyzers)
    let weights = try WordWeights(plan.ranked, reader: reader)
    let found = try PageFinder(plan, weights, examiner, reader).page(request)
    var maker = try HitMaker(
      plan,
      weights: weights,
      examiner: examiner,
      reader: reader,
      explainer: request.explains ? Explainer(plan, reader: reader) : nil
    )
    var hits: [Hit] = []
    for (index, candidate) in found.candidates.enumerated() {
      guard let hit = try maker.hit(candidate, rank: request.offset + index + 1) else { continue }
      hits.append(hit)
    }
    return ResultPage(
      query: request.query,
      suggestion: nil,
      notes: plan.notes + found.notes
        + (request.facets.isEmpty || found.isCounted ? [] : [Self.cutFacets]),
      revision: reader.revision,
      isComplete: reader.isComplete,
      matches: found.matches,
      facets: try facets(request.facets, of: found.documentCounts, examiner),
      hits: hits
    )
  }

  private func learnLanguages(from reader: IndexReader) throws(IndexError) {
    let languages = try reader.languages().map(\.code)
    guard languages != self.languages else { return }
    self.languages = languages
    queryAnalyzer = QueryAnalyzer(languages: languages)
  }

  private static let noWord =
    "The query holds no word that is indexed: neither signs nor words of over"
    + " \(Analyzer.maximumWordByteCount) bytes are."

  private static let cutFacets =
    "The facets count only the hits among the passages that were looked at; there are more."

  private func facets(
    _ kinds: [FacetKind],
    of counts: [DocumentNumber: Int],
    _ examiner: PassageExaminer
  ) throws(IndexError) -> [Facet] {
    guard !kinds.isEmpty else { return [] }
    return try FacetMaker(counts, examiner: examiner).facets(kinds)
  }

  /// An answer without hits, because there is nothing to look for.
  private func emptyPage(
    _ request: SearchRequest,
    notes: [String],
    from reader: IndexReader
  ) -> ResultPage {
    ResultPage(
      query: request.query,
      suggestion: nil,
      notes: notes,
      revision: reader.revision,
      isComplete: reader.isComplete,
      matches: MatchCounts(lower: 0, estimated: 0, upper: 0),
      facets: request.facets.map { Facet($0, values: []) },
      hits: []
    )
  }
}
