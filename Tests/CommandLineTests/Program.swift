// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A program of the package, run as a user would run it but in a clean environment.
struct Program {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// The standard output as JSON objects, one for each line.
    func objects() throws -> [[String: Any]] {
      try output.split(separator: "\n").map { line in
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      }
    }
  }

  let name: String
  /// What the program is run by, with its own arguments before the program; empty for none.
  var wrapper: [String] = []
  var environment: [String: String] = [:]
  /// The folder that the program is started in.
  var folder: URL?

  static let client = Program(name: "splitsearch")

  /// Where built programs lie: beside the tests.
  private var executable: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: tests).deletingLastPathComponent().appending(path: name)
    }
  }

  /// The program, ready to be run.
  func process(_ arguments: [String]) throws -> Process {
    let process = Process()
    let words = wrapper + [try executable.path] + arguments
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = environment
    process.currentDirectoryURL = folder
    return process
  }

  /// Runs the program to its end.
  func run(_ arguments: String..., input: String = "") async throws -> Run {
    try await run(arguments, input: input)
  }

  /// Runs the program to its end.
  func run(_ arguments: [String], input: String = "") async throws -> Run {
    let process = try process(arguments)
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
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
    let output = Pipe()
    try output.fileHandleForReading.close()
    return try run(arguments, writingTo: output)
  }

  /// Runs the program with the standard output `output`: a pipe or an open file.
  func run(_ arguments: [String], writingTo output: Any) throws -> Run {
    let process = try process(arguments)
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
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
