// SPDX-License-Identifier: GPL-3.0-or-later

extension JSONValue {
  /// Reads one value.
  ///
  /// Of equal keys in one object the last counts.
  ///
  /// - Parameter utf8: valid UTF-8, nothing but the value and white space.
  /// - Throws: where it is none; what is nested deeper than `maximumDepth` is none, too.
  /// - Complexity: O(n), without recursion.
  /// - SeeAlso: RFC 8259.
  package init(parsing utf8: [UInt8]) throws(JSONFault) {
    var parser = JSONParser(utf8: utf8)
    self = try parser.document()
  }

  /// Reads one value from a text; nil if it is none.
  package init?(_ text: String) {
    do throws(JSONFault) {
      self = try JSONValue(parsing: Array(text.utf8))
    } catch {
      return nil
    }
  }
}

/// Reads JSON from the first byte to the last.
private struct JSONParser {
  /// An array or an object that is not closed yet.
  private struct Open {
    var values: [JSONValue] = []
    /// Nil in an array.
    var members: [String: JSONValue]?
    var key = ""
    let start: Int
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  let utf8: [UInt8]
  private var offset = 0
  private var open: [Open] = []

  init(utf8: [UInt8]) {
    self.utf8 = utf8
  }

  mutating func document() throws(JSONFault) -> JSONValue {
    while true {
      skipBlanks()
      guard var value = try valueOrOpening() else { continue }
      // A value may be the last of one container or of several.
      while let ended = try take(value) { value = ended }
      if open.isEmpty {
        skipBlanks()
        guard offset == utf8.count else { throw fault("something follows the end") }
        return value
      }
    }
  }

  /// A value that is whole; nil where a container begins that holds something.
  private mutating func valueOrOpening() throws(JSONFault) -> JSONValue? {
    guard offset < utf8.count else { throw unclosed() }
    switch utf8[offset] {
    case UInt8(ascii: "["):
      try enter(Open(start: offset))
      return isNext("]") ? .array(leave().values) : nil
    case UInt8(ascii: "{"):
      try enter(Open(members: [:], start: offset))
      if isNext("}") { return .object(leave().members ?? [:]) }
      try readKey()
      return nil
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default:
      for (word, value) in [
        ("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null),
      ]
      where utf8[offset...].starts(with: word.utf8) {
        offset += word.utf8.count
        return value
      }
      throw fault("a value should begin here")
    }
  }

  /// Puts a value into the innermost container.
  ///
  /// - Returns: that container, if it ends behind the value; nil if another value is to follow, or if
  ///   there is no container.
  private mutating func take(_ value: JSONValue) throws(JSONFault) -> JSONValue? {
    guard let last = open.indices.last else { return nil }
    let isObject = open[last].members != nil
    if isObject {
      let key = open[last].key
      open[last].members?[key] = value
    } else {
      open[last].values.append(value)
    }
    skipBlanks()
    if isNext(",") {
      if isObject { try readKey() }
      return nil
    }
    guard isNext(isObject ? "}" : "]") else {
      if offset == utf8.count { throw unclosed() }
      throw fault("a comma or '\(isObject ? "}" : "]")' should stand here")
    }
    let ended = leave()
    return ended.members.map(JSONValue.object) ?? .array(ended.values)
  }

  private mutating func enter(_ container: Open) throws(JSONFault) {
    guard open.count < JSONValue.maximumDepth else {
      throw fault("nested deeper than \(JSONValue.maximumDepth) levels")
    }
    open.append(container)
    offset += 1
    skipBlanks()
  }

  private mutating func leave() -> Open { open.removeLast() }

  private mutating func readKey() throws(JSONFault) {
    skipBlanks()
    guard offset < utf8.count, utf8[offset] == UInt8(ascii: "\"") else {
      throw offset == utf8.count ? unclosed() : fault("the name of a member should begin here")
    }
    let key = try string()
    skipBlanks()
    guard isNext(":") else { throw fault("a colon should follow \"\(key.prefix(40))\"") }
    open[open.count - 1].key = key
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = offset
    _ = isNext("-")
    let isZero = isNext("0")
    guard isZero || skipDigits() else { throw fault("this is no number") }
    if isNext("."), !skipDigits() { throw fault("this is no number") }
    if isNext("e") || isNext("E") {
      if !isNext("+") { _ = isNext("-") }
      guard skipDigits() else { throw fault("this is no number") }
    }
    if offset < utf8.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(utf8[offset]) {
      throw fault("a number does not begin with 0")
    }
    return String(decoding: utf8[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(JSONFault) -> String {
    let start = offset
    offset += 1
    var units: [UInt8] = []
    while offset < utf8.count {
      let byte = utf8[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): try appendEscaped(to: &units)
      case ..<0x20: throw fault("a string holds a line's end or another control character")
      default:
        units.append(byte)
        offset += 1
      }
    }
    throw fault("a string has no end", at: start)
  }

  private mutating func appendEscaped(to units: inout [UInt8]) throws(JSONFault) {
    offset += 1
    guard offset < utf8.count else { throw fault("a string has no end") }
    if let byte = Self.escapes[utf8[offset]] {
      units.append(byte)
      offset += 1
      return
    }
    guard let first = unit() else { throw fault("no such escape in a string") }
    var value = first
    let behind = offset
    if (0xD800..<0xDC00).contains(first), isNext("\\") {
      if let second = unit(), (0xDC00..<0xE000).contains(second) {
        value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      } else {
        // What follows is a character by itself.
        offset = behind
      }
    }
    // Half of a pair says nothing.
    units += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
  }

  /// The number in `uXXXX`, the backslash before which is read.
  private mutating func unit() -> UInt32? {
    guard offset + 5 <= utf8.count, utf8[offset] == UInt8(ascii: "u") else { return nil }
    let digits = utf8[offset + 1..<offset + 5]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    offset += 5
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func skipBlanks() {
    while offset < utf8.count, [0x20, 0x09, 0x0A, 0x0D].contains(utf8[offset]) { offset += 1 }
  }

  /// Whether there was one at least.
  private mutating func skipDigits() -> Bool {
    let start = offset
    while offset < utf8.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(utf8[offset]) {
      offset += 1
    }
    return offset > start
  }

  private mutating func isNext(_ character: Unicode.Scalar) -> Bool {
    guard offset < utf8.count, UInt32(utf8[offset]) == character.value else { return false }
    offset += 1
    return true
  }

  private func unclosed() -> JSONFault {
    guard let last = open.last else { return fault("there is nothing") }
    return fault("what begins here has no end", at: last.start)
  }

  private func fault(_ reason: String, at place: Int? = nil) -> JSONFault {
    let before = utf8[..<(place ?? min(offset, utf8.count))]
    return JSONFault(line: 1 + before.count { $0 == UInt8(ascii: "\n") }, reason: reason)
  }
}
