// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Glibc

/// SIGTERM and SIGINT, as what they mean: come to an end, soon.
struct EndSignals {
  /// How long the end may take: service managers and people lose patience later.
  private static let patience = DispatchTimeInterval.milliseconds(4_500)

  private let sources: [any DispatchSourceSignal]

  /// Calls `end` with the name of each such signal.
  ///
  /// If the process is still there some seconds later, it ends without more ado: what is not
  /// committed by then is in the index with no part of it.
  init(end: @escaping @Sendable (String) -> Void) {
    sources = [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT")].map { number, name in
      // The source sees it all the same.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        end(name)
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { _exit(0) }
      }
      source.activate()
      return source
    }
  }

  /// Takes no more notice of them.
  func ignore() {
    for source in sources { source.cancel() }
  }
}
