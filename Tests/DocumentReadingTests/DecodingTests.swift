// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@testable import DocumentReading

@Suite struct `Decoding` {
  @Test(arguments: [
    ("a\r\nb\rc\n", "a\nb\nc\n"), ("\u{FEFF}a", "a"), ("\r\r\n\n", "\n\n\n"), ("é\r", "é\n"),
  ])
  func `keeps the text but for the mark and the line endings`(_ raw: String, _ text: String) throws
  {
    #expect(try read(raw).text == SourceText(text))
  }

  @Test func `replaces what is no UTF-8 and counts it`() throws {
    let bytes =
      Array(String(repeating: "word ", count: 1_000).utf8) + [0xE2, 0x82, 0x61, 0xFF, 0xC0]
    let document = try DocumentReader.read(bytes, as: .plainText)
    #expect(document.text == SourceText(String(decoding: bytes, as: UTF8.self)))
    #expect(document.replacedByteCount == 4)
  }

  @Test(arguments: [
    (Array("text\0".utf8), "binary file: a zero byte at offset 4"),
    (Array("%PDF-1.7".utf8), "binary file: PDF"),
    (
      [0xE9, 0xE8, 0x61],
      "not UTF-8: 2 of 3 bytes are invalid; other encodings are not read in this version"
    ),
    ([1, 2, 3, 0x61], "binary file: 75 % control characters"),
  ])
  func `refuses what is no text and says why`(_ bytes: [UInt8], _ message: String) {
    #expect(throws: ReadingError(code: .binary, message: message)) {
      try DocumentReader.read(bytes, as: .plainText)
    }
  }

  @Test func `text in another encoding is refused rather than misread`() {
    let latin1: [UInt8] = Array("Le trait".utf8) + [0xE9] + Array(" fut sign".utf8) + [0xE9, 0x2E]
    let error = #expect(throws: ReadingError.self) {
      try DocumentReader.read(latin1, as: .plainText)
    }
    #expect(error?.message.hasPrefix("not UTF-8: 2 of 20 bytes are invalid") == true)
  }

  @Test(arguments: [MediaType.plainText, .markdown])
  func `an empty file is a document without blocks`(_ mediaType: MediaType) throws {
    #expect(try read("", as: mediaType).blocks.isEmpty)
    #expect(try read(" \n\t\u{3000}\n", as: mediaType).blocks.isEmpty)
  }

  @Test func `the name chooses the format`() throws {
    #expect(try DocumentReader.mediaType(of: RelativePath("a/b.MD")) == .markdown)
    #expect(try DocumentReader.mediaType(of: RelativePath("README")) == .plainText)
    #expect(try DocumentReader.mediaType(of: RelativePath("x.tar")) == .plainText)
    let error = #expect(throws: ReadingError.self) {
      try DocumentReader.mediaType(of: RelativePath("a.html"))
    }
    #expect(error?.message == "no reader for .html files in this version")
  }
}
