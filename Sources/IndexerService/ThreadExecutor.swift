// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch

/// Runs an actor on a thread of its own.
///
/// For actors that wait for disks: on the shared threads, which are as few as the processors, two
/// files that cannot be read would keep the whole process from going on.
final class ThreadExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// Makes an executor; `name` shows in debuggers.
  init(_ name: String) {
    queue = DispatchQueue(label: "splitsearch.\(name)")
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
