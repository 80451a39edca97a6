// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds numbers in an entry that name its source.
enum EntryNumbers {
  /// The first ISBN whose check digit is right, as it is written; nil if there is none.
  ///
  /// - SeeAlso: ISO 2108.
  static func isbn(in text: String) -> String? {
    let characters = Array(text.utf8)
    var offset = 0
    while let start = find("ISBN", in: characters, from: offset) {
      offset = start + 4
      var place = offset
      // `ISBN-13: `
      for suffix in ["-13", "-10"] where characters[place...].starts(with: suffix.utf8) {
        place += 3
      }
      while place < characters.count, ": \u{20}".utf8.contains(characters[place]) { place += 1 }
      let written = characters[place...].prefix(17).prefix {
        Byte.isDigit($0) || $0 == Byte.hyphen || $0 == UInt8(ascii: "X") || $0 == Byte.space
      }
      if let isbn = valid(written) { return isbn }
    }
    return nil
  }

  /// The first arXiv identifier that is said to be one; nil if there is none.
  static func arXiv(in text: String) -> String? {
    let characters = Array(text.utf8)
    let announcements = ["arXiv:", "arxiv.org/abs/"]
    let starts = announcements.compactMap { announcement in
      find(announcement, in: characters, from: 0).map { $0 + announcement.utf8.count }
    }
    guard let start = starts.min() else { return nil }
    let rest = characters[start...].drop { $0 == Byte.space }
    let year = rest.prefix(while: Byte.isDigit)
    let number = rest.dropFirst(5).prefix(while: Byte.isDigit)
    guard year.count == 4, rest.dropFirst(4).first == Byte.dot, (4...5).contains(number.count)
    else { return nil }
    return String(decoding: year + [Byte.dot] + number, as: UTF8.self)
  }

  private static func find(_ text: String, in utf8: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var offset = start
    while let first = utf8[offset...].firstIndex(of: wanted[0]) {
      if utf8[first...].starts(with: wanted) { return first }
      offset = first + 1
    }
    return nil
  }

  /// The longest beginning of `written` that is an ISBN.
  private static func valid(_ written: ArraySlice<UInt8>) -> String? {
    var rest = written
    while let last = rest.last {
      let digits = rest.filter { $0 != Byte.hyphen && $0 != Byte.space }
      if last != Byte.hyphen, last != Byte.space, isChecked(digits) {
        return String(decoding: rest, as: UTF8.self)
      }
      rest.removeLast()
    }
    return nil
  }

  private static func isChecked(_ digits: [UInt8]) -> Bool {
    let values = digits.map { $0 == UInt8(ascii: "X") ? 10 : Int($0) - 48 }
    guard !values.dropLast().contains(10) else { return false }
    switch values.count {
    case 10:
      return values.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element } % 11 == 0
    case 13:
      let isBook = digits.starts(with: "978".utf8) || digits.starts(with: "979".utf8)
      let sum = values.enumerated().reduce(0) {
        $0 + ($1.offset.isMultiple(of: 2) ? 1 : 3) * $1.element
      }
      return isBook && values[12] < 10 && sum % 10 == 0
    default:
      return false
    }
  }
}
