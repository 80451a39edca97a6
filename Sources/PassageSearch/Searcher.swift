// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel
internal import TextAnalysis

/// Answers queries from one index, always from its newest revision.
///
/// One caller at a time.
package final class Searcher {
  private let indexPath: String
  private let analyzer = Analyzer()
  private let queryAnalyzer = QueryAnalyzer(languages: [nil])

  /// BM25 with the parameters that Lucene's own baselines use.
  ///
  /// On cranfield and cacm k1 1 and b 0.5 did as well, k1 0.7 and b 0.3 did worse.
  private static let weighting = Weighting(k1: 0.9, b: 0.4, minimumNormalizedLength: 0)
  // All matches are weighed (`checkAtLeast`). Where Xapian 1.4.22 may leave out what cannot reach
  // the page, it adds the weights of phrases wrongly: they come to depend on the order of the
  // docids (seen on two indexes of the same documents). So counts are exact, too.

  /// How many candidates are looked at in one go while they are checked against the text.
  ///
  /// The engine ranks all over again for each batch, so batches grow.
  private static let firstBatchCount = 100
  private static let maximumBatchCount = 10_000

  /// Prepares to search the index at `indexPath`, an absolute path; it is opened for each query.
  package init(indexPath: String) {
    self.indexPath = indexPath
  }

  /// The answer to `request`.
  package func search(_ request: SearchRequest) throws(SearchError) -> ResultPage {
    let query = ParsedQuery(request.query)
    guard !request.query.allSatisfy(\.isWhitespace) else {
      throw SearchError(code: .emptyQuery, message: "there is nothing to search for")
    }
    let plan = QueryPlan(query, analyzer: queryAnalyzer)
    do {
      // All of an answer belongs to one revision, so all of it is within the retry.
      return try IndexReader.withNewestRevision(of: indexPath) { reader in
        guard let plan else { return self.emptyPage(request, query, from: reader) }
        let page = try self.answer(request, plan, from: reader)
        // A query of nothing but phrases means them; one that says more is a question first.
        guard page.matches.upper == 0, !plan.phrases.isEmpty, !plan.stems.isEmpty,
          let plain = QueryPlan(query.readingPhrasesAsWords, analyzer: self.queryAnalyzer)
        else { return page }
        return try self.answer(request, plain, from: reader)
      }
    } catch let error as IndexError {
      throw SearchError(error)
    } catch {
      throw SearchError(code: .index(.engine), message: "\(error)")
    }
  }

  /// The answer to a query that holds no word.
  private func emptyPage(
    _ request: SearchRequest,
    _ query: ParsedQuery,
    from reader: IndexReader
  ) -> ResultPage {
    let limit = Analyzer.maximumWordByteCount
    return ResultPage(
      query: request.query,
      suggestion: nil,
      notes: query.notes + [
        "The query holds no word that is indexed: neither signs nor words of over \(limit) bytes are."
      ],
      revision: reader.revision,
      isComplete: reader.isComplete,
      matches: MatchCounts(lower: 0, estimated: 0, upper: 0),
      hits: []
    )
  }

  private func answer(
    _ request: SearchRequest,
    _ plan: QueryPlan,
    from reader: IndexReader
  ) throws(IndexError) -> ResultPage {
    let matcher = TextMatcher(plan, analyzer: analyzer)
    let found =
      plan.checksText
      ? try checkedPage(request, plan, matcher, from: reader)
      : try page(request, plan, matcher, from: reader)
    var maker = try HitMaker(reader: reader)
    var hits: [Hit] = []
    for (index, candidate) in found.candidates.enumerated() {
      guard let hit = try maker.hit(candidate, rank: request.offset + index + 1) else { continue }
      hits.append(hit)
    }
    return ResultPage(
      query: request.query,
      suggestion: nil,
      notes: plan.notes,
      revision: reader.revision,
      isComplete: reader.isComplete,
      matches: found.matches,
      hits: hits
    )
  }

  private func page(
    _ request: SearchRequest,
    _ plan: QueryPlan,
    _ matcher: TextMatcher,
    from reader: IndexReader
  ) throws(IndexError) -> CandidatePage {
    let page = try reader.search(
      plan.engineQuery,
      first: request.offset,
      limit: request.limit,
      checkAtLeast: reader.passageCount,
      weighting: Self.weighting
    )
    let candidates = page.passages.map { Candidate($0, matcher.match($0.passage)) }
    return CandidatePage(candidates: candidates, matches: page.matches)
  }

  /// A page of passages in which every phrase stands as written, and nothing excluded.
  ///
  /// The engine finds where the stems of the words stand together; the words themselves are looked
  /// for in the stored text. So passages are passed over until the page is full.
  private func checkedPage(
    _ request: SearchRequest,
    _ plan: QueryPlan,
    _ matcher: TextMatcher,
    from reader: IndexReader
  ) throws(IndexError) -> CandidatePage {
    var checked = TextCheck(request)
    var batchCount = Self.firstBatchCount
    while true {
      let page = try reader.search(
        plan.engineQuery,
        first: checked.checkedCount,
        limit: batchCount,
        checkAtLeast: reader.passageCount,
        weighting: Self.weighting
      )
      for passage in page.passages {
        if checked.isFull { return checked.page(outOf: page.matches) }
        checked.take(Candidate(passage, matcher.match(passage.passage)))
      }
      if page.passages.count < batchCount { return checked.lastPage }
      batchCount = min(batchCount * 2, Self.maximumBatchCount)
    }
  }
}
