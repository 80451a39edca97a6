// SPDX-License-Identifier: GPL-3.0-or-later

import FolderWatch
import Glibc
import PassageModel
import Testing

@testable import IndexerService

@Suite struct `Preparer pool` {
  private func job(_ path: String, isPrompt: Bool) -> PreparationJob {
    var job = PreparationJob(
      place: DocumentPlace(folder: "documents", path: RelativePath(path)),
      absolutePath: Array("/nowhere/\(path)".utf8),
      state: FileState(stat()),
      isNew: true
    )
    job.isPrompt = isPrompt
    return job
  }

  private var options: SyncOptions {
    var options = SyncOptions()
    options.preparerCount = 2
    return options
  }

  @Test func `has one preparer more than a flood may have`() throws {
    var pool = PreparerPool(options) { _ in }
    for number in 0..<2 {
      let job = job("\(number)", isPrompt: false)
      #expect(pool.mayBegin(job))
      pool.begin(job, at: .now)
    }
    #expect(!pool.mayBegin(job("2", isPrompt: false)))
    #expect(pool.isFree)
    pool.begin(job("3", isPrompt: true), at: .now)
    #expect(!pool.isFree)
  }

  @Test func `takes no more notice of what another has in hand than of what is stuck`() throws {
    var old = PreparerPool(options) { _ in }
    let jobs = (0..<3).map { job("\($0)", isPrompt: $0 == 0) }
    for job in jobs { old.begin(job, at: .now) }
    var pool = PreparerPool(options, takingOver: old) { _ in }
    #expect(pool.stuckCount == 3)
    #expect(pool.deadline == nil && pool.effort == .zero)
    // As many may be at work as in a new one.
    for number in 3..<6 { pool.begin(job("\(number)", isPrompt: number == 3), at: .now) }
    #expect(!pool.isFree)
    for job in jobs { pool.end(job) }
    #expect(pool.stuckCount == 0 && !pool.isFree)
  }

  @Test func `replaces those that take long`() throws {
    var pool = PreparerPool(options) { _ in }
    let now = ContinuousClock.now
    pool.begin(job("old", isPrompt: true), at: now - .seconds(60))
    pool.begin(job("new", isPrompt: false), at: now)
    #expect(pool.replaceStuck(at: now).map(\.path) == [RelativePath("old")])
    #expect(pool.stuckCount == 1)
    #expect(pool.replaceStuck(at: now).isEmpty)
  }
}
