// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Glibc
internal import ServiceLifecycle

/// Sees to it that an end that was asked for comes soon.
struct EndingService: Service {
  /// How long the end may take: service managers and people lose patience later.
  private static let patience = DispatchTimeInterval.milliseconds(4_500)

  /// Called when the end is asked for.
  let begin: @Sendable () -> Void

  /// Waits for the end to be asked for.
  ///
  /// If the process is still there some seconds later, it ends without more ado: what is not
  /// committed by then is in the index with no part of it.
  func run() async throws {
    try await gracefulShutdown()
    // First: who is told may not read.
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { _exit(0) }
    begin()
  }
}
