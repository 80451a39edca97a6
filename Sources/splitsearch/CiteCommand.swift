// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CitationFormats
import PassageModel
import PassageSearch
import StandardStreams

/// The command `splitsearch cite ANCHOR|N`.
struct CiteCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Write a passage down as a citation that can be verified.",
    usage: "splitsearch cite [<options>] <anchor> | <number>",
    discussion: """
      Prints the quotation with its source and its anchor, and with what proves it later: the \
      digest of the file, the day, and how like it the likest other text in the index is. \
      splitsearch verify finds it again, also when the document was edited or moved.

      EXAMPLES:
        splitsearch peaceful coexistence
        splitsearch cite 1 >>notes.md              the first of these hits
        splitsearch cite 1 --quote "purges that eliminated loyal communists"
        splitsearch cite 1 --references            with the entries that it leans on
        splitsearch cite --as w3c 'papers/split.txt#char=9539,10623'
        splitsearch verify notes.md

      EXIT STATUS:
        0      it was written
        2      the index cannot be used, holds no such place, or not these words, or they are
               too long for a quotation
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(help: ArgumentHelp("An anchor, or the number of a hit.", valueName: "anchor"))
  var anchor: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "How to write it.",
      discussion: CitationFormat.names,
      valueName: "format"
    )
  )
  var format = CitationFormat.markdown

  @Option(
    help: ArgumentHelp(
      "Quote only these words of it.",
      discussion: "As they are written there, in whatever lines.",
      valueName: "words"
    )
  )
  var quote: String?

  @Flag(help: "Write the references down, too, that it leans on.")
  var references = false

  @OptionGroup var index: IndexOptions

  func answer() throws -> Int32 {
    let chosen = try HitChoice(anchor, index: index)
    let citer = Citer(indexPath: chosen.index, day: Today.date)
    let quotation = try citer.cite(chosen.anchor, quoting: quote)
    let writer = CitationWriter(format, withReferences: references)
    try StandardStream.output.write(writer.write(quotation))
    return ExitStatus.hits
  }
}

extension CitationFormat: ExpressibleByArgument {
  /// All of them, as one says it.
  static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "") + "."
  }
}
