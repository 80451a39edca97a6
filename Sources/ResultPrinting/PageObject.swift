// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A result page as schema 1 has it.
struct PageObject: Encodable {
  let schema = JSONPrinter.schema
  let qid: String?
  let query: String
  @Nullable var suggestion: String?
  let notes: [String]
  let index: IndexObject
  let matches: MatchesObject
  let facets: [String: [FacetValueObject]]
  let facetsOmitted: [String: Int]
  let hits: [HitObject]

  init(_ page: ResultPage, qid: String?) {
    self.qid = qid
    query = page.query
    _suggestion = Nullable(wrappedValue: page.suggestion)
    notes = page.notes
    index = IndexObject(revision: page.revision, complete: page.isComplete)
    matches = MatchesObject(
      lower: page.matches.lower,
      estimated: page.matches.estimated,
      upper: page.matches.upper
    )
    var values: [String: [FacetValueObject]] = [:]
    var omitted: [String: Int] = [:]
    for facet in page.facets {
      values[facet.kind.rawValue] = facet.values.map(FacetValueObject.init)
      if facet.omittedCount > 0 { omitted[facet.kind.rawValue] = facet.omittedCount }
    }
    facets = values
    facetsOmitted = omitted
    hits = page.hits.map(HitObject.init)
  }

  struct FacetValueObject: Encodable {
    let value: String
    let count: Int

    init(_ value: Facet.Value) {
      self.value = value.name
      count = value.count
    }
  }

  struct IndexObject: Encodable {
    let revision: Int
    let complete: Bool
  }

  struct MatchesObject: Encodable {
    let lower: Int
    let estimated: Int
    let upper: Int
  }
}

/// An error as schema 1 has it.
struct FailureObject: Encodable {
  let schema = JSONPrinter.schema
  let qid: String?
  let error: ErrorObject

  init(_ failure: PrintedFailure, qid: String?) {
    self.qid = qid
    error = ErrorObject(failure)
  }

  struct ErrorObject: Encodable {
    let code: String
    let message: String
    @Nullable var hint: String?

    init(_ failure: PrintedFailure) {
      code = failure.code
      message = failure.message
      _hint = Nullable(wrappedValue: failure.hint)
    }
  }
}
