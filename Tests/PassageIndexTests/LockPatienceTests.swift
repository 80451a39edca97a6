// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageIndex
import TestSupport
import Testing

struct `A lock held in passing` {
  /// A child holds its parent's locks from fork to exec; the next writer must outwait it.
  @Test
  func `a writer opens again while another thread starts processes`() async throws {
    try await withTemporaryFolder { folder in
      let index = folder.appending(path: "index").path(percentEncoded: false)
      async let started: Void = startProcesses(200)
      for _ in 0..<200 {
        try IndexWriter(path: index).close()
      }
      try await started
    }
  }

  @concurrent
  private func startProcesses(_ count: Int) async throws {
    for _ in 0..<count {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/true")
      try process.run()
      process.waitUntilExit()
    }
  }
}
