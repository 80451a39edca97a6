// SPDX-License-Identifier: GPL-3.0-or-later

/// Parts HTML into tags and text, with the place of each in the file.
///
/// There is no tree: what is looked for needs none, and gumbo's takes quadratic time for deep nesting
/// (50 KB of `<div>` take seconds) and recursion to free it.
///
/// - SeeAlso: HTML Living Standard, section 13.2.5 (tokenization), of which script data escapes and
///   the kinds of DOCTYPE are left out.
struct HTMLTokenizer {
  /// An attribute of a tag.
  struct Attribute {
    /// In lower case.
    let name: String
    /// Bytes of the file, without marks; empty without a value.
    let value: Range<Int>
    /// The quotation mark around it; 0 without.
    let mark: UInt8
  }

  enum Token {
    case text(Range<Int>)
    /// `name` is in lower case.
    case start(name: String, attributes: [Attribute])
    case end(name: String)
  }

  /// No element of HTML has nearly as many.
  private static let mostAttributes = 1000

  private let utf8: [UInt8]
  private let limit: Int
  private var offset: Int
  /// The element whose text holds no tags but its own end.
  private var rawElement: String?

  init(_ utf8: [UInt8], in range: Range<Int>) {
    self.utf8 = utf8
    offset = range.lowerBound
    limit = range.upperBound
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while offset < limit {
      if let name = rawElement {
        rawElement = nil
        let text = offset..<end(ofRaw: name)
        offset = text.upperBound
        if !text.isEmpty { return .text(text) }
        continue
      }
      if utf8[offset] == UInt8(ascii: "<") {
        if let token = markup() { return token }
        continue
      }
      let start = offset
      offset = utf8[offset..<limit].firstIndex(of: UInt8(ascii: "<")) ?? limit
      return .text(start..<offset)
    }
    return nil
  }

  /// What begins with the `<` at `offset`; nil if it is nothing that is told.
  private mutating func markup() -> Token? {
    let start = offset
    guard start + 1 < limit else {
      offset = limit
      return .text(start..<limit)
    }
    switch utf8[start + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"):
      skip(behind: ">")
      return nil
    case UInt8(ascii: "/"):
      guard start + 2 < limit, AnchorCharacter.isLetter(utf8[start + 2]) else {
        skip(behind: ">")
        return nil
      }
      offset += 2
      let name = tagName()
      _ = attributes()
      return .end(name: name)
    case let byte where AnchorCharacter.isLetter(byte):
      offset += 1
      let name = tagName()
      let attributes = attributes()
      if Self.rawElements.contains(name) { rawElement = name }
      return .start(name: name, attributes: attributes)
    default:
      offset += 1
      return .text(start..<offset)
    }
  }

  /// A comment or DOCTYPE, which is passed over, or the text of a CDATA section.
  private mutating func declaration() -> Token? {
    let rest = utf8[offset..<limit]
    if rest.starts(with: "<!--".utf8) {
      offset += 4
      // An empty comment may be `<!-->` or `<!--->`.
      offset -= 2
      skip(behind: "-->")
      return nil
    }
    guard rest.starts(with: "<![CDATA[".utf8) else {
      skip(behind: ">")
      return nil
    }
    let start = offset + "<![CDATA[".utf8.count
    offset = start
    skip(behind: "]]>")
    let isClosed = utf8[start..<offset].suffix(3).elementsEqual("]]>".utf8)
    return .text(start..<(isClosed ? offset - 3 : offset))
  }

  /// Goes behind the next `mark`, or to the end.
  private mutating func skip(behind mark: String) {
    let mark = Array(mark.utf8)
    while let start = utf8[offset..<limit].firstIndex(of: mark[0]) {
      if utf8[start..<limit].starts(with: mark) {
        offset = start + mark.count
        return
      }
      offset = start + 1
    }
    offset = limit
  }

  private mutating func tagName() -> String {
    let start = offset
    while offset < limit, !Self.endsName(utf8[offset]) { offset += 1 }
    return lowercased(start..<offset)
  }

  /// The attributes up to the `>` of a tag, and what stands behind it is next.
  private mutating func attributes() -> [Attribute] {
    var attributes: [Attribute] = []
    while offset < limit {
      let byte = utf8[offset]
      if byte == UInt8(ascii: ">") {
        offset += 1
        return attributes
      }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        offset += 1
        continue
      }
      let attribute = attribute()
      if attributes.count < Self.mostAttributes { attributes.append(attribute) }
    }
    return attributes
  }

  private mutating func attribute() -> Attribute {
    let start = offset
    offset += 1
    while offset < limit, utf8[offset] != UInt8(ascii: "="), !Self.endsName(utf8[offset]) {
      offset += 1
    }
    let name = lowercased(start..<offset)
    skipBlanks()
    guard offset < limit, utf8[offset] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: offset..<offset, mark: 0)
    }
    offset += 1
    skipBlanks()
    guard offset < limit else { return Attribute(name: name, value: offset..<offset, mark: 0) }
    let mark = utf8[offset]
    let begin = offset
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      let end = utf8[(begin + 1)..<limit].firstIndex(of: mark) ?? limit
      offset = min(limit, end + 1)
      return Attribute(name: name, value: begin + 1..<end, mark: mark)
    }
    while offset < limit, utf8[offset] > 0x20, utf8[offset] != UInt8(ascii: ">") { offset += 1 }
    return Attribute(name: name, value: begin..<offset, mark: 0)
  }

  private mutating func skipBlanks() {
    while offset < limit, utf8[offset] <= 0x20 { offset += 1 }
  }

  /// Where the end tag of an element begins that holds nothing but text.
  private func end(ofRaw name: String) -> Int {
    let tag = Array("</\(name)".utf8)
    var start = offset
    while let open = utf8[start..<limit].firstIndex(of: UInt8(ascii: "<")) {
      let end = open + tag.count
      if end <= limit,
        utf8[open..<end].lazy.map({ $0 | 0x20 }).elementsEqual(tag.map { $0 | 0x20 }),
        end == limit || Self.endsName(utf8[end])
      {
        return open
      }
      start = open + 1
    }
    return limit
  }

  private func lowercased(_ range: Range<Int>) -> String {
    // Longer names are none that are looked for.
    let longest = 64
    let name = utf8[range].prefix(longest).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return String(decoding: name, as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Elements whose text is not markup.
  static let rawElements: Set<String> = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
  ]
}
