// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import CAllocator
internal import PassageIndex
internal import Settings
internal import StandardStreams

/// The service's command line.
@main
struct Daemon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "splitsearchd",
    abstract: "Keep an index equal to folders of documents.",
    usage: """
      splitsearchd [<options>]
      splitsearchd <subcommand> [<options>]
      """,
    discussion: """
      Documents are only read. New, changed, renamed and deleted files are taken
      in; what cannot be read is named, with the reason, and the rest goes on.
      It goes on watching the folders until SIGTERM or SIGINT (Ctrl-C), or ends
      when all is in with --once. SIGHUP makes it read its configuration again.

      EXAMPLES:
        splitsearchd                   ~/Documents, or what the configuration says
        splitsearchd --documents ~/papers --documents ~/notes
        splitsearchd --once            sync and end, for a timer
        splitsearchd check             is the index sound?
        splitsearchd rebuild           make it anew, from the same folders
        splitsearchd export | sort     all that it holds

      EXIT STATUS:
        0   all done, or ended by a signal; files that could not be read have
            been named
        2   a folder (with --once) or the index cannot be used
        64  the call was wrong
        71  the system has no means to watch folders left
        78  the configuration is
      """,
    version: "splitsearchd \(Release.version)",
    subcommands: [Check.self, Rebuild.self, Export.self]
  )

  @Flag(help: "Sync the folders into the index and end, without watching them.")
  var once = false

  @Option(
    help: ArgumentHelp(
      "The file that tells how the service stands.",
      discussion: """
        Default: $SPLITSEARCH_STATUS, else in $RUNTIME_DIRECTORY; without it in \
        $XDG_RUNTIME_DIR/splitsearch, or in the index; with --system in /run/splitsearch.
        """,
      valueName: "file"
    ),
    completion: .file()
  )
  var status: String?

  @OptionGroup var folderOptions: FolderOptions
  @OptionGroup var indexOptions: IndexOptions

  func run() async throws {
    let settings = try folderOptions.settings(indexOptions, status: status)
    let isVerbose = folderOptions.verbose
    try refuse(settings)
    guard once else {
      return try await serve(settings, isVerbose: isVerbose) {
        [folderOptions, indexOptions, status] in
        let settings = try folderOptions.settings(indexOptions, status: status)
        try refuse(settings)
        return settings
      }
    }
    do {
      let writer = try IndexWriter(path: settings.indexPath, mode: settings.indexMode)
      try await sync(settings, into: writer, isVerbose: isVerbose)
    } catch let error as IndexError where error.code == .outdatedVersion {
      LogLine.write("\(error.message): it is made anew", .notice)
      try await rebuild(settings, isVerbose: isVerbose)
    }
  }

  static func main() async {
    // Naming one of its functions makes the linker keep the allocator: Xapian makes many small
    // objects, and indexing is about a quarter faster with it.
    mi_version()
    StandardStream.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.exit(for: error)
    }
  }
}
