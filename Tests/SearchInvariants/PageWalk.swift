// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel
package import PassageSearch

/// All hits of a query, taken page after page, and what is wrong with the pages.
package struct PageWalk {
  /// The hits in their order.
  package private(set) var hits: [Hit] = []
  /// What the first page said.
  package private(set) var notes: [String] = []
  /// What is wrong, a sentence each.
  package private(set) var faults: [String] = []

  /// Pages through to the end, or until there are `limit` hits.
  ///
  /// `pageCount`: how many hits the next page is to have, by how many there are so far.
  package init(
    _ query: String,
    in searcher: Searcher,
    limit: Int = .max,
    pageCount: (Int) -> Int
  ) throws {
    var bounds: [MatchCounts] = []
    while hits.count < limit {
      let wanted = max(1, pageCount(hits.count))
      let page = try searcher.search(
        SearchRequest(query: query, limit: wanted, offset: hits.count)
      )
      if hits.isEmpty { notes = page.notes }
      bounds.append(page.matches)
      if page.hits.map(\.rank) != page.hits.indices.map({ hits.count + $0 + 1 }) {
        faults.append("the ranks of a page do not follow one another")
      }
      hits += page.hits
      if page.hits.count > wanted { faults.append("a page has more hits than were asked for") }
      if page.hits.count < wanted { break }
    }
    guard limit == .max else { return }
    let count = hits.count
    if bounds.contains(where: { $0.lower > count || $0.upper < count }) {
      faults.append("\(count) hits are not within the bounds of all pages")
    }
    if bounds.contains(where: { $0.estimated < $0.lower || $0.estimated > $0.upper }) {
      faults.append("an estimate is not within its bounds")
    }
  }
}

extension PassageScan {
  /// What is wrong with the hits of a query: pages, passages that are missing or too many, marks.
  package func faults(
    of walk: PageWalk,
    for query: TypedQuery,
    expected: Set<Int>
  ) -> [String] {
    var faults = walk.faults
    let numbers = walk.hits.compactMap { number(of: $0) }
    if numbers.count != walk.hits.count { faults.append("a hit is no passage of the index") }
    let found = Set(numbers)
    if found.count != numbers.count { faults.append("pages repeat passages") }
    let missing = expected.subtracting(found).sorted()
    let extra = found.subtracting(expected).sorted()
    if !missing.isEmpty {
      faults.append("\(missing.count) of \(expected.count) missing, as \(excerpt(missing[0]))")
    }
    if !extra.isEmpty {
      faults.append("\(extra.count) beside \(expected.count), as \(excerpt(extra[0]))")
    }
    return faults
  }

  private func excerpt(_ number: Int) -> String {
    let text = texts[number]
    let record = records[text.document]
    return "\(record.path)#\(text.passage.ordinal): \(text.passage.text.prefix(300))"
  }
}
