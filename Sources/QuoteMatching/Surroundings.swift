// SPDX-License-Identifier: GPL-3.0-or-later

/// What stood before a quotation and behind it, to be compared with what does now.
struct Surroundings {
  /// How a place's neighbourhood compares with what was written down.
  enum Agreement {
    /// All that was written down stands there.
    case whole
    /// Something else stands there.
    case none
    /// Nothing was written down.
    case unknown
  }

  /// So many tokens are looked at to find what lies between.
  private static let largestWork = 200_000

  private let text: ComparedText
  private let before: [Int32]
  private let behind: [Int32]
  /// The first word of what stood before, which may be cut off.
  private let firstBefore: [UInt8]
  /// The last word of what followed, which may be cut off.
  private let lastBehind: [UInt8]
  private let wasFirst: Bool

  init(of quotation: SoughtQuotation, in text: ComparedText) {
    self.text = text
    let (prefix, suffix) = (Array(quotation.prefix.utf8), Array(quotation.suffix.utf8))
    before = text.words(of: prefix)
    behind = text.words(of: suffix)
    var scanner = TokenScanner(prefix)
    firstBefore = scanner.next().map { Array(prefix[$0]) } ?? []
    var last: Range<Int>?
    scanner = TokenScanner(suffix)
    while let token = scanner.next() { last = token }
    lastBehind = last.map { Array(suffix[$0]) } ?? []
    wasFirst = quotation.wasFirst
  }

  /// Whether anything was written down.
  var isKnown: Bool { !before.isEmpty || !behind.isEmpty }

  /// Whether what stands before token `index` is what stood before the quotation.
  func agreementBefore(_ index: Int) -> Agreement {
    guard !before.isEmpty else {
      return wasFirst ? (index == 0 ? .whole : .none) : .unknown
    }
    guard index >= before.count else { return .none }
    let start = index - before.count
    guard text.words[start + 1..<index].elementsEqual(before[1...]) else { return .none }
    return ends(text.bytes(ofToken: start), with: firstBefore) ? .whole : .none
  }

  /// Whether words that stood before the quotation stand before token `index`.
  ///
  /// That nothing does is no proof: every text has a beginning.
  func follow(_ index: Int) -> Bool { !before.isEmpty && agreementBefore(index) == .whole }

  /// Whether what follows from token `index` on is what followed the quotation.
  func agreementBehind(_ index: Int) -> Agreement {
    guard !behind.isEmpty else { return .unknown }
    guard index + behind.count <= text.count else { return .none }
    let last = index + behind.count - 1
    guard text.words[index..<last].elementsEqual(behind.dropLast()) else { return .none }
    return text.bytes(ofToken: last).starts(with: lastBehind) ? .whole : .none
  }

  /// Whether the tokens stand exactly between what stood before and what followed.
  func frame(_ tokens: Range<Int>) -> Bool {
    agreementBefore(tokens.lowerBound) == .whole && agreementBehind(tokens.upperBound) == .whole
  }

  /// Whether what stood before, or what followed, stands beside the tokens.
  func agree(besides tokens: Range<Int>) -> Bool {
    agreementBefore(tokens.lowerBound) == .whole || agreementBehind(tokens.upperBound) == .whole
  }

  /// Whether what stood before and what followed each stand at one place only.
  var standOnce: Bool {
    let openings = openings()?.count ?? 1
    let closings = behind.first.map { first in
      text.positions(of: first).count { agreementBehind(Int($0)) == .whole }
    }
    return openings <= 1 && (closings ?? 1) <= 1
  }

  /// The stretches between what stood before and what followed, where that is at most `limit` tokens.
  func framed(limit: Int) -> [Range<Int>] {
    guard let openings = openings() else { return [] }
    var stretches: [Range<Int>] = []
    for opening in openings.prefix(max(1, Self.largestWork / max(1, limit))) {
      let last = min(text.count, opening + limit)
      guard let end = (opening...max(opening, last)).first(where: { agreementBehind($0) == .whole })
      else { continue }
      stretches.append(opening..<end)
    }
    return stretches
  }

  /// The tokens before which stands what stood before the quotation; nil if that is not known.
  private func openings() -> [Int]? {
    guard let last = before.last else { return nil }
    // Of one word its end alone may be written down.
    guard before.count > 1 else { return [] }
    return text.positions(of: last).map { Int($0) + 1 }.filter { agreementBefore($0) == .whole }
  }

  private func ends(_ bytes: ArraySlice<UInt8>, with suffix: [UInt8]) -> Bool {
    bytes.count >= suffix.count && bytes.suffix(suffix.count).elementsEqual(suffix)
  }
}
