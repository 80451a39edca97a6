// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import PassageSearch
import TestSupport
import Testing

/// Pages of any size, put together, are the whole.
struct `Pages` {
  private static let words = ["heat", "flow", "wing", "model", "speed", "law", "plate", "drag"]

  /// Documents of sections of random words, a passage each: over a hundred in all.
  private static func texts(seed: UInt64) -> [String: String] {
    var random = SeededGenerator(seed: seed)
    var texts: [String: String] = [:]
    for number in 0..<30 {
      let sections = (0..<Int.random(in: 1...9, using: &random)).map { section in
        let words = (0..<Int.random(in: 3...40, using: &random))
          .map { _ in Self.words.randomElement(using: &random) ?? "" }
        return "## Section \(section)\n\n\(words.joined(separator: " ")).\n"
      }
      texts[String(format: "%02d.md", number)] = sections.joined(separator: "\n")
    }
    return texts
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `neither repeat nor skip, and the counts are true`(seed: UInt64) async throws {
    try await withSearcher(of: Self.texts(seed: seed)) { searcher in
      var random = SeededGenerator(seed: seed)
      let queries = [
        "heat", "heat flow", "wing model speed law plate drag heat", "\"heat flow\"",
        "wing -\"law plate\"", "hea* NEAR/3 drag", "\"heat\" +path:1", "heading:section",
      ]
      for query in queries {
        for perDocument in [nil, 1, 2, 5] {
          let request = SearchRequest(query: query, limit: 1000, perDocument: perDocument)
          let whole = try searcher.search(request)
          try expectPages(of: whole, as: request, searcher, &random)
        }
      }
    }
  }

  private func expectPages(
    of whole: ResultPage,
    as request: SearchRequest,
    _ searcher: Searcher,
    _ random: inout SeededGenerator
  ) throws {
    let about = Comment(rawValue: "\(request)")
    let count = whole.hits.count
    #expect(whole.matches == MatchCounts(lower: count, estimated: count, upper: count), about)
    var joined: [Hit] = []
    var offset = 0
    while true {
      let limit = Int.random(in: 1...30, using: &random)
      let page = try searcher.search(
        SearchRequest(
          query: request.query,
          limit: limit,
          offset: offset,
          perDocument: request.perDocument
        )
      )
      let matches = page.matches
      #expect(matches.lower <= matches.estimated && matches.estimated <= matches.upper, about)
      #expect(matches.lower <= count && count <= matches.upper, about)
      if page.hits.isEmpty { break }
      joined += page.hits
      offset += limit
    }
    #expect(joined.map(\.anchor) == whole.hits.map(\.anchor), about)
    #expect(joined.map(\.rank) == (0..<count).map { $0 + 1 }, about)
  }

  @Test(arguments: [11, 12])
  func `facets count every passage, whatever is shown of them`(seed: UInt64) async throws {
    try await withSearcher(of: Self.texts(seed: seed)) { searcher in
      for query in ["heat flow", "\"heat flow\"", "wing -\"law plate\"", "dra* -heat"] {
        let all = try searcher.search(SearchRequest(query: query, limit: 1000)).hits
        var counts: [String: Int] = [:]
        for hit in all { counts["documents/\(hit.document.path)", default: 0] += 1 }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (offset, perDocument) in [(0, nil), (0, 1), (60, nil), (7, 2)] {
          let page = try searcher.search(
            SearchRequest(
              query: query,
              limit: 3,
              offset: offset,
              perDocument: perDocument,
              facets: [.document, .type, .folder]
            )
          )
          #expect(page.facets.map(\.kind) == [.document, .type, .folder])
          #expect(page.facets[0].values == sorted.prefix(20).map { .init($0.key, count: $0.value) })
          #expect(page.facets[0].omittedCount == max(0, sorted.count - 20))
          #expect(page.facets[1].values == [.init("text/markdown", count: all.count)])
          #expect(page.facets[2].values == [.init("documents", count: all.count)])
          #expect(page.matches.lower == page.matches.upper)
        }
      }
    }
  }

  @Test
  func `of each document the best are left`() async throws {
    try await withSearcher(of: Self.texts(seed: 9)) { searcher in
      for query in ["heat flow", "speed \"law\"", "plate"] {
        let all = try searcher.search(SearchRequest(query: query, limit: 1000)).hits
        #expect(all.count > 60)
        for perDocument in 1...3 {
          var seen: [RelativePath: Int] = [:]
          let best = all.filter { hit in
            seen[hit.document.path, default: 0] += 1
            return seen[hit.document.path, default: 0] <= perDocument
          }
          let few = try searcher.search(
            SearchRequest(query: query, limit: 1000, perDocument: perDocument)
          )
          #expect(few.hits.map(\.anchor) == best.map(\.anchor))
        }
      }
    }
  }
}
