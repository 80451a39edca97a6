// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes a pattern to pieces.
///
/// - SeeAlso: `man gitignore`; what it leaves open is done as git does it.
struct PatternParser {
  private var rest: ArraySlice<UInt8>
  private var parts: [PathPattern.Part] = []
  private var elements: [NamePattern.Element] = []

  /// The parts of `text`; nil if it can match nothing: a `[` without its `]`, a `\` at the end, a
  /// class that does not exist.
  static func parts(of text: ArraySlice<UInt8>) -> [PathPattern.Part]? {
    var parser = PatternParser(rest: text)
    return parser.parse() ? parser.parts : nil
  }

  private init(rest: ArraySlice<UInt8>) {
    self.rest = rest
  }

  private mutating func parse() -> Bool {
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "/"):
        endName()
      case UInt8(ascii: "?"):
        elements.append(.any)
      case UInt8(ascii: "*"):
        if !takeStars() { return true }
      case UInt8(ascii: "["):
        guard let set = parseSet() else { return false }
        elements.append(.one(of: set))
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return false }
        if escaped == UInt8(ascii: "/") { endName() } else { elements.append(.byte(escaped)) }
      default:
        elements.append(.byte(byte))
      }
    }
    endName()
    return true
  }

  private mutating func endName() {
    parts.append(.name(NamePattern(elements)))
    elements = []
  }

  /// Takes a run of stars, the first of which is taken already; false if that was the end.
  private mutating func takeStars() -> Bool {
    let further = rest.prefix { $0 == UInt8(ascii: "*") }
    rest = rest.dropFirst(further.count)
    let isWholeName =
      elements.isEmpty
      && (rest.isEmpty || rest.first == UInt8(ascii: "/") || rest.starts(with: Array("\\/".utf8)))
    guard !further.isEmpty, isWholeName else {
      if elements.last != .many { elements.append(.many) }
      return true
    }
    switch rest.first {
    case UInt8(ascii: "/"):
      rest = rest.dropFirst()
      parts.append(.anyNames)
    case nil:
      // At the end it stands for one name at least: `a/**` is what is in `a`, not `a`.
      parts += [.name(NamePattern([.many])), .anyNames]
      return false
    default:
      rest = rest.dropFirst(2)
      parts += [.name(NamePattern([.many])), .anyNames]
    }
    return true
  }

  // MARK: Sets

  /// The set that follows a `[`.
  private mutating func parseSet() -> ByteSet? {
    let isInverted = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isInverted { rest = rest.dropFirst() }
    var set = ByteSet()
    /// What a range may begin with.
    var start: UInt8?
    // A `]` that comes first is one of the set.
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return isInverted ? set.inverted : set }
      isFirst = false
      if byte == UInt8(ascii: "\\") {
        guard let escaped = rest.popFirst() else { return nil }
        set.insert(escaped)
        start = escaped
      } else if byte == UInt8(ascii: "-"), let first = start, let next = rest.first,
        next != UInt8(ascii: "]")
      {
        rest = rest.dropFirst()
        guard let last = next == UInt8(ascii: "\\") ? rest.popFirst() : next else { return nil }
        if first <= last { set.formUnion(ByteSet { (first...last).contains($0) }) }
        start = nil
      } else if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let name = rest[..<end].dropFirst()
        if name.last == UInt8(ascii: ":") {
          guard let named = ByteSet(posixClass: name.dropLast()) else { return nil }
          set.formUnion(named)
          rest = rest[end...].dropFirst()
          start = nil
        } else {
          set.insert(byte)
          start = byte
        }
      } else {
        set.insert(byte)
        start = byte
      }
    }
    return nil
  }
}
