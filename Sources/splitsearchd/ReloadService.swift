// SPDX-License-Identifier: GPL-3.0-or-later

internal import ServiceLifecycle
internal import Settings
internal import UnixSignals

/// Reads the settings again at each SIGHUP.
struct ReloadService: Service {
  private let first: ServiceSettings
  private let readSettings: @Sendable () throws -> ServiceSettings
  private let take: @Sendable (Result<ServiceSettings, SettingsError>) -> Void

  /// Makes a service.
  ///
  /// - Parameters:
  ///   - first: the settings that the process began with.
  ///   - readSettings: reads them.
  ///   - take: called with the new settings, or with what is wrong with them.
  init(
    _ first: ServiceSettings,
    readSettings: @escaping @Sendable () throws -> ServiceSettings,
    take: @escaping @Sendable (Result<ServiceSettings, SettingsError>) -> Void
  ) {
    self.first = first
    self.readSettings = readSettings
    self.take = take
  }

  /// Waits for signals until the end.
  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    for await _ in signals.cancelOnGracefulShutdown() { take(settings()) }
  }

  private func settings() -> Result<ServiceSettings, SettingsError> {
    do {
      let settings = try readSettings()
      guard settings.indexPath == first.indexPath, settings.statusPath == first.statusPath else {
        let message = "another place of the index or the status needs a restart"
        return .failure(SettingsError(kind: .configuration, message: message))
      }
      guard !settings.areFoldersDefault || first.areFoldersDefault else {
        // A file that is just being written may be empty: the documents must not go for that.
        let message = "it names no folder any more; to go back to the default takes a restart"
        return .failure(SettingsError(kind: .configuration, message: message))
      }
      return .success(settings)
    } catch let error as SettingsError {
      return .failure(error)
    } catch {
      return .failure(SettingsError(kind: .configuration, message: "\(error)"))
    }
  }
}
