// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds anchors in a text, and tells them from URLs and from `#` in prose.
///
/// An anchor has a fragment that begins with `char=`, `line=`, `page=` or `:~:text=`. With the first
/// two it is meant as one whatever stands before; the others are written behind ordinary relative
/// URLs, too, so that without FOLDER/PATH before them they are none.
struct AnchorScanner {
  /// What was found.
  struct Candidate {
    /// Bytes of the text.
    let range: Range<Int>
    /// The anchor, or what is wrong with it.
    let anchor: Result<CitationAnchor, AnchorFault>
  }

  /// An anchor that is longer is none: its words would be a page.
  private static let longestAnchor = 1 << 16

  private let utf8: [UInt8]

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// The anchors in `range`, in order, disjoint.
  ///
  /// - Complexity: O(n) in the bytes of the range.
  func candidates(in range: Range<Int>) -> [Candidate] {
    var candidates: [Candidate] = []
    var start = range.lowerBound
    while let hash = utf8[start..<range.upperBound].firstIndex(of: UInt8(ascii: "#")) {
      let next = hash + 1
      guard let scheme = scheme(at: next, before: range.upperBound) else {
        start = next
        continue
      }
      let end = self.end(of: next + scheme.count, before: range.upperBound)
      if let begin = begin(of: hash, after: start),
        let anchor = read(begin..<end, hash: hash, scheme: scheme)
      {
        candidates.append(Candidate(range: begin..<end, anchor: anchor))
      }
      start = end
    }
    return candidates
  }

  /// What all of `range` is, white space around it aside: nil if it is no anchor at all.
  func whole(_ range: Range<Int>) -> Candidate? {
    let range = utf8.trimmed(range)
    guard let hash = utf8[range].firstIndex(of: UInt8(ascii: "#")),
      let scheme = scheme(at: hash + 1, before: range.upperBound),
      !isURL(range.lowerBound..<hash),
      let anchor = read(range, hash: hash, scheme: scheme)
    else { return nil }
    return Candidate(range: range, anchor: anchor)
  }

  private static let schemes = ["char=", "line=", "page=", ":~:text="].map { Array($0.utf8) }

  private func scheme(at offset: Int, before end: Int) -> [UInt8]? {
    Self.schemes.first { utf8[offset..<end].starts(with: $0) }
  }

  private func read(
    _ range: Range<Int>,
    hash: Int,
    scheme: [UInt8]
  ) -> Result<CitationAnchor, AnchorFault>? {
    let place = utf8[range.lowerBound..<hash]
    guard !place.isEmpty else { return nil }
    let isMeant = scheme == Self.schemes[0] || scheme == Self.schemes[1]
    let isRelative =
      !place.contains(UInt8(ascii: "/")) || place.first == UInt8(ascii: "/")
      || place.starts(with: "./".utf8) || place.starts(with: "../".utf8)
    if isRelative, !isMeant { return nil }
    guard range.count <= Self.longestAnchor else {
      return .failure(
        AnchorFault(reason: "it is too long for an anchor", advice: "copy it again, as a whole")
      )
    }
    let text = String(decoding: utf8[range], as: UTF8.self)
    return Result { () throws(AnchorFault) in try CitationAnchor(text) }
  }

  /// Where a stretch of anchor characters begins that ends at `hash`; nil if it is a URL.
  private func begin(of hash: Int, after limit: Int) -> Int? {
    var begin = hash
    while begin > limit {
      let (scalar, length) = utf8.scalar(before: begin)
      guard AnchorCharacter.mayStandInPlace(scalar) else { break }
      begin -= length
    }
    if utf8[begin..<hash].starts(with: "www.".utf8) { return nil }
    guard begin > limit, utf8[begin - 1] == UInt8(ascii: ":") else { return begin }
    return isURL(behindColon: begin, before: hash, after: limit) ? nil : begin
  }

  private func isURL(behindColon begin: Int, before hash: Int, after limit: Int) -> Bool {
    if utf8[begin..<hash].starts(with: "//".utf8) { return true }
    let longest = 8
    var start = begin - 1
    while start > max(limit, begin - longest), AnchorCharacter.isLetter(utf8[start - 1]) {
      start -= 1
    }
    return Self.urlSchemes.contains(
      String(decoding: utf8[start..<begin - 1], as: UTF8.self).lowercased()
    )
  }

  private func isURL(_ range: Range<Int>) -> Bool {
    guard let colon = utf8[range].firstIndex(of: UInt8(ascii: ":")) else {
      return utf8[range].starts(with: "//".utf8) || utf8[range].starts(with: "www.".utf8)
    }
    return isURL(behindColon: colon + 1, before: range.upperBound, after: range.lowerBound)
  }

  private static let urlSchemes: Set<String> = [
    "data", "doi", "file", "http", "https", "mailto", "urn",
  ]

  /// Where a fragment ends that goes on at `offset`; punctuation at its end is the sentence's.
  private func end(of offset: Int, before limit: Int) -> Int {
    var end = offset
    while end < limit {
      let (scalar, length) = utf8.scalar(at: end)
      guard AnchorCharacter.mayStandInFragment(scalar) else { break }
      end += length
    }
    while end > offset, AnchorCharacter.endsSentence(utf8[end - 1]) { end -= 1 }
    return end
  }
}
