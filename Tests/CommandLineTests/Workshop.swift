// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A folder of documents, an index of it, and both programs to work on them.
struct Workshop {
  /// Where documents and index lie.
  let folder: URL
  var documents: URL { folder.appending(path: "documents") }
  var index: URL { folder.appending(path: "index") }

  private var environment: [String: String] {
    ["SPLITSEARCH_INDEX": index.path(percentEncoded: false), "LC_ALL": "C.UTF-8"]
  }

  var client: Program { Program(name: "splitsearch", environment: environment, folder: folder) }
  var daemon: Program { Program(name: "splitsearchd", environment: environment, folder: folder) }

  /// Lends a workshop with one good document, which every test can expect to stay found.
  static func lend(_ body: (Workshop) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let workshop = Workshop(folder: folder)
      try workshop.add("Good news of peace.\n", as: "good.txt")
      try await body(workshop)
    }
  }

  func add(_ text: String, as name: String) throws {
    try write(text, to: name, in: documents)
  }

  /// Makes a file whose name need not be UTF-8.
  func add(_ text: String, asBytes name: [UInt8]) throws {
    let path = Array(documents.path(percentEncoded: false).utf8) + [UInt8(ascii: "/")] + name
    let descriptor = (path + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
      $0.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
    }
    try #require(descriptor >= 0)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
  }

  @discardableResult
  func sync(_ arguments: String...) async throws -> Program.Run {
    try await daemon.run(["--once", "--documents", "documents"] + arguments)
  }

  /// The paths of the hits for a query.
  func paths(_ query: String...) async throws -> [String] {
    let run = try await client.run(["--json"] + query)
    let hits = try run.objects().first?["hits"] as? [[String: Any]] ?? []
    return hits.compactMap { ($0["document"] as? [String: Any])?["path"] as? String }
  }

  func export() async throws -> String {
    try await daemon.run("export").output
  }
}
