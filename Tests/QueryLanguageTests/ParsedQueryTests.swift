// SPDX-License-Identifier: GPL-3.0-or-later

import QueryLanguage
import Testing

struct ParsedQueryTests {
  @Test("Words side by side are plain, and each knows its place")
  func words() {
    let query = ParsedQuery(" détente  now")
    let words = [
      QueryNode.words(QueryText(text: "détente", range: 1..<9)),
      .words(QueryText(text: "now", range: 11..<14)),
    ]
    #expect(query.root == .group(QueryGroup(optional: words)))
    #expect(query.isPlain)
    #expect(ParsedQuery(" ").root == nil)
  }
}
