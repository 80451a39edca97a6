// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A program of the package, run as a user would run it but in a clean environment.
struct Program {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let errors: String

    func expect(status expected: Int32) {
      #expect(status == expected, "\(errors)")
    }

    /// The standard output as JSON objects, one for each line.
    func objects() throws -> [[String: Any]] {
      try output.split(separator: "\n").map { line in
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      }
    }
  }

  let name: String
  /// Where it lies, if not beside the tests.
  var path: String?
  var environment: [String: String] = [:]
  /// The folder that the program is started in.
  var folder: URL?

  static let client = Program(name: "splitsearch")

  /// Where built programs lie: beside the tests.
  private var executable: URL {
    get throws {
      if let path { return URL(filePath: path) }
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: name)
    }
  }

  /// Runs the program to its end.
  func run(_ arguments: String..., input: String = "") async throws -> Run {
    try await run(arguments, input: input)
  }

  /// Runs the program to its end and throws if it fails.
  func expectSuccess(_ arguments: String...) async throws {
    let run = try await run(arguments)
    if run.status != 0 { throw Failed(errors: run.errors) }
  }

  struct Failed: Error {
    let errors: String
  }

  /// Starts the program and kills it as soon as `condition` holds, if it has not ended by then.
  func runUntilKilled(_ arguments: String..., condition: () -> Bool) async throws {
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !condition() { await Task.yield() }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Runs the program to its end; as another user, if `identity` holds options of `setpriv`.
  func run(
    _ arguments: [String],
    input: String = "",
    under identity: [String] = []
  ) async throws -> Run {
    if !identity.isEmpty {
      let program = try executable.path(percentEncoded: false)
      return try await Program(
        name: "setpriv",
        path: "/usr/bin/setpriv",
        environment: environment,
        folder: folder
      ).run(identity + [program] + arguments, input: input)
    }
    let process = Process()
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = try executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // A program that writes much must not wait for a reader that waits for the other stream.
    async let printed = output.fileHandleForReading.readToEnd()
    async let told = errors.fileHandleForReading.readToEnd()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let run = (try await printed ?? Data(), try await told ?? Data())
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: run.0, as: UTF8.self),
      errors: String(decoding: run.1, as: UTF8.self)
    )
  }

  /// Runs the program with a standard output that nobody reads, and returns its status.
  func runIntoBrokenPipe(_ arguments: String...) async throws -> Run {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = try executable
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = output
    process.standardError = errors
    try output.fileHandleForReading.close()
    try process.run()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: "",
      errors: String(decoding: told, as: UTF8.self)
    )
  }
}
