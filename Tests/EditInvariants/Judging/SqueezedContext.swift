// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The text around a place, without blanks, and how far two of them agree.
struct SqueezedContext: Sendable {
  /// What stands before, backwards, and what follows: bytes; shorter at the ends of the text.
  private let before: [UInt8]
  private let behind: [UInt8]
  private static let characterCount = 400
  /// Who sees as much of the same text on both sides takes it for the same place.
  private static let tellingCount = 60

  init(of bytes: Range<Int>, in text: SourceText) {
    let context = text.context(of: bytes, characterCount: Self.characterCount)
    before = context.prefix.squeezed.reversed()
    behind = context.suffix.squeezed
  }

  /// How many bytes agree on both sides together.
  func agreement(with other: Self) -> Int {
    Self.common(before, other.before) + Self.common(behind, other.behind)
  }

  /// Whether so much is the same on both sides that the text itself says it is the same place.
  func isSame(as other: Self) -> Bool {
    func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
      let common = Self.common(one, other)
      return common >= Self.tellingCount || (common == one.count && common == other.count)
    }
    return isSame(before, other.before) && isSame(behind, other.behind)
  }

  private static func common(_ one: [UInt8], _ other: [UInt8]) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
  }
}
