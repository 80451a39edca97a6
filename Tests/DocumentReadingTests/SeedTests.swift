// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import PassageModel
import Testing

@Suite struct `The seed article` {
  private let document: StructuredDocument

  init() throws {
    document = try DocumentReader.read(Corpus.bytes("sino-soviet-split.txt"), as: .plainText)
  }

  @Test func `has its title`() {
    #expect(document.title == "Sino-Soviet split")
    #expect(document.titleRange == 0..<17)
  }

  @Test func `has a block for each section under its heading path`() {
    let background = "Historical Background"
    let divergences = "Ideological and Strategic Divergences"
    #expect(
      document.blocks.map(\.headings) == [
        [],
        [background, "Pre-1949 Sino-Soviet Interactions"],
        [background, "Formation of the Alliance Under Stalin"],
        [divergences, "Soviet Revisionism Post-Stalin"],
      ]
    )
    #expect(document.headings.map(\.level) == [1, 2, 2, 1, 2])
  }

  @Test func `has 25 markers with 17 labels`() {
    #expect(document.markers.count == 25)
    #expect(Set(document.markers.map(\.label)).count == 17)
    for marker in document.markers {
      #expect(document.text.string(in: marker.range) == "[\(marker.label)]")
    }
  }
}
