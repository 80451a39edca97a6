// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import PassageIndex
internal import Settings

/// Keeps the index equal to the folders until the process is told to end.
func serve(
  _ settings: ServiceSettings,
  into writer: sending IndexWriter,
  isVerbose: Bool
) async throws {
  let folders = try watchedFolders(settings, in: writer)
  let progress = ProgressLine()
  let log = ServiceLog(folders: folders, isVerbose: isVerbose)
  let service = try IndexService(
    folders,
    into: writer,
    excluding: [Array(settings.indexPath.utf8)],
    options: SyncOptions(settings)
  ) { event in
    progress.clear()
    log.write(event)
  }
  let running = Task { try await service.run { progress.show($0) } }
  let signals = EndSignals { name in
    progress.clear()
    log.write("\(name): ending")
    running.cancel()
  }
  defer { signals.ignore() }
  do {
    try await running.value
  } catch {
    progress.clear()
    throw error
  }
  log.write("ended; all that was taken in is in the index")
}
