// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import Foundation
internal import PassageModel
internal import PassageSplitting

/// Texts that take long where work grows faster than the text.
enum Hostile {
  private static let limit = Duration.seconds(60)

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static let texts: [(name: String, make: @Sendable () -> String)] = [
    ("50 MB in one line", { times(10_000_000, "word ") }),
    ("50 MB in one line of sentences", { times(5_000_000, "A word. It ") }),
    ("50 MB without a space", { times(50_000_000, "x") }),
    ("50 MB of Chinese without a stop", { times(16_000_000, "中") }),
    ("10^6 headings", { times(1_000_000, "## Heading\n\n") }),
    ("10^6 headings with text", { times(1_000_000, "Heading\n\nIt was so, and it stayed.\n\n") }),
    (
      "10^6 headings, ever deeper",
      { times(166_667, "# a\n## a\n### a\n#### a\n##### a\n###### a\n") }
    ),
    ("10^6 glued headings", { times(1_000_000, "It was so, and it stayed so.[1]Next Part\n") }),
    ("10^6 markers", { times(1_000_000, "word[1] ") }),
    ("10^6 markers of many labels", { (0..<1_000_000).map { "w[\($0 % 999 + 1)]" }.joined() }),
    ("10^6 superscripts", { times(1_000_000, "word.¹² ") }),
    (
      "10^6 entries",
      { "# T\n\n## References\n\n" + (1...1_000_000).map { "\($0 % 9_999). B\n" }.joined() }
    ),
    ("10^6 footnotes", { (1...1_000_000).map { "a[^\($0)]\n\n[^\($0)]: Text\n\n" }.joined() }),
    ("10^6 definitions", { (1...1_000_000).map { "[l\($0)]: http://a.org\n" }.joined() }),
    ("10^5 nested brackets", { times(100_000, "[") + times(100_000, "]") }),
    ("10^6 open brackets", { times(1_000_000, "[") }),
    ("10^5 nested quotations", { times(100_000, "> ") + "a" }),
    ("10^6 open links", { times(1_000_000, "[a](b ") }),
    ("10^6 emphases", { times(1_000_000, "*a _b ") }),
    ("10^6 open tags", { times(1_000_000, "<a ") }),
    ("10^6 open comments", { times(1_000_000, "<!-- ") }),
    (
      "10^6 backticks of many lengths",
      { (0..<20_000).map { times($0 % 500 + 1, "`") + "a" }.joined() }
    ),
    ("10^6 rows", { "a|b\n-|-\n" + times(1_000_000, "|\n") }),
    ("10^6 short lines", { times(1_000_000, "Short line\n") }),
    ("10^6 items", { times(1_000_000, "- item\n") }),
    ("10^6 abbreviations", { times(1_000_000, "U.S. Dr. e.g. ") }),
    ("10^6 full stops", { times(1_000_000, ".") + times(1_000_000, " .") }),
    ("10^6 quotation marks", { times(1_000_000, "\"") + times(1_000_000, "”“") }),
    ("10^6 marks on one letter", { "e" + times(1_000_000, "\u{301}") }),
    ("10^6 joined emoji", { times(1_000_000, "👩\u{200D}") }),
    ("10^6 blank lines", { times(10_000_000, "\n") }),
    ("10^6 invalid bytes", { times(1_000_000, "words and words ") + "\u{FFFD}" }),
  ]

  /// One line for each text and format; false if one took longer than a minute.
  static func measure() -> Bool {
    var isWithin = true
    let splitter = PassageSplitter()
    for (name, make) in texts {
      let bytes = Array(make().utf8)
      for mediaType in MediaType.allCases {
        var outcome = ""
        let duration = ContinuousClock().measure {
          do throws(ReadingError) {
            let document = try DocumentReader.read(bytes, as: mediaType)
            outcome = "\(splitter.split(document).count) passages"
          } catch {
            outcome = error.message
          }
        }
        isWithin = isWithin && duration < limit
        let seconds = String(format: "%7.2f s", duration / .seconds(1))
        print("\(seconds)  \(name) as \(mediaType.rawValue): \(outcome)")
      }
    }
    return isWithin
  }
}
