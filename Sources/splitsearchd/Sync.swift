// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import IndexerService
internal import PassageIndex
internal import Settings

/// Makes the index anew.
struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the index anew; the old one answers until the new one is whole."
  )

  @OptionGroup var folderOptions: FolderOptions
  @OptionGroup var indexOptions: IndexOptions

  func run() async throws {
    let settings = try folderOptions.settings(indexOptions)
    let writer = try IndexWriter(path: settings.indexPath, rebuilding: true)
    try await sync(settings, into: writer, isVerbose: folderOptions.verbose) { report in
      // Half an index must not take the place of a whole one.
      if !report.isIncomplete { try writer.publishGeneration() }
    }
  }
}

/// Syncs with progress, problems and summary; `publish` runs when all is in the index.
func sync(
  _ settings: ServiceSettings,
  into writer: IndexWriter,
  isVerbose: Bool,
  publish: (SyncReport) throws -> Void = { _ in }
) async throws {
  let progress = ProgressLine()
  let clock = ContinuousClock()
  let start = clock.now
  var options = SyncOptions()
  options.maximumByteCount = settings.maximumFileSize
  let report: SyncReport
  do {
    report = try await FolderSync.run(
      settings.folders.map {
        IndexerService.WatchedFolder(name: $0.name, root: Array($0.path.utf8))
      },
      into: writer,
      excluding: [Array(settings.indexPath.utf8)],
      options: options
    ) { progress.show($0) }
    try publish(report)
  } catch {
    progress.clear()
    throw error
  }
  progress.clear()
  try writer.close()
  let seconds = (clock.now - start) / .seconds(1)
  let reader = try IndexReader(path: settings.indexPath)
  let printer = SummaryPrinter(isVerbose: isVerbose)
  printer.printProblems(report)
  try printer.printSummary(
    report,
    documents: try reader.documents().count { $0.failure == nil },
    passages: reader.passageCount,
    seconds: seconds
  )
  if report.isIncomplete { throw ExitCode(2) }
}
