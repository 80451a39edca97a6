// SPDX-License-Identifier: GPL-3.0-or-later

import EditInvariants
import Testing

@Suite
struct `Quotations from documents that were edited` {
  @Test(arguments: inventedKinds.indices)
  func `none is found in a wrong place`(kind: Int) {
    let outcome = MatcherProof(inventedKinds[kind], seed: 7, quotationCount: 4).run()
    #expect(outcome.wrongPlaces(.full).isEmpty)
    #expect(outcome.wrongPlaces(.plain).isEmpty)
    #expect((outcome.tables[.full]?.edits["nothing"].quotationCount ?? 0) > 0)
  }

  @Test
  func `most of what still stands word for word is found in prose`() throws {
    let outcome = MatcherProof(Prose(), seed: 8, quotationCount: 12).run()
    let found = try #require(outcome.tables[.full]).kinds.total.standing
    #expect(found.right * 100 >= found.all * 90)
  }

  /// A proof that finds nothing wrong with anybody proves nothing.
  @Test
  func `whoever takes the best match is caught in wrong places`() throws {
    let outcome = MatcherProof(Prose(), seed: 9, quotationCount: 1, baselines: true).run()
    let best = try #require(outcome.tables[.bestMatch]).kinds.total
    #expect(best.wrongPlaceCount > 0)
    #expect(best.standing.right > 0)
  }
}
