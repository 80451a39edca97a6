// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Knows the headings under which documents list their references.
enum ReferenceHeading {
  /// How sure a heading announces references.
  enum Announcement {
    /// Its name means nothing else.
    case certain
    /// It may also head ordinary notes: it counts only in documents that use markers.
    case possible
  }

  /// Longer lines announce nothing.
  static let longestByteCount = 120

  /// What `heading` announces; nil if no references.
  static func announcement(in heading: String) -> Announcement? {
    guard heading.utf8.count <= longestByteCount else { return nil }
    let name = normalized(heading)
    if ReferenceHeadingNames.certain.contains(name) { return .certain }
    return ReferenceHeadingNames.possible.contains(name) ? .possible : nil
  }

  /// Whether `heading` announces a list of references.
  static func matches(_ heading: String, documentHasMarkers: Bool) -> Bool {
    switch announcement(in: heading) {
    case .certain: true
    case .possible: documentHasMarkers
    case nil: false
    }
  }

  /// The name in a line that is not marked as a heading, without emphasis and brackets around it.
  static func plainName(of line: Range<Int>, in utf8: [UInt8]) -> String {
    let around: Set<Unicode.Scalar> = ["*", "_", "[", "]", "【", "】", "#", ":", "：", "="]
    var name = utf8.lineOfText(in: line).unicodeScalars[...]
    while let first = name.first, around.contains(first) || first.isBlank { name.removeFirst() }
    while let last = name.last, around.contains(last) || last.isBlank { name.removeLast() }
    return name.isEmpty ? utf8.lineOfText(in: line) : String(String.UnicodeScalarView(name))
  }

  /// Lower case, without a number before it and a colon behind it.
  private static func normalized(_ heading: String) -> String {
    var name = heading.lowercased().unicodeScalars.drop {
      "0123456789. ".unicodeScalars.contains($0)
    }
    if let numberEnd = numeralEnd(name) { name = name[numberEnd...] }
    while let last = name.last, last == ":" || last == "：" || last.isBlank { name.removeLast() }
    // Chinese headings are often spaced out: 参 考 文 献.
    if name.contains(where: \.properties.isIdeographic) { name = name.filter { !$0.isBlank }[...] }
    return String(String.UnicodeScalarView(name))
  }

  /// Where the name begins behind `vii. ` or `七、`.
  private static func numeralEnd(_ name: Substring.UnicodeScalarView) -> String.Index? {
    let numerals = "ivxlc一二三四五六七八九十".unicodeScalars
    guard let mark = name.firstIndex(where: { !numerals.contains($0) }), mark > name.startIndex,
      "、.．)）".unicodeScalars.contains(name[mark])
    else { return nil }
    return name[name.index(after: mark)...].firstIndex { !$0.isBlank }
  }
}
