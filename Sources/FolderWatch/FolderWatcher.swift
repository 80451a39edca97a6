// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Glibc
internal import Synchronization

/// Tells which places in any number of folders may have changed.
///
/// A folder is watched from when `watch` is called for it, best just before it is listed; what is
/// made below it is told as a dirty place, for the caller to list and watch in turn. Changes are
/// handed on when they have come to rest. A thread of its own waits in the kernel: nothing runs
/// while nothing happens.
package final class FolderWatcher: Sendable {
  /// Yields whenever `takeChanges` has something to give, or a time that `wake` named has come; ends
  /// with `stop`.
  package let signals: AsyncStream<Void>

  private struct State {
    var table: WatchTable
    var mounts = MountTable()
    var settling = Settling()
    var ready = FolderChanges()
    var wakes: [String: ContinuousClock.Instant] = [:]
    var isStopped = false
  }

  private let state: Mutex<State>
  private let signal: AsyncStream<Void>.Continuation
  /// Where the kernel's events are read.
  private let descriptor: Int32
  /// Where the kernel tells that something was mounted.
  private let mounts: Int32
  /// What wakes the thread for anything else: a pipe's two ends.
  private let (bell, bellPull): (Int32, Int32)

  /// Makes a watcher of no folders yet.
  ///
  /// - Throws: what the system says if there can be no more of them.
  package init() throws(SystemError) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw .last }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      let error = SystemError.last
      close(descriptor)
      throw error
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (bell, bellPull) = (ends[0], ends[1])
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    let state = State(table: WatchTable(descriptor: descriptor))
    mounts = state.mounts.descriptor
    self.state = Mutex(state)
    DispatchQueue(label: "splitsearch.FolderWatcher").async { self.wait() }
  }

  deinit {
    close(bell)
    close(bellPull)
    close(mounts)
    close(descriptor)
  }

  /// How many folders are watched.
  package var watchCount: Int { state.withLock { $0.table.count } }

  /// How many folders are watched in the watched folder `root`.
  package func watchCount(in root: [UInt8]) -> Int {
    state.withLock { $0.table.count(in: root) }
  }

  /// How often the system lost events: everything is dirty then.
  package var overflowCount: Int { state.withLock { $0.table.overflowCount } }

  /// Whether there are changes that have not come to rest, or will be told within a second.
  package var holdsChanges: Bool {
    state.withLock { $0.settling.deadline.map { $0 < .now + .seconds(1) } ?? false }
  }

  /// Watches the folder at `place`, but none below it.
  ///
  /// - Throws: what the system says; `isWatchLimit` if it allows no more watches.
  package func watch(_ place: DirtyPlace) throws(SystemError) {
    try state.withLock { (state) throws(SystemError) in try state.table.watch(place) }
  }

  /// Makes `place` dirty after `delay`, whatever happens until then.
  package func lookAgain(at place: DirtyPlace, after delay: Duration) {
    state.withLock { $0.settling.add(place, due: .now + delay) }
    ring()
  }

  /// Makes `signals` yield after `delay`.
  ///
  /// - Parameters:
  ///   - delay: how long from now.
  ///   - reason: of each reason the last call counts.
  package func wake(after delay: Duration, for reason: String) {
    let isNews = state.withLock { state in
      let due = ContinuousClock.now + delay
      let isNews = state.wakes.values.allSatisfy { due < $0 }
      state.wakes[reason] = due
      return isNews
    }
    if isNews { ring() }
  }

  /// Gives up all watches in the watched folder `root`.
  package func forget(_ root: [UInt8]) {
    state.withLock { state in
      state.table.forget(root)
      state.settling.forget(root)
    }
  }

  /// All changes that have come to rest and that were not taken yet, no place below another.
  package func takeChanges() -> FolderChanges {
    state.withLock { state in
      defer { state.ready = FolderChanges() }
      return state.ready.outermost()
    }
  }

  /// Ends the watching.
  package func stop() {
    state.withLock { $0.isStopped = true }
    ring()
  }

  /// Takes events as if the kernel had told them.
  func take(_ events: [InotifyEvent]) {
    state.withLock { state in
      for event in events { state.settling.add(state.table.take(event), at: .now) }
    }
    ring()
  }

  private func ring() {
    // If the pipe is full, the bell is ringing.
    _ = write(bellPull, [0], 1)
  }

  // MARK: The thread

  private func wait() {
    while let deadline = handOn() {
      var descriptors = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
        pollfd(fd: mounts, events: Int16(POLLPRI), revents: 0),
      ]
      poll(&descriptors, 3, Self.milliseconds(until: deadline))
      if descriptors[2].revents & Int16(POLLPRI) != 0 { takeMounts() }
      _ = bytes(from: bell, atMost: 4_096)
      let events = InotifyEvent.parse(bytes(from: descriptor, atMost: 65_536))
      guard !events.isEmpty else { continue }
      let now = ContinuousClock.now
      state.withLock { state in
        for event in events { state.settling.add(state.table.take(event), at: now) }
      }
    }
    signal.finish()
  }

  private func takeMounts() {
    state.withLock { state in
      var changes = FolderChanges()
      changes.insert(state.table.places(changedByMountsAt: state.mounts.takeChanges()))
      state.settling.add(changes, at: .now)
    }
  }

  /// Hands on what has come to rest, and says when there will be more: nil in the inner optional
  /// if nothing is held, in the outer one if watching is over.
  private func handOn() -> ContinuousClock.Instant?? {
    let (deadline, isReady) = state.withLock { state in
      let now = ContinuousClock.now
      state.ready.append(state.settling.take(at: now))
      let isAwake = state.wakes.values.contains { $0 <= now }
      state.wakes = state.wakes.filter { $0.value > now }
      let next = [state.settling.deadline, state.wakes.values.min()].compactMap(\.self).min()
      let deadline: ContinuousClock.Instant?? = state.isStopped ? .none : .some(next)
      return (deadline, isAwake || !state.ready.isEmpty)
    }
    if isReady { signal.yield() }
    return deadline
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = (deadline - .now) / .milliseconds(1)
    return Int32(min(max(left.rounded(.up), 0), 3_600_000))
  }

  private func bytes(from descriptor: Int32, atMost limit: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(read(descriptor, buffer.baseAddress, buffer.count), 0)
    }
  }
}
