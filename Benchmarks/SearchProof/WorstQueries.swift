// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import PassageIndex
internal import PassageModel
internal import PassageSearch

/// Times the queries that ask for the most work.
struct WorstQueries {
  private let path: String
  /// Words of the index, the most frequent first.
  private let frequent: [String]
  private let vocabulary: [String]

  /// How long an answer may take.
  private static let limit = 1.0

  init(_ path: String) throws {
    self.path = path
    let reader = try IndexReader(path: path)
    vocabulary = try reader.vocabulary(prefix: "", limit: .max).filter { word in
      word.utf8.count > 2 && word.allSatisfy(\.isLetter)
    }
    frequent = zip(try reader.frequencies(of: vocabulary), vocabulary)
      .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
  }

  /// Prints a line for each query; whether all are answered soon.
  func time() throws -> Bool {
    print(
      "                                 seconds  process   first hits   matches                 notes"
    )
    var isGood = true
    for (name, query) in queries {
      let searcher = Searcher(indexPath: path)
      let start = ContinuousClock.now
      let used = clock()
      let page = try searcher.search(SearchRequest(query: query))
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let worked = Double(clock() - used) / Double(CLOCKS_PER_SEC)
      // Beside other programs the time on the clock says little.
      isGood = isGood && worked < Self.limit
      print(
        name.padding(toLength: 32, withPad: " ", startingAt: 0),
        String(format: "%8.3f %8.3f", seconds, worked),
        String(format: "%12d", page.hits.count),
        "  \(page.matches.lower)..\(page.matches.upper)".padding(
          toLength: 24,
          withPad: " ",
          startingAt: 0
        ),
        page.notes.joined(separator: " ").prefix(120)
      )
      fflush(nil)
    }
    return isGood
  }

  private var queries: [(String, String)] {
    let many = every(max(1, vocabulary.count / 10_000))
    let top = frequent.prefix(12)
    let two = top.prefix(2).joined(separator: " ")
    return [
      ("two frequent words", two),
      ("10,000 words", many.prefix(10_000).joined(separator: " ")),
      ("10,000 words of one kind", frequent.prefix(10_000).joined(separator: " ")),
      ("1,000 prefixes", many.prefix(1_000).map { $0.prefix(2) + "*" }.joined(separator: " ")),
      ("1,000 infixes", many.prefix(1_000).map { "*\($0.prefix(2))*" }.joined(separator: " ")),
      ("32 infixes, all demanded", letters.map { "+*\($0)*" }.joined(separator: " ")),
      ("*a*", "*a*"),
      ("-*e*", "-*e*"),
      ("x -*e*", "\(top[0]) -*e*"),
      ("a*", "a*"),
      ("30 parentheses", nested(30)),
      ("10,000 parentheses", nested(10_000)),
      ("3,000 ORs of words", frequent.prefix(3_000).joined(separator: " OR ")),
      ("1,000 ORs of phrases", phrases(1_000, " OR ")),
      ("1,000 phrases demanded", phrases(1_000, " ")),
      ("500 phrases excluded", phrases(500, " -")),
      ("NEAR of 8 frequent words", top.prefix(8).joined(separator: " NEAR/100 ")),
      ("NEAR of 1,000 words", frequent.prefix(1_000).joined(separator: " NEAR/100 ")),
      ("NEAR of 8 that are nowhere", top.prefix(8).joined(separator: " NEAR/1 ")),
      ("NEAR of wildcards", "*a* NEAR/100 *e* NEAR/100 *i* NEAR/100 *o*"),
      ("a field alone", "path:a"),
      ("2,000 fields", many.prefix(2_000).map { "path:\($0)" }.joined(separator: " OR ")),
      ("1,000 title fields", many.prefix(1_000).map { "title:\($0)" }.joined(separator: " OR ")),
      ("600 cites fields", many.prefix(600).map { "cites:\($0)" }.joined(separator: " OR ")),
      (
        "1,000 type and lang fields",
        (0..<500).map { "-type:a\($0) -lang:xx-a\($0)" }.joined(separator: " ")
      ),
      ("all excluded", "-\(top[0])"),
      ("a rare word excluded", "-\(frequent.last ?? "x")"),
      ("a frequent word, not another", "\(top[0]) -\(top[1])"),
      ("a phrase that is nowhere", "\"\(top.prefix(5).joined(separator: " "))\""),
      ("a word as nobody wrote it", "\"\(top[0])ing\" OR \"\(top[1])ed\""),
      (
        "a phrase of one word 500 times",
        "\"" + Array(repeating: top[0], count: 500).joined(separator: " ") + "\""
      ),
      ("a phrase of 10,000 words", "\"" + many.prefix(10_000).joined(separator: " ") + "\""),
      ("one word 10,000 times", Array(repeating: top[0], count: 10_000).joined(separator: " ")),
      ("100,000 letters", String(repeating: "a", count: 100_000)),
      ("100,000 ideographs", String(repeating: "和平共处五项原则", count: 12_500)),
      ("20,000 stars", String(repeating: "a*", count: 10_000)),
      ("many + and -", frequent.prefix(900).map { "+\($0) -\($0)x" }.joined(separator: " ")),
      ("2,000 demanded words", frequent.prefix(1_000).map { "+\($0)" }.joined(separator: " ")),
    ]
  }

  private var letters: [String] { "abcdefghijklmnopqrstuvwxyzäöüабвг".map(String.init) }

  private func every(_ step: Int) -> [String] {
    stride(from: 0, to: vocabulary.count, by: step).map { vocabulary[$0] }
  }

  private func nested(_ depth: Int) -> String {
    (0..<depth).map { "(\(frequent[$0 % 100]) AND -(" + "\(frequent[($0 + 1) % 100]) OR " }.joined()
      + "x" + String(repeating: ")", count: 2 * depth)
  }

  private func phrases(_ count: Int, _ separator: String) -> String {
    (0..<count).map { "\"\(frequent[$0 % 300]) \(frequent[($0 * 7 + 1) % 300])\"" }
      .joined(separator: separator)
  }
}
