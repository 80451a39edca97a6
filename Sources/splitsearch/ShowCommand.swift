// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PassageModel
import PassageSearch
import ResultPrinting
import StandardStreams

/// The command `splitsearch show ANCHOR|N`.
struct ShowCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a passage in its context.",
    usage: "splitsearch show [<options>] <anchor> | <number>",
    discussion: """
      Takes an anchor, or the number of a hit of the last search in this terminal, and prints \
      what stands there, marked with a bar, with the sentences before and behind it, its \
      headings and lines, and the references that it leans on. It shows the text as it was \
      indexed, and says so if the file was changed since.

      EXAMPLES:
        splitsearch peaceful coexistence
        splitsearch show 2                    the second of these hits
        splitsearch show --section 2          all that stands under its headings
        splitsearch show --open 2             the file itself, at that line
        splitsearch show 'papers/split.txt#line=10,12'

      EXIT STATUS:
        0      it was shown
        2      the index cannot be used, or holds no such place
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(help: ArgumentHelp("An anchor, or the number of a hit.", valueName: "anchor"))
  var anchor: String

  @Option(help: ArgumentHelp("How many sentences to show on both sides.", valueName: "sentences"))
  var context = 2

  @Flag(help: "Show all that stands under the same headings.")
  var section = false

  @Flag(
    help: ArgumentHelp(
      "Open the file at the place.",
      discussion: "In $VISUAL, $EDITOR or $PAGER, or else in less."
    )
  )
  var open = false

  @OptionGroup var style: StyleOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard (0...1000).contains(context) else {
      throw ValidationError("'--context' is \(context); it must be 0 to 1000")
    }
    guard !(open && style.json) else {
      throw ValidationError("'--open' and '--json' exclude one another")
    }
  }

  func answer() throws -> Int32 {
    let chosen = try HitChoice(anchor, index: index)
    let citer = Citer(indexPath: chosen.index, day: Today.date)
    let place = try citer.show(chosen.anchor, in: section ? .section : .sentences(context))
    // With --open this ends here: the program takes over.
    if open { try SourceOpening(place.quotation).run() }
    if style.json {
      try StandardStream.output.write(try JSONPrinter().line(for: place) + "\n")
    } else {
      let printer = PlacePrinter(
        columns: StandardStream.output.columns,
        isColored: style.color.isColored(StandardStream.output)
      )
      try StandardStream.output.write(printer.text(place))
    }
    if place.isBehind {
      try StandardStream.error.write(
        "the file was changed after it was indexed: this is its text as it was then\n"
      )
    }
    return ExitStatus.hits
  }
}
