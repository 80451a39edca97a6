// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import PassageSearch
import TestSupport
import Testing

/// What each kind of query finds in a few documents.
struct `Kinds of queries` {
  private static let texts = [
    "a.md":
      "---\nauthors: [Lorenz Lüthi]\n---\n# The split\n\n## Of treaties\n\nA peace treaty of two powers.[1]\n\n## References\n\n1. Kuhn, Thomas: Scientific Revolutions.\n",
    "b.md": "# Peace\n\nNo word of it in the text; revisionism and revisions, 6 of them, x.\n",
    "Übung/c.txt": "Coexistence, they wrote. Co-existence is a matter of the peaceful.\n",
    "d.txt": "和平条约签订以后, 共处五项原则. 平时与和风.\n",
    "e.txt": "one two three one two four five nn nn nn nnx\n",
    "f.txt": "He said \(String(repeating: "x", count: 70)) again to them.\n",
    "g.txt": "和 平 stand apart.\n",
  ]

  private func paths(_ query: String, in searcher: Searcher) throws -> String {
    try searcher.search(SearchRequest(query: query, limit: 100)).hits
      .map { String($0.document.path.description.split(separator: "/").last?.first ?? "?") }
      .sorted().joined()
  }

  private static let cases: [(String, String)] = [
    // Words: in the text, the title or a heading; by stems.
    ("+treaty", "a"), ("+peace", "abc"), ("+peace +power", "a"), ("peace -revision", "ac"),
    ("peace -peace", "b"), ("(+peace -treaty) OR four", "bce"),
    // Nothing but what is not to be there.
    ("-text -peaceful -one -said -stand -powers", "d"), ("NOT type:txt", "ab"),
    ("-\"no word\" -type:txt", "a"), ("-type:txt -type:md", ""),
    // Within what is excluded nothing ranks.
    ("four -(three -two)", "e"), ("four -(three -nowhere)", ""), ("treaty -(text -one)", "a"),
    // Stop words count only where there is nothing else.
    ("four AND (the two)", "e"), ("said AND (them to)", "f"), ("the nowh*", ""),
    // Nor do they where only together they are a word that tells something.
    ("of-it", ""), ("no-word", "b"),
    // Wildcards: one letter, several words, no compounds.
    ("x*", "b"), ("?ix*", ""), ("+6* +revision*", "b"), ("revision?", "b"), ("re?ision*", "b"),
    ("co-exist*", "c"), ("*exist*", "c"), ("no/wor*", "b"), ("two.thr*", "e"),
    // Scripts without blanks: pairs, and every character is a word.
    ("+和平", "d"), ("type:txt -和平", "cefg"), ("和平*", "dg"), ("*条约*", "d"), ("+和?条约", "d"),
    ("\"和平\"", "dg"),
    // Phrases that hold a word too long to be indexed.
    ("\"said \(String(repeating: "x", count: 70)) again\"", "f"), ("\"said again\"", ""),
    // NEAR: side by side is 1; each has a place of its own.
    ("one NEAR/1 two", "e"), ("one NEAR/1 four", ""), ("three NEAR/2 one", "e"),
    ("five NEAR/1 five", ""), ("two NEAR/3 two", "e"), ("\"one two\" NEAR/1 two", ""),
    ("\"one two\" NEAR/2 two", "e"), ("n*-n*-n* NEAR/1 nnx", "e"),
    ("\"one two\" NEAR/2 \"one two\"", "e"),
    ("one NEAR two NEAR three NEAR one NEAR two NEAR four NEAR five NEAR t* NEAR f*", ""),
    // Fields.
    ("title:split", "a"), ("treaty type:md", "a"), ("treaty nowhere path:b", ""),
    ("treaty type:md AND title:split", "a"), ("four (type:md OR type:txt)", "e"),
    ("peace type:md", "ab"), ("treat* type:txt", ""), ("four +type:txt -title:x", "e"),
    ("title:spl*", "a"), ("heading:treaty", "a"),
    ("heading:\"of treaties\"", "a"),
    ("heading:\"treaties of\"", ""), ("author:luthi", "a"), ("author:l?thi", "a"),
    ("cites:kuhn", "a"), ("cites:\"scientific revolutions\"", "a"), ("cites:revol*", "a"),
    ("cites:treaty", ""), ("path:übung", "c"), ("path:ubung/*", "c"), ("path:Übu*", "c"),
    ("path:*.md", "ab"), ("folder:docu", "abcdefg"), ("folder:x", ""), ("type:md", "ab"),
    ("type:text/markdown", "ab"), ("modified:>=2020", "abcdefg"), ("modified:..2019", ""),
    ("type:md -title:peace", "a"), ("title:peace OR path:e.txt", "be"),
  ]

  @Test
  func `find what they are for`() async throws {
    try await withTemporaryFolder { folder in
      let documents = folder.appending(path: "documents")
      for (name, text) in Self.texts { try write(text, to: name, in: documents) }
      let index = folder.appending(path: "index").path(percentEncoded: false)
      let writer = try IndexWriter(path: index)
      let root = Array(documents.path(percentEncoded: false).utf8)
      _ = try await FolderSync.run([WatchedFolder(name: "documents", root: root)], into: writer)
      try writer.close()
      let searcher = Searcher(indexPath: index)
      for (query, expected) in Self.cases {
        try #expect(paths(query, in: searcher) == expected, "\(query)")
      }
    }
  }
}
