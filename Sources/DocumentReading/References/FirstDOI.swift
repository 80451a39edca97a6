// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the first DOI in a text: `doi:10.…`, `DOI 10.…`, `https://doi.org/10.…`.
///
/// A number that merely looks like one is none.
///
/// - SeeAlso: DOI Handbook, section 2.2 (prefix `10.`, a registrant, `/`, any suffix).
enum FirstDOI {
  private static let prefix = Array("10.".utf8)

  /// The DOI from its `10.` on, without punctuation that belongs to the text around it; nil if the
  /// first is cut by the end of a line.
  static func find(in utf8: [UInt8]) -> String? {
    let ends = AddressEnd(utf8: utf8)
    var offset = 0
    while let start = utf8[offset...].firstIndex(of: UInt8(ascii: "1")) {
      offset = start + 1
      guard utf8[start...].starts(with: prefix), let slash = registrantEnd(from: start, in: utf8),
        let isAddress = isAnnounced(start, in: utf8)
      else { continue }
      guard var end = ends.end(of: start) else { return nil }
      if isAddress {
        let extra = utf8[start..<end].firstIndex { "?#".utf8.contains($0) }
        end = extra ?? end
        if utf8[end - 1] == UInt8(ascii: "/") { end -= 1 }
      }
      guard end > slash + 1 else { continue }
      let doi = utf8[start..<end]
      return String(decoding: isAddress ? decoded(doi) : Array(doi), as: UTF8.self)
    }
    return nil
  }

  /// The slash behind the registrant's number: 4 to 9 digits, parted by dots.
  private static func registrantEnd(from start: Int, in utf8: [UInt8]) -> Int? {
    let rest = utf8[(start + 3)...].prefix(16)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), slash >= start + 7 else { return nil }
    return rest[..<slash].allSatisfy { Byte.isDigit($0) || $0 == Byte.dot } ? slash : nil
  }

  /// Whether what stands before says that this is a DOI; as an address, or nil if it does not.
  private static func isAnnounced(_ start: Int, in utf8: [UInt8]) -> Bool? {
    let before = utf8[max(0, start - 24)..<start].map {
      Byte.isASCIILetter($0) ? $0 | 0x20 : $0
    }
    if before.ends(with: "doi.org/") { return true }
    var rest = before[...]
    while let last = rest.last, last <= Byte.space || ":=.[".utf8.contains(last) {
      rest.removeLast()
    }
    guard Array(rest).ends(with: "doi") else { return nil }
    let letters = rest.dropLast(3)
    return letters.last.map(Byte.isASCIILetter) ?? false ? nil : false
  }

  private static func decoded(_ doi: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var offset = doi.startIndex
    while offset < doi.endIndex {
      if doi[offset] == UInt8(ascii: "%"), offset + 2 < doi.endIndex,
        let value = UInt8(String(decoding: doi[offset + 1...offset + 2], as: UTF8.self), radix: 16),
        (0x21...0x7E).contains(value)
      {
        decoded.append(value)
        offset += 3
      } else {
        decoded.append(doi[offset])
        offset += 1
      }
    }
    return decoded
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
