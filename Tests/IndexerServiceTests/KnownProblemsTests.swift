// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@testable import IndexerService

struct `Known problems` {
  private func problem(_ path: String, _ severity: SyncProblem.Severity) -> SyncProblem {
    SyncProblem(severity, folder: "documents", path: RelativePath(path), reason: "for a reason")
  }

  private func place(_ path: String) -> DocumentPlace {
    DocumentPlace(folder: "documents", path: RelativePath(path))
  }

  /// What events say: `+` for what is new, `-` for what is well again.
  private func describe(_ events: [ServiceEvent]) -> [String] {
    events.map { event in
      switch event {
      case .problem(let problem): "+\(problem.path)"
      case .recovered(let problem): "-\(problem.path)"
      default: "?"
      }
    }.sorted()
  }

  @Test
  func `each thing is told once, and once when it is well`() {
    var problems = KnownProblems()
    let refused = problem("a.bin", .refusedFile)
    #expect(describe(problems.note(refused, at: place("a.bin"))) == ["+a.bin"])
    #expect(describe(problems.note(refused, at: place("a.bin"))) == [])
    #expect(describe(problems.note(problem("b.txt", .damagedFile), at: place("b.txt"))) == [])
    #expect(problems.all.count == 1)
    #expect(describe(problems.note(nil, at: place("a.bin"))) == ["-a.bin"])
    #expect(describe(problems.note(nil, at: place("a.bin"))) == [])
  }

  @Test
  func `a look tells of what is within it, but for what is still open`() {
    var problems = KnownProblems()
    _ = problems.take(
      [problem("x", .unreadableFolder), problem("y/a", .refusedFile)],
      at: [place("")]
    )
    #expect(problems.unreadableFolders == [place("x")])
    #expect(describe(problems.take([], at: [place("y")]) { _ in true }) == [])
    #expect(describe(problems.take([], at: [place("x")])) == ["-x"])
    #expect(problems.unreadableFolders.isEmpty)
    #expect(describe(problems.take([], at: [place("")])) == ["-y/a"])
  }
}
