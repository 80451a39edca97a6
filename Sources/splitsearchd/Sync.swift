// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import FolderWatch
internal import IndexerService
internal import PassageIndex
internal import Settings

/// Makes the index anew.
struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the index anew; the old one answers until the new one is whole.",
    discussion: """
      Reads every file of the folders again. End the service that keeps the index first. If a folder \
      cannot be read, the new index is thrown away and the old one stays.

      EXIT STATUS:
        0   the new index has taken the place of the old one
        2   it has not
      """
  )

  @OptionGroup var folderOptions: FolderOptions
  @OptionGroup var indexOptions: IndexOptions

  func run() async throws {
    let settings = try folderOptions.settings(indexOptions)
    try refuse(settings)
    try await rebuild(settings, isVerbose: folderOptions.verbose)
  }
}

/// Fills a new generation and publishes it.
func rebuild(_ settings: ServiceSettings, isVerbose: Bool) async throws {
  let writer = try IndexWriter(
    path: settings.indexPath,
    mode: settings.indexMode,
    opening: .rebuilding
  )
  // Half an index must not take the place of a whole one.
  try await sync(settings, into: writer, isVerbose: isVerbose, isDiscarded: \.isIncomplete) {
    try writer.publishGeneration()
  }
}

/// Refuses folders that cannot be meant, before there is an index of them.
func refuse(_ settings: ServiceSettings) throws {
  let index = try? FolderIdentity(of: Array(settings.indexPath.utf8))
  var reasons: [String] = []
  for folder in settings.folders {
    let identity: FolderIdentity
    do {
      identity = try FolderIdentity(of: Array(folder.path.utf8))
    } catch {
      reasons.append("\(folder.path): cannot be listed: \(error)")
      continue
    }
    if identity == index {
      throw ValidationError("\(folder.path) is the index; its documents must lie elsewhere")
    }
  }
  if index == nil, reasons.count == settings.folders.count {
    throw UnusableFolders(message: reasons.joined(separator: "; "))
  }
}

/// The folders, under the names that the index has for them.
func watchedFolders(
  _ settings: ServiceSettings,
  in writer: IndexWriter
) throws -> [IndexerService.WatchedFolder] {
  let setup = ServiceSetup(settings)
  return FolderNames.keep(
    setup.folders,
    chosen: setup.chosenNames,
    known: try writer.folders()
  )
}

extension ServiceSetup {
  /// What the settings say.
  init(_ settings: ServiceSettings) {
    self.init(
      folders: settings.folders.map { folder in
        IndexerService.WatchedFolder(
          name: folder.name,
          root: Array(folder.path.utf8),
          isPolled: folder.isPolled,
          language: folder.language
        )
      },
      chosenNames: Set(settings.folders.filter(\.isNameChosen).map(\.name)),
      indexPath: settings.indexPath,
      indexMode: settings.indexMode,
      options: SyncOptions(settings)
    )
  }
}

extension SyncOptions {
  /// The defaults, with what the settings say.
  init(_ settings: ServiceSettings) {
    self.init()
    maximumByteCount = settings.maximumFileSize
    memoryLimit = settings.memoryLimit
    bulkMakesWay = ServiceManager.isListening
  }
}

/// None of the folders can be used.
struct UnusableFolders: Error {
  let message: String
}

/// Syncs with progress, problems and summary; `publish` runs when all is in the index.
func sync(
  _ settings: ServiceSettings,
  into writer: IndexWriter,
  isVerbose: Bool,
  isDiscarded: (SyncReport) -> Bool = { _ in false },
  publish: () throws -> Void = {}
) async throws {
  let progress = ProgressLine()
  let clock = ContinuousClock()
  let start = clock.now
  let folders = try watchedFolders(settings, in: writer)
  let printer = SummaryPrinter(isVerbose: isVerbose)
  let report: SyncReport
  do {
    report = try await FolderSync.run(
      folders,
      into: writer,
      excluding: [Array(settings.indexPath.utf8)],
      options: SyncOptions(settings)
    ) { progress.show($0) }
    if !isDiscarded(report) { try publish() }
  } catch {
    progress.clear()
    throw error
  }
  progress.clear()
  try writer.close()
  if isDiscarded(report) {
    printer.printProblems(report)
    // Opening the index for writing removes what was not published.
    try IndexWriter(path: settings.indexPath).close()
    throw UnusableFolders(message: "the rebuild was discarded; the old index goes on")
  }
  let seconds = (clock.now - start) / .seconds(1)
  let reader = try IndexReader(path: settings.indexPath)
  printer.printProblems(report)
  try printer.printSummary(
    report,
    documents: try reader.documents().count { $0.failure == nil },
    passages: reader.passageCount,
    seconds: seconds
  )
  if report.isIncomplete { throw ExitCode(2) }
}
