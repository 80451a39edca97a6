// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import IndexerService
internal import Logging
internal import ResultPrinting
internal import ServiceLifecycle
internal import Settings
internal import Synchronization
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
  let isReady = Atomic<Bool>(false)
  // Until somebody listens: a hangup would end the process.
  signal(SIGHUP, SIG_IGN)
  let service = try IndexService(ServiceSetup(settings)) { event in
    progress.clear()
    log.write(event)
    if case .seeing = event {
      isReady.store(true, ordering: .relaxed)
      ServiceManager.tellReady()
    }
  } show: { current in
    status.write(current)
    progress.show(current)
    ServiceManager.tell(current)
  }
  let reloading = ReloadService(settings, readSettings: readSettings) { result in
    progress.clear()
    let isReady = isReady.load(ordering: .relaxed)
    if isReady { ServiceManager.tellReloading() }
    switch result {
    case .success(let settings):
      LogLine.write("the configuration was read again", .notice)
      service.reload(ServiceSetup(settings))
    case .failure(let error):
      let message = "the configuration was not taken over, the old one goes on: \(error.message)"
      LogLine.write(message, .error)
      if isReady { ServiceManager.tellReady() }
    }
  }
  let ending = EndingService {
    ServiceManager.tellStopping()
    progress.clear()
    LogLine.write("ending", .notice)
  }
  let watchdog = WatchdogService(service) {
    isReady.load(ordering: .relaxed)
  } tellHung: { motion, time in
    let seconds = time / .seconds(1)
    LogLine.write("\(motion) for \(Amount.duration(seconds: seconds))", .error)
  }
  let group = ServiceGroup(
    configuration: ServiceGroupConfiguration(
      // They are told to end in the reverse order.
      services: [watchdog, reloading, service, ending],
      gracefulShutdownSignals: [.sigterm, .sigint],
      // What there is to say is said by the log of our own.
      logger: Logger(label: "splitsearchd") { _ in SwiftLogNoOpLogHandler() }
    )
  )
  defer { ServiceManager.finish() }
  try await group.run()
  progress.clear()
}
