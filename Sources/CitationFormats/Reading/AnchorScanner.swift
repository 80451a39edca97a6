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
    let isBesideFile = place.starts(with: "./".utf8) || place.starts(with: "../".utf8)
    let isRelative =
      isBesideFile || !place.contains(UInt8(ascii: "/")) || place.first == UInt8(ascii: "/")
    if isRelative, !isMeant { return nil }
    guard !isBesideFile else {
      return .failure(
        AnchorFault(
          reason: "it begins with a path beside this file, not with the name of a folder",
          advice: "give the anchor that is printed under a hit, FOLDER/PATH#char=START,END"
        )
      )
    }
    guard range.count <= Self.longestAnchor else {
      return .failure(
        AnchorFault(reason: "it is too long for an anchor", advice: "copy it again, as a whole")
      )
    }
    let text = String(decoding: utf8[range], as: UTF8.self)
    return Result { () throws(AnchorFault) in try CitationAnchor(text) }
  }

  /// Where a stretch of anchor characters begins that ends at `hash`; nil if it is a URL's.
  private func begin(of hash: Int, after limit: Int) -> Int? {
    let begin = start(of: hash, after: limit, where: AnchorCharacter.mayStandInPlace)
    let whole = start(of: begin, after: limit, where: AnchorCharacter.mayStandInURL)
    return isURL(whole..<hash) ? nil : begin
  }

  /// Where the run of such characters begins that ends at `end`.
  private func start(of end: Int, after limit: Int, where belongs: (Unicode.Scalar) -> Bool) -> Int
  {
    var start = end
    while start > limit {
      let (scalar, length) = utf8.scalar(before: start)
      guard belongs(scalar) else { break }
      start -= length
    }
    return start
  }

  /// Whether what stands before a `#` is a URL, or ends one.
  private func isURL(_ range: Range<Int>) -> Bool {
    let text = utf8[range]
    if text.starts(with: "//".utf8) || text.starts(with: "www.".utf8) { return true }
    let colons = text.indices.filter { text[$0] == UInt8(ascii: ":") }
    if colons.contains(where: { text[$0...].starts(with: "://".utf8) }) { return true }
    guard let colon = colons.first, colon - range.lowerBound <= 8 else { return false }
    let scheme = String(decoding: text[..<colon], as: UTF8.self).lowercased()
    return Self.urlSchemes.contains(scheme)
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
