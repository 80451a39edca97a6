// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PassageModel
import PassageSearch
import Settings
import StandardStreams

/// The command `splitsearch similar ANCHOR|N`.
struct SimilarCommand: ClientCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find passages that are like one.",
    usage: "splitsearch similar [<options>] <anchor> | <number>",
    discussion: """
      Takes an anchor as a search prints it, or the number of a hit of the last search in this \
      terminal, and looks for passages with the same telling words. An anchor without a place \
      stands for the whole document.

      EXAMPLES:
        splitsearch peaceful coexistence
        splitsearch similar 2                 like the second of these
        splitsearch similar 'papers/split.txt#char=9539,10623'
        splitsearch search similar triangles  search for these words

      EXIT STATUS:
        0      something was found
        1      nothing was found
        2      the index cannot be used, or holds no such passage
        64-78  the call or the configuration is wrong (sysexits.h)
      """
  )

  @Argument(help: ArgumentHelp("An anchor, or the number of a hit.", valueName: "anchor"))
  var anchor: String

  @OptionGroup var page: PageOptions

  @OptionGroup var style: StyleOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Int32 {
    let chosen = try HitChoice(anchor, index: index)
    let searcher = Searcher(indexPath: chosen.index)
    return try style.print(try searcher.similar(to: chosen.anchor, page.request(chosen.written)))
  }
}
