// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Settings

/// The command line as people type it, for the completions of shells and for the manual.
///
/// The parser is always given a command's name (see ``Invocation``), so ``Splitsearch`` has no
/// options of its own. People leave out `search`: its options stand at the top.
struct Grammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "splitsearch",
    abstract: Splitsearch.configuration.abstract,
    version: Release.version,
    subcommands: Splitsearch.configuration.subcommands,
    defaultSubcommand: Splitsearch.configuration.defaultSubcommand
  )

  @OptionGroup var page: PageOptions
  @OptionGroup var style: StyleOptions
  @OptionGroup var index: IndexOptions
}
