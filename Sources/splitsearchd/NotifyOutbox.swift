// SPDX-License-Identifier: GPL-3.0-or-later

internal import CServiceManager
internal import Dispatch
internal import Synchronization

/// Sends messages to the service manager, one after the other.
///
/// By a thread of its own: where nobody empties the socket, sending waits, and the work must not.
final class NotifyOutbox: Sendable {
  private struct State {
    var messages: [String] = []
    var isSending = false
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "splitsearch.NotifyOutbox")

  /// Sends `message` as soon as those before it are sent.
  ///
  /// Of several that tell the same kind of thing and still wait, only the last is sent.
  func send(_ message: String) {
    let isIdle = state.withLock { state in
      let kind = message.prefix { $0 != "=" }
      if kind == "STATUS" || message == state.messages.last {
        state.messages.removeAll { $0.prefix { $0 != "=" } == kind }
      }
      state.messages.append(message)
      defer { state.isSending = true }
      return !state.isSending
    }
    if isIdle { queue.async { self.sendAll() } }
  }

  /// Waits until all is sent, but not for one that does not listen.
  func finish() {
    let isSent = DispatchSemaphore(value: 0)
    queue.async { isSent.signal() }
    _ = isSent.wait(timeout: .now() + .seconds(1))
  }

  private func sendAll() {
    while let message = next() {
      // Whoever does not listen misses nothing: it stands in the log and the status file, too.
      sd_notify(0, message)
    }
  }

  private func next() -> String? {
    state.withLock { state in
      guard !state.messages.isEmpty else {
        state.isSending = false
        return nil
      }
      return state.messages.removeFirst()
    }
  }
}
