// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport
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
      [0x81, 0x8D, 0x90, 0x9D, 0x61],
      "not UTF-8 (4 of 5 bytes are invalid), and no other encoding fits; convert it to UTF-8"
    ),
    (
      [0xFF, 0xFE, 0, 0xD8, 0, 0xD8, 0, 0xD8], "begins like UTF-16LE, but much of the rest is none"
    ),
    ([1, 2, 3, 0x61], "binary file: 75 % control characters"),
  ])
  func `refuses what is no text and says why`(_ bytes: [UInt8], _ message: String) {
    #expect(throws: ReadingError(code: .binary, message: message)) {
      try DocumentReader.read(bytes, as: .plainText)
    }
  }

  @Test(
    arguments: [
      (
        "UTF-16LE", "Größe\nи",
        [
          0xFF, 0xFE, 0x47, 0x00, 0x72, 0x00, 0xF6, 0x00, 0xDF, 0x00, 0x65, 0x00, 0x0D, 0x00, 0x0A,
          0x00, 0x38, 0x04,
        ]
      ),
      ("UTF-16BE", "𝄞 é", [0xFE, 0xFF, 0xD8, 0x34, 0xDD, 0x1E, 0x00, 0x20, 0x00, 0xE9]),
      ("UTF-32LE", "é", [0xFF, 0xFE, 0x00, 0x00, 0xE9, 0x00, 0x00, 0x00]),
      (
        "windows-1252", "Le traité fut signé.",
        [
          0x4C, 0x65, 0x20, 0x74, 0x72, 0x61, 0x69, 0x74, 0xE9, 0x20, 0x66, 0x75, 0x74, 0x20, 0x73,
          0x69, 0x67, 0x6E, 0xE9, 0x2E,
        ]
      ),
      (
        "windows-1252", "It said “nothing”.",
        [
          0x49, 0x74, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20, 0x93, 0x6E, 0x6F, 0x74, 0x68, 0x69, 0x6E,
          0x67, 0x94, 0x2E,
        ]
      ),
      (
        "ISO-2022-JP", "鉄道の橋",
        [0x1B, 0x24, 0x42, 0x45, 0x34, 0x46, 0x3B, 0x24, 0x4E, 0x36, 0x36, 0x1B, 0x28, 0x42]
      ),
    ] as [(String, String, [UInt8])]
  )
  func `reads other encodings by their mark or their bytes`(
    _ encoding: String,
    _ text: String,
    _ bytes: [UInt8]
  ) throws {
    let document = try DocumentReader.read(bytes, as: .plainText)
    #expect(document.text == SourceText(text))
    #expect(document.encoding == encoding)
    #expect(document.replacedByteCount == 0)
  }

  @Test func `a few bad bytes in a text beyond ASCII are damage, not another encoding`() throws {
    let text = "Мир и труд для всех"
    let document = try DocumentReader.read(Array(text.utf8) + [0xD0, 0x20], as: .plainText)
    #expect(document.text == SourceText(text + "\u{FFFD} "))
    #expect(document.encoding == "UTF-8")
    #expect(document.replacedByteCount == 1)
  }

  @Test(arguments: 1...200)
  func `random bytes are no text`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<256).map { _ in UInt8.random(in: 1...255, using: &generator) }
    #expect(throws: ReadingError.self) { try DocumentReader.read(bytes, as: .plainText) }
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
