// SPDX-License-Identifier: GPL-3.0-or-later

// Benchmarks use what else is in this module, and are built without the testing library.
#if canImport(Testing)

  internal import Foundation
  internal import Testing

  /// Expects `text` to equal the file `name` in the folder `Golden` beside the test's own file.
  ///
  /// `UPDATE_GOLDEN=1 swift test` writes the file instead; the difference is reviewed like code.
  package func expectGolden(
    _ text: String,
    _ name: String,
    filePath: String = #filePath,
    fileID: String = #fileID,
    line: Int = #line,
    column: Int = #column
  ) throws {
    let location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try write(text, to: file.lastPathComponent, in: file.deletingLastPathComponent())
    }
    let golden = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) differs from the golden file", sourceLocation: location)
  }

#endif
