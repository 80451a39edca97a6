// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PassageModel
import PassageSearch
import ResultPrinting
import StandardStreams

/// The command `splitsearch batch FILE`.
struct BatchCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answer many queries with one JSON object a line.",
    usage: "splitsearch batch [<options>] <file>",
    discussion: """
      Each line of the file is a name for the query, a tab and the query. The answers come in the \
      same order, each with its "qid". A line that is not like this gets an object with "error", \
      and the batch goes on.

      EXAMPLES:
        splitsearch batch -n 100 questions.tsv > answers.jsonl
        printf 'q1\\tpeaceful coexistence\\n' | splitsearch batch -

      EXIT STATUS:
        0      something was found for one query at least
        1      nothing was found
        2      the index cannot be used
        65     a line of the file is wrong; the others were answered
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(
    help: ArgumentHelp("The file of queries; - for standard input.", valueName: "file"),
    completion: .file()
  )
  var file: String

  @OptionGroup var page: PageOptions

  @Flag(help: "Print JSON, as a batch always does.")
  var json = false

  @OptionGroup var index: IndexOptions

  func answer() throws -> Int32 {
    var lines = try LineReader(path: file)
    let searcher = try index.openSearcher()
    let printer = JSONPrinter()
    var status = ExitStatus.noHits
    while let line = try lines.next() {
      let (qid, query) = Self.split(line)
      do {
        guard let query else { throw Self.malformed }
        let found = try searcher.search(page.request(query))
        try StandardStream.output.write(try printer.line(for: found, qid: qid) + "\n")
        if status == ExitStatus.noHits, !found.hits.isEmpty { status = ExitStatus.hits }
      } catch let error where error is Failure || error is SearchError {
        let failure = Failure(error)
        try StandardStream.output.write(try printer.line(for: failure.printed, qid: qid) + "\n")
        // An index that fails is worse news than a line that is wrong.
        if failure.status == ExitStatus.unusable { status = ExitStatus.unusable }
        if status != ExitStatus.unusable { status = ExitStatus.data }
      }
    }
    return status
  }

  /// The name and the query; no query where there is no tab or nothing behind it.
  private static func split(_ line: String) -> (qid: String, query: String?) {
    guard let tab = line.firstIndex(of: "\t") else { return (line, nil) }
    let query = String(line[line.index(after: tab)...])
    return (String(line[..<tab]), query.allSatisfy(\.isWhitespace) ? nil : query)
  }

  private static let malformed = Failure(
    status: ExitStatus.data,
    code: "malformed-line",
    message: "the line is not a name, a tab and a query"
  )
}
