// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// By what a bibliography knows a source: ASCII letters, digits and hyphens.
///
/// It is made of the document's place alone, so it stays what it is when the document's text or title
/// changes, and no two documents of an index are likely to share one.
struct SourceKey {
  /// The key.
  let text: String

  init(_ document: SourceDocument) {
    let place = Array(document.folder.utf8) + [UInt8(ascii: "/")] + document.path.bytes
    let digits = String(Self.hash(place), radix: 16)
    let zeros = String(repeating: "0", count: 8 - digits.count)
    let name = document.path.lastComponent
    let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    let slug = Self.slug(name[..<end])
    text = "\(slug.isEmpty ? "source" : slug)-\(zeros)\(digits)"
  }

  /// The key of an entry of the document's own list.
  func reference(_ label: String) -> String {
    let slug = Self.slug(Array(label.utf8)[...])
    return "\(text)-\(slug.isEmpty ? "reference" : slug)"
  }

  /// The key of an entry that has data with an `id` of its own, which is kept.
  ///
  /// Numbers count the entries of one list, and so do those of the next.
  func reference(_ label: String, id: String?) -> String {
    guard let id, !id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return reference(label)
    }
    return id
  }

  /// The letters and digits of a name in lower case, a hyphen for whatever is between them.
  private static func slug(_ name: ArraySlice<UInt8>) -> String {
    let words = name.split { byte in
      !Unicode.Scalar(byte).isASCII
        || !Unicode.Scalar(byte).properties.isAlphabetic
          && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let slug = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return String(slug.lowercased().prefix(40))
  }

  /// - SeeAlso: Fowler, Noll and Vo, FNV-1a of 32 bits.
  private static func hash(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
