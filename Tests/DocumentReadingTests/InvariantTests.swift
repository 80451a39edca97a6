// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

@Suite struct `Nothing is lost or said twice` {
  @Test func `in the sample documents`() throws {
    for name in try Corpus.names() {
      for mediaType in MediaType.allCases {
        let bytes = try Corpus.bytes(name)
        guard let document = try readable(bytes, as: mediaType) else { continue }
        #expect(structuralFault(of: document) == nil, "\(name) as \(mediaType)")
      }
    }
  }

  @Test(arguments: 1...300)
  func `in random text`(_ seed: UInt64) throws {
    let text = RandomText(seed: seed).text
    for mediaType in MediaType.allCases {
      guard let document = try readable(Array(text.utf8), as: mediaType) else { continue }
      #expect(structuralFault(of: document) == nil, "\(text.debugDescription)")
    }
  }

  /// The document; nil if the bytes are no bibliography, which most are not.
  private func readable(
    _ bytes: [UInt8],
    as mediaType: MediaType
  ) throws -> StructuredDocument? {
    do {
      return try DocumentReader.read(bytes, as: mediaType)
    } catch {
      guard mediaType.isBibliography, error.code == .malformed else { throw error }
      return nil
    }
  }
}

/// Text that is made to be misread; the same for the same seed.
struct RandomText {
  private static let pieces = [
    "\n", "\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "# ", "## ", "#", "- ", "1. ", "[1] ",
    "> ",
    "```", "~~~", "---", "===", "***", "[", "]", "[2]", "[3-5]", "[^1]", "\n[^1]: ", "\n[1]: ", "¹",
    "<sup>1</sup>", "［2］", "\nNotes\n", "doi:10.1000/1", "(", ")", "`", "*", "_", ".", "?",
    "word ", "Heading", "Some more words of text, ", "References", "U.S. ", "é", "e\u{301}", "👩‍👩‍👧",
    "\u{301}", "中文。", "ภาษาไทย", "\u{A0}", "\u{2028}", "\u{FEFF}", "й", ".Next", "title: x\n",
    "A long enough sentence to look like the text that stands under some heading.",
  ]
  let text: String

  init(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var text = ""
    for _ in 0..<60 {
      // splitmix64
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      text += Self.pieces[Int((value ^ (value >> 31)) % UInt64(Self.pieces.count))]
    }
    self.text = text
  }
}
