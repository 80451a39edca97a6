// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@Suite struct `Reading UTF-8` {
  private static let scalars = (UInt32(0)...0x10_FFFF).compactMap(Unicode.Scalar.init)

  @Test func `white space is what Unicode calls so`() {
    let differing = Self.scalars.filter { $0.isBlank != $0.properties.isWhitespace }
    #expect(differing.isEmpty)
  }

  @Test func `every character is read forwards and backwards`() {
    let utf8 = Array(String(String.UnicodeScalarView(Self.scalars)).utf8)
    var offset = 0
    var wrong: [Unicode.Scalar] = []
    for scalar in Self.scalars {
      let (value, length) = utf8.scalar(at: offset)
      offset += length
      if value != scalar || utf8.scalar(before: offset) != (value, length) { wrong.append(scalar) }
    }
    #expect(wrong.isEmpty)
    #expect(offset == utf8.count)
  }
}
