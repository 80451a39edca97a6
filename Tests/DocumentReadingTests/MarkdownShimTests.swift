// SPDX-License-Identifier: GPL-3.0-or-later

import CMarkdownShim
import Testing

@Suite struct `The shim over md4c` {
  /// The runs of the first `length` bytes of `text`, as they are written.
  private func runs(of text: String, length: Int) throws -> [String] {
    let bytes = Array(text.utf8)
    var document: OpaquePointer?
    let status = bytes.withUnsafeBytes {
      msh_document_parse($0.assumingMemoryBound(to: CChar.self).baseAddress, length, &document)
    }
    try #require(status == .ok)
    defer { msh_document_destroy(document) }
    var count = 0
    let runs = msh_document_runs(document, &count)
    return UnsafeBufferPointer(start: runs, count: count).map { run in
      String(decoding: bytes[Int(run.start)..<Int(run.end)], as: UTF8.self)
    }
  }

  /// Found by `scripts/fuzz`: md4c took what followed the text in memory for its end.
  @Test(arguments: ["[a](b)", "[a](<b>)", "[a](b \"c\")"])
  func `reads nothing beyond the text`(_ text: String) throws {
    let length = text.utf8.count - 1
    let open = String(decoding: text.utf8.prefix(length), as: UTF8.self)
    #expect(try runs(of: text, length: length).joined() == open)
    #expect(try runs(of: text, length: length + 1) == ["a"])
  }

  @Test func `an empty text has no runs, and none is no error`() throws {
    #expect(try runs(of: "x", length: 0).isEmpty)
    msh_document_destroy(nil)
  }
}
