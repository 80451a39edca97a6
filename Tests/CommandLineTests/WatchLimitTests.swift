// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What the service does where the system does not tell it of everything.
@Suite(.timeLimit(.minutes(5)))
struct `Limits of watching` {
  /// Runs a program where users may have only two watches; needs a user namespace of its own.
  private static let wrapper = [
    "/usr/bin/unshare", "--map-root-user", "/bin/sh", "-c",
    "echo 2 >/proc/sys/user/max_inotify_watches && exec \"$@\"", "sh",
  ]

  private static var canLimitWatches: Bool {
    get async {
      let program = Program(name: "splitsearch", wrapper: wrapper)
      return (try? await program.run("--version"))?.status == 0
    }
  }

  @Test(.enabled("user namespaces are not allowed here") { await canLimitWatches })
  func `folders beyond the limit of watches are named and looked into`() async throws {
    try await Desk.withGoodDocument { desk in
      for name in ["a", "b", "c"] { try desk.write("A fox.\n", to: "\(name)/fox.txt") }
      var limited = desk
      limited.wrapper = Self.wrapper
      let daemon = try RunningDaemon(at: limited)
      try await daemon.line(with: ": not watched: the system's limit")
      try await daemon.line(with: "4 new; watching 2 folders")
      for name in ["a", "b", "c"] { try desk.write("An eagle.\n", to: "\(name)/eagle.txt") }
      // One folder at once, the others when they are looked into.
      while try await desk.places("eagle").count < 3 { try await daemon.line(with: "new, in") }
      #expect(daemon.end() == 0)
    }
  }
}
