// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// How long a thread ran, and how long it waited while others did.
struct ProcessorTime: Hashable {
  var running = Duration.zero
  var waiting = Duration.zero
}

// What the kernel counts of a thread; nothing where it does not count.
extension ThreadExecutor {
  /// What the thread has read and written since it began: bytes and system calls, added up.
  ///
  /// - SeeAlso: proc(5), `/proc/PID/io`.
  var traffic: Int {
    account("io").split(separator: "\n").reduce(0) { sum, line in
      sum &+ (line.split(separator: " ").last.flatMap { Int($0) } ?? 0)
    }
  }

  /// How long the thread had the processor since it began, and how long it waited for it.
  ///
  /// - SeeAlso: the kernel's Documentation/scheduler/sched-stats.rst, `/proc/PID/schedstat`.
  var processorTime: ProcessorTime {
    let numbers = account("schedstat").split(separator: " ").compactMap { Int64($0) }
    guard numbers.count >= 2 else { return ProcessorTime() }
    return ProcessorTime(running: .nanoseconds(numbers[0]), waiting: .nanoseconds(numbers[1]))
  }

  private func account(_ name: String) -> String {
    let file = open("/proc/self/task/\(threadNumber)/\(name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = read(file, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
  }
}
