// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of an anchor, decoded, whose every byte knows where it was written.
struct AnchorPart {
  /// One byte of what an anchor stands for.
  private struct Unit {
    let byte: UInt8
    /// The character that it was written as, counted from 1.
    let place: Int
    /// Whether it was written with `%`, so that it separates nothing.
    let isEncoded: Bool
  }

  private let units: ArraySlice<Unit>
  /// The character behind its last.
  private let end: Int

  private init(_ units: ArraySlice<Unit>, end: Int) {
    self.units = units
    self.end = end
  }

  /// Decodes a whole anchor, without the white space and the `<…>` around it.
  init(_ text: String) throws(AnchorFault) {
    let scalars = Array(text.unicodeScalars)
    var range = Self.trimmed(scalars, scalars.indices)
    let brackets = (scalars[range].first == "<", scalars[range].last == ">")
    if brackets == (true, true), range.count > 1 {
      range = Self.trimmed(scalars, range.lowerBound + 1..<range.upperBound - 1)
    } else if brackets != (false, false) {
      throw AnchorFault(
        reason: brackets.0 ? "its < is not closed by a >" : "its > was not opened by a <",
        at: brackets.0 ? range.lowerBound + 1 : range.upperBound,
        advice: AnchorParser.copyAgain
      )
    }
    units = try Self.decode(scalars[range])[...]
    end = range.upperBound + 1
  }

  private static func trimmed(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    let start = range.first { !scalars[$0].isBlank } ?? range.upperBound
    let last = range.last { !scalars[$0].isBlank } ?? start - 1
    return start..<last + 1
  }

  private static func decode(_ scalars: ArraySlice<Unicode.Scalar>) throws(AnchorFault) -> [Unit] {
    var units: [Unit] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let place = index + 1
      if scalar == "%" {
        units.append(
          Unit(byte: try encodedByte(scalars[index...], place), place: place, isEncoded: true)
        )
        index += 3
        continue
      }
      guard scalar.value >= 0x20, scalar.value != 0x7F else {
        throw AnchorFault(
          reason: "it holds a control character (U+\(hexadecimal(scalar.value)))",
          at: place,
          advice: "write it on one line; in a path it is %\(hexadecimal(scalar.value).suffix(2))"
        )
      }
      units += String(scalar).utf8.map { Unit(byte: $0, place: place, isEncoded: false) }
      index += 1
    }
    return units
  }

  private static func encodedByte(
    _ scalars: ArraySlice<Unicode.Scalar>,
    _ place: Int
  ) throws(AnchorFault) -> UInt8 {
    let digits = scalars.dropFirst().prefix(2)
    // Of `+1` an integer could be made, too.
    guard digits.allSatisfy(\.properties.isASCIIHexDigit) else {
      throw AnchorFault(
        reason: "its % has no two hexadecimal digits behind it",
        at: place,
        advice: "write a % that is meant as %25"
      )
    }
    guard digits.count == 2,
      let byte = UInt8(String(String.UnicodeScalarView(digits)), radix: 16)
    else { throw AnchorParser.cutOff(at: place, behind: String(String.UnicodeScalarView(scalars))) }
    return byte
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension AnchorPart {
  /// Whether nothing stands there.
  var isEmpty: Bool { units.isEmpty }
  /// Where it begins: the character, counted from 1.
  var place: Int { units.first?.place ?? end }
  /// The bytes that it stands for.
  var bytes: [UInt8] { units.map(\.byte) }
  /// The text that it stands for, for people.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The text that it stands for; nil if it is no UTF-8.
  var validText: String? { String(validating: bytes, as: UTF8.self) }

  /// Where the first such byte is written; nil if it is not there.
  func place(of byte: UInt8) -> Int? { units.first { $0.byte == byte }?.place }

  /// What stands between the separators that are no part of a name: those that are not encoded.
  ///
  /// There are no more parts than `limit`; the last holds further separators.
  func split(separator: Unicode.Scalar, limit: Int = .max) -> [AnchorPart] {
    split(limit: limit) { $0.byte == UInt8(ascii: separator) && !$0.isEncoded }
  }

  /// The same as if nothing of it had been encoded: its separators separate.
  var unencoded: AnchorPart {
    let plain = units.map { Unit(byte: $0.byte, place: $0.place, isEncoded: false) }
    return AnchorPart(plain[...], end: end)
  }

  /// What stands between slashes, encoded or not.
  var components: [AnchorPart] { split { $0.byte == UInt8(ascii: "/") } }

  private func split(limit: Int = .max, where separates: (Unit) -> Bool) -> [AnchorPart] {
    var parts: [AnchorPart] = []
    var start = units.startIndex
    for index in units.indices where parts.count < limit - 1 && separates(units[index]) {
      parts.append(AnchorPart(units[start..<index], end: units[index].place))
      start = index + 1
    }
    return parts + [AnchorPart(units[start...], end: end)]
  }

  /// What stands before and behind `separator`, encoded or not; all of it and nil if it is not there.
  func divided(by separator: String) -> (AnchorPart, AnchorPart?) {
    let wanted = Array(separator.utf8)
    guard units.count >= wanted.count else { return (self, nil) }
    for start in units.startIndex...units.endIndex - wanted.count
    where units[start..<start + wanted.count].elementsEqual(wanted, by: { $0.byte == $1 }) {
      let front = AnchorPart(units[..<start], end: units[start].place)
      return (front, AnchorPart(units[(start + wanted.count)...], end: end))
    }
    return (self, nil)
  }

  /// Without a hyphen at its end that is not encoded; nil if there is none.
  var withoutLastHyphen: AnchorPart? {
    guard let last = units.last, Self.isHyphen(last) else { return nil }
    return AnchorPart(units.dropLast(), end: last.place)
  }

  /// Without a hyphen at its beginning that is not encoded; nil if there is none.
  var withoutFirstHyphen: AnchorPart? {
    guard let first = units.first, Self.isHyphen(first) else { return nil }
    return AnchorPart(units.dropFirst(), end: end)
  }

  private static func isHyphen(_ unit: Unit) -> Bool {
    unit.byte == UInt8(ascii: "-") && !unit.isEncoded
  }
}

extension AnchorPart {
  /// The number that it is.
  func number(behind name: String) throws(AnchorFault) -> Int {
    guard !isEmpty else { throw AnchorParser.cutOff(at: place, behind: name) }
    guard bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
      throw AnchorFault(
        reason: "'\(text)' behind \(name) is no number",
        at: place,
        advice: "give whole numbers in the digits 0 to 9"
      )
    }
    guard let number = Int(text) else {
      throw AnchorFault(
        reason: "the number behind \(name) is too large",
        at: place,
        advice: AnchorParser.copyAgain
      )
    }
    return number
  }
}
