// SPDX-License-Identifier: GPL-3.0-or-later

internal import CHTMLShim

/// Knows what HTML's character references stand for; Markdown has the same.
struct CharacterReferences {
  /// Looking one up costs as much as reading a page.
  private var known: [ArraySlice<UInt8>: [UInt8]?] = [:]

  /// What `reference`, from its `&` to its `;`, stands for; nil if it is none.
  mutating func meaning(of reference: ArraySlice<UInt8>) -> [UInt8]? {
    if let meaning = known[reference] { return meaning }
    let meaning = Self.lookUp(reference)
    // A key of its own, so that the file's bytes are not held.
    known[ArraySlice(Array(reference))] = meaning
    return meaning
  }

  /// The reference that begins at `offset`; nil if what stands there is none.
  mutating func reference(
    at offset: Int,
    before end: Int,
    of utf8: [UInt8]
  ) -> (range: Range<Int>, meaning: [UInt8])? {
    let limit = min(end, offset + Int(HSH_LONGEST_REFERENCE))
    guard let last = utf8[offset..<limit].firstIndex(of: UInt8(ascii: ";")),
      let meaning = meaning(of: utf8[offset...last])
    else { return nil }
    return (offset..<last + 1, meaning)
  }

  private static func lookUp(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    var count = 0
    var status = hsh_status_t.unknown
    let meaning = [UInt8](unsafeUninitializedCapacity: Int(HSH_LONGEST_MEANING)) { room, filled in
      status = reference.withUnsafeBytes { bytes in
        hsh_reference_decode(
          bytes.assumingMemoryBound(to: CChar.self).baseAddress,
          bytes.count,
          UnsafeMutableRawPointer(room.baseAddress)?.assumingMemoryBound(to: CChar.self),
          &count
        )
      }
      filled = count
    }
    return status == .ok ? meaning : nil
  }
}
