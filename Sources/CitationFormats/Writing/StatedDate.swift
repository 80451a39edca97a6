// SPDX-License-Identifier: GPL-3.0-or-later

/// A date as a document states it, read as ISO 8601 where it is one.
struct StatedDate {
  /// As it is stated, on one line.
  let text: String
  /// Year, month and day, as far as they are stated; empty if it is no ISO 8601.
  let parts: [Int]
  /// The four digits that it begins with; else all of it.
  let year: String

  init(_ text: String) {
    self.text = text
    parts = Self.parts(text)
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    year = digits.count == 4 ? String(digits) : text
  }

  private static func parts(_ text: String) -> [Int] {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = fields.map(\.count)
    let isASCIIDigits = fields.joined().allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isASCIIDigits, widths == [4] || widths == [4, 2] || widths == [4, 2, 2] else { return [] }
    let numbers = fields.compactMap { Int(String(Substring($0))) }
    guard numbers.count < 2 || (1...12).contains(numbers[1]),
      numbers.count < 3 || (1...31).contains(numbers[2])
    else { return [] }
    return numbers
  }
}
