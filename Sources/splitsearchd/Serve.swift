// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import Logging
internal import ServiceLifecycle
internal import Settings
internal import UnixSignals

/// Keeps the index equal to the folders until the process is told to end.
///
/// - Parameters:
///   - settings: what is kept equal to what.
///   - isVerbose: whether every file that was left alone is named.
///   - readSettings: reads the settings again.
/// - Throws: an `IndexError` if the index cannot be opened, or what was done last not committed.
func serve(
  _ settings: ServiceSettings,
  isVerbose: Bool,
  readSettings: @escaping @Sendable () throws -> ServiceSettings
) async throws {
  let progress = ProgressLine()
  let log = ServiceLog(isVerbose: isVerbose)
  let status = StatusFile(settings)
  let service = try IndexService(ServiceSetup(settings)) { event in
    progress.clear()
    log.write(event)
  } show: { current in
    status.write(current)
    progress.show(current)
  }
  let reloading = ReloadService(settings, readSettings: readSettings) { result in
    progress.clear()
    switch result {
    case .success(let settings):
      log.write("the configuration was read again")
      service.reload(ServiceSetup(settings))
    case .failure(let error):
      log.write("the configuration was not taken over, the old one goes on: \(error.message)")
    }
  }
  let ending = EndingService {
    progress.clear()
    log.write("ending")
  }
  let group = ServiceGroup(
    configuration: ServiceGroupConfiguration(
      // They are told to end in the reverse order.
      services: [reloading, service, ending],
      gracefulShutdownSignals: [.sigterm, .sigint],
      // What there is to say is said by the log of our own.
      logger: Logger(label: "splitsearchd") { _ in SwiftLogNoOpLogHandler() }
    )
  )
  try await group.run()
  progress.clear()
}
