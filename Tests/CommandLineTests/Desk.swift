// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A user's desk: a folder of documents, room for an index, and both programs, in a folder of its
/// own that is also the user's home.
struct Desk {
  let root: URL
  let documents: URL
  let index: URL
  /// What both programs are run by; see `Program`.
  var wrapper: [String] = []
  /// What the environment holds besides the home and the index.
  var environment: [String: String] = [:]

  var daemon: Program { program("splitsearchd") }
  var client: Program { program("splitsearch") }

  private func program(_ name: String) -> Program {
    let own = ["HOME": root.path, "SPLITSEARCH_INDEX": index.path]
    return Program(
      name: name,
      wrapper: wrapper,
      environment: own.merging(environment) { $1 },
      folder: root
    )
  }

  /// Lends a desk that is gone when the body ends.
  static func with(_ body: (Desk) async throws -> Void) async throws {
    try await withTemporaryFolder { root in
      let documents = root.appending(path: "papers")
      try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
      let desk = Desk(root: root, documents: documents, index: root.appending(path: "index"))
      try await body(desk)
    }
  }

  /// Lends a desk with a good document on it, which the word `marmot` finds.
  static func withGoodDocument(_ body: (Desk) async throws -> Void) async throws {
    try await with { desk in
      try desk.write("A marmot whistles when an eagle comes.\n", to: "good.txt")
      try await body(desk)
    }
  }

  func write(_ text: String, to name: String) throws {
    try TestSupport.write(text, to: name, in: documents)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try TestSupport.write(Data(bytes), to: name, in: documents)
  }

  /// Brings the index up to date with the documents.
  @discardableResult
  func sync(_ arguments: String...) async throws -> Program.Run {
    try await daemon.run(["--once", "--documents", documents.path] + arguments)
  }

  /// Brings the index up to date and expects that nothing stands in the way.
  func index() async throws {
    let run = try await sync()
    try #require(run.status == 0, "\(run.errors)")
  }

  /// The places `FOLDER/PATH` that a query finds, percent-encoded, without fragments.
  func places(_ query: String) async throws -> [String] {
    let run = try await client.run("--json", "--", query)
    let hits = try #require(try run.objects().first?["hits"] as? [[String: Any]], "\(run.errors)")
    return hits.compactMap {
      ($0["anchor"] as? String)?.split(separator: "#").first.map(String.init)
    }
  }

  /// Expects that the good document can be found.
  func expectGoodDocument(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let places = try await places("marmot")
    #expect(places == ["papers/good.txt"], sourceLocation: sourceLocation)
  }

  /// All that the index holds.
  func export() async throws -> String {
    let run = try await daemon.run("export")
    try #require(run.status == 0, "\(run.errors)")
    return run.output
  }
}

/// Whether nothing in a text can command a terminal: no C0 but line feeds, no DEL, no C1, nothing
/// that turns the reading direction.
func isSafe(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x0A: true
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
