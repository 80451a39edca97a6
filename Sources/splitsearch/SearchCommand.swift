// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import PassageModel
import PassageSearch
import ResultPrinting
import Settings
import StandardStreams

/// The command `splitsearch QUERY…`, in full `splitsearch search QUERY…`.
struct SearchCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search documents for passages that can be cited.",
    usage: """
      splitsearch [<options>] <query> ...
      splitsearch show [<options>] <anchor> | <number>
      splitsearch cite [<options>] <anchor> | <number>
      splitsearch verify [<options>] <file> ... | -
      splitsearch references [<options>] <document> | <number>
      splitsearch similar [<options>] <anchor> | <number>
      splitsearch batch [<options>] <file>
      splitsearch status [<options>]
      splitsearch help [<command> | query]
      """,
    discussion: """
      Prints the passages that answer the query, the best first. Under each title stand the \
      place, the anchor to cite it by, the sentences that match, and the document's own \
      references that the passage leans on.

      EXAMPLES:
        splitsearch peaceful coexistence      passages about these words
        splitsearch '"peaceful coexistence"'  exactly this phrase: double quotes
                                              inside the argument
        splitsearch -n 3 treaty of rome       the best three only
        splitsearch peace -war                without passages that say war
        splitsearch --facets type,lang peace  how many passages of which type and
                                              language
        splitsearch help query                all that a query may hold
        splitsearch -- --json                 what follows -- is no option
        splitsearch search status of forces   a query that begins with the name of
                                              a command: search, batch, status, help,
                                              show, cite, verify, references or
                                              similar
        splitsearch --json détente | jq       for programs
        splitsearch show 2                    the second hit in its context
        splitsearch cite 2 >>notes.md         write it down, to be verified later
        splitsearch verify notes.md           do my quotations still stand?
        splitsearch references 2              what its document leans on
        splitsearch similar 2                 passages like the second hit
        splitsearch batch questions.tsv       many queries at once
        splitsearch status                    how the index and its service stand

      EXIT STATUS:
        0      something was found
        1      nothing was found
        2      the index cannot be used
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(help: ArgumentHelp("What to search for.", valueName: "query"))
  var words: [String] = []

  @OptionGroup var page: PageOptions

  @OptionGroup var style: StyleOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Int32 {
    let query = words.joined(separator: " ")
    guard !query.allSatisfy(\.isWhitespace) else { throw Failure.emptyQuery() }
    let place = try index.settings().indexPath
    let found = try Searcher(indexPath: place).search(page.request(query))
    LastSearch.keep(found, of: place)
    return try style.print(found)
  }
}

extension StyleOptions {
  /// Prints what was found, and says with which status to exit.
  func print(_ found: ResultPage) throws -> Int32 {
    if json {
      try StandardStream.output.write(try JSONPrinter().line(for: found) + "\n")
    } else {
      try printText(found)
    }
    return found.hits.isEmpty ? ExitStatus.noHits : ExitStatus.hits
  }

  /// Hits go to standard output, what there is to say about them to standard error.
  private func printText(_ found: ResultPage) throws {
    let printer = TextPrinter(
      columns: StandardStream.output.columns,
      isColored: color.isColored(StandardStream.output)
    )
    let printed = [printer.hits(found), printer.facets(found)].filter { !$0.isEmpty }
    try StandardStream.output.write(printed.joined(separator: "\n"))
    let remarks = printer.remarks(found)
    guard !remarks.isEmpty else { return }
    let isBelowHits = StandardStream.output.isTerminal && !printed.isEmpty
    let text = remarks.joined(separator: "\n") + "\n"
    try StandardStream.error.write(isBelowHits ? "\n" + text : text)
  }
}

/// How to print the hits.
struct StyleOptions: ParsableArguments {
  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto
}

/// When to use colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// - SeeAlso: no-color.org.
  func isColored(_ output: StandardStream) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: output.isTerminal && !isSet("NO_COLOR") && !isSet("TERM", to: "dumb")
    }
  }

  private func isSet(_ name: String, to value: String? = nil) -> Bool {
    guard let found = getenv(name).map({ String(cString: $0) }) else { return false }
    return value.map { $0 == found } ?? !found.isEmpty
  }
}
