// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The program `git`, without the user's settings.
enum Git {
  /// Where it is; nil if it is not installed.
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: "git") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }

  /// Those of `paths` below `folder`, a repository, that git ignores.
  static func ignored(_ paths: [[UInt8]], in folder: URL, scratch: URL) throws -> Set<[UInt8]> {
    let (input, output) = (scratch.appending(path: "paths"), scratch.appending(path: "ignored"))
    try Data(paths.map { $0 + [0] }.joined()).write(to: input)
    try run(
      ["-c", "core.excludesFile=", "check-ignore", "--no-index", "--stdin", "-z"],
      in: folder,
      from: input,
      to: output
    )
    return Set(try Data(contentsOf: output).split(separator: 0).map { Array($0) })
  }

  /// Makes a repository of `folder`.
  static func makeRepository(of folder: URL) throws {
    let nothing = URL(filePath: "/dev/null")
    try run(["init", "--quiet", "--template="], in: folder, from: nothing, to: nothing)
  }

  private static func run(
    _ arguments: [String],
    in folder: URL,
    from input: URL,
    to output: URL
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent",
    ]
    if output.path() != "/dev/null" { try Data().write(to: output) }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
  }
}
