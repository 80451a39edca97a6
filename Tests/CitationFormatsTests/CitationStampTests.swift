// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import Testing

@Suite struct `A stamp` {
  @Test func `has only what is known, and is none if nothing is`() {
    #expect(CitationStamp(day: nil, digest: nil, lookalike: nil) == nil)
    let stamp = CitationStamp(day: "2026-11-30", digest: nil, lookalike: 1)
    #expect(stamp?.description == "cited 2026-11-30; look-alike 1.00")
    #expect(
      CitationStamp(day: nil, digest: "sha256:0a", lookalike: nil)?.description == "sha256:0a"
    )
  }

  @Test func `rounds a look-alike up, and only once`() {
    for hundredths in 0...100 {
      let exact = CitationStamp(day: nil, digest: nil, lookalike: Double(hundredths) / 100)
      #expect(exact?.lookalikeHundredths == hundredths)
      let again = CitationStamp(day: nil, digest: nil, lookalike: exact?.lookalike)
      #expect(again == exact)
      let more = CitationStamp(day: nil, digest: nil, lookalike: Double(hundredths) / 100 + 0.001)
      #expect(more?.lookalikeHundredths == min(100, hundredths + 1))
    }
    #expect(CitationStamp(day: nil, digest: nil, lookalike: 7)?.description == "look-alike 1.00")
    #expect(CitationStamp(day: nil, digest: nil, lookalike: .nan)?.lookalikeHundredths == 100)
  }
}
