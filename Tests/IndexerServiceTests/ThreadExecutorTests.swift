// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

@testable import IndexerService

/// Runs what it is asked on a thread of its own.
private actor Worker {
  private let executor: ThreadExecutor

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(_ name: String, _ urgency: ThreadExecutor.Urgency) {
    executor = ThreadExecutor(name, urgency)
  }

  var thread: Int? { CurrentThread.number }
  var traffic: Int { executor.traffic }

  /// How the kernel schedules this thread, and under which name.
  func scheduling() throws -> (policy: Int32, name: String) {
    (sched_getscheduler(0), try contents("/proc/thread-self/comm"))
  }
}

@Suite struct `A thread executor` {
  @Test func `keeps to one thread, with its name`() async throws {
    let worker = Worker("a long enough name", .prompt)
    let first = try #require(await worker.thread)
    for _ in 0..<100 {
      #expect(await worker.thread == first)
      await Task.yield()
    }
    let scheduling = try await worker.scheduling()
    #expect(scheduling.policy == SCHED_OTHER)
    #expect(scheduling.name == "a long enough n\n")
  }

  @Test func `leaves the processor to others where asked`() async throws {
    // 5: SCHED_IDLE.
    #expect(try await Worker("idle", .idle).scheduling().policy == 5)
  }

  @Test func `knows what its thread has read`() async throws {
    let worker = Worker("reader", .prompt)
    let before = await worker.traffic
    _ = try await worker.scheduling()
    #expect(await worker.traffic > before)
  }

  @Test func `ends its thread with the last reference`() async throws {
    let thread = try #require(await Worker("short", .prompt).thread)
    while FileManager.default.fileExists(atPath: "/proc/self/task/\(thread)") { await Task.yield() }
  }
}

private func contents(_ path: String) throws -> String {
  let handle = try #require(FileHandle(forReadingAtPath: path))
  return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
}
