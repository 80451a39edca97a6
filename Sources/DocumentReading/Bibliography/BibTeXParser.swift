// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the entries of a BibTeX file, in their order.
///
/// What stands between entries is comment. Where BibTeX would warn and go on, this throws: half of a
/// file is not what its author means.
///
/// - SeeAlso: Patashnik, "BibTeXing" (1988), and `bibtex.web`; `%` begins a comment as in Biber.
struct BibTeXParser {
  /// How much longer macros may make the values of a file than it is: bytes.
  ///
  /// One macro may hold another twice, that a third, and so on.
  private static let maximumExpansion = 16 << 20

  private let utf8: [UInt8]
  private var offset = 0
  private var macros = Self.months
  private var expandedByteCount = 0
  /// To tell lines by: how many line feeds stand before `counted`.
  private var counted = 0
  private var lineFeedCount = 0

  private static let months = Dictionary(
    uniqueKeysWithValues: BibTeXDate.months.map { (String($0.prefix(3)), Array($0.utf8)) }
  )

  private init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// The entries of a file.
  ///
  /// - Throws: `malformed`, with the line and what is wrong there.
  /// - Complexity: O(n) in bytes, those that macros add included.
  static func entries(in utf8: [UInt8]) throws(ReadingError) -> [BibTeXEntry] {
    var parser = BibTeXParser(utf8)
    var entries: [BibTeXEntry] = []
    while let at = utf8[parser.offset...].firstIndex(of: UInt8(ascii: "@")) {
      parser.offset = at + 1
      if let entry = try parser.item(at: at) { entries.append(entry) }
    }
    return entries
  }

  /// The entry that begins with the `@` at `start`; nil for anything else, which is passed over.
  private mutating func item(at start: Int) throws(ReadingError) -> BibTeXEntry? {
    guard !isCommentedOut(start) else { return nil }
    skipBlanks()
    let type = word().lowercased()
    skipBlanks()
    guard !type.isEmpty, let opening = next,
      opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(")
    else { return nil }
    let closing = opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "comment", "preamble":
      try skipBalanced(to: closing)
      return nil
    case "string":
      offset += 1
      try readMacro(closing, from: start)
      return nil
    default:
      offset += 1
      return try entry(type, closing, from: start)
    }
  }

  private mutating func readMacro(_ closing: UInt8, from start: Int) throws(ReadingError) {
    skipBlanksAndComments()
    // An empty definition defines nothing.
    if takes(closing) { return }
    let name = word().lowercased()
    guard !name.isEmpty else { throw fault("the name of a @string should stand here") }
    macros[name] = try value(of: name)
    skipBlanksAndComments()
    _ = takes(UInt8(ascii: ","))
    skipBlanksAndComments()
    guard takes(closing) else { throw unclosed("@string '\(name)'", from: start, closing) }
  }

  private mutating func entry(
    _ type: String,
    _ closing: UInt8,
    from start: Int
  ) throws(ReadingError) -> BibTeXEntry {
    let line = line(of: start)
    skipBlanksAndComments()
    let keyStart = offset
    while let byte = next, byte > Byte.space, byte != UInt8(ascii: ","), byte != closing,
      !"=\"#{}".utf8.contains(byte)
    {
      offset += 1
    }
    let key = String(decoding: utf8[keyStart..<offset], as: UTF8.self)
    skipBlanksAndComments()
    guard !key.isEmpty, next != UInt8(ascii: "=") else {
      throw fault("this @\(type) has no key", at: start)
    }
    var entry = BibTeXEntry(type: type, key: key, line: line)
    while takes(UInt8(ascii: ",")) {
      skipBlanksAndComments()
      if next == closing { break }
      // Two commas in a row are no field between them.
      if next == UInt8(ascii: ",") { continue }
      let name = word().lowercased()
      guard !name.isEmpty else {
        throw unclosed("'\(key)'", from: start, closing, expected: "the name of a field")
      }
      let value = try value(of: name)
      // Of a field that is said twice BibTeX takes the first.
      if entry.fields[name] == nil { entry.fields[name] = String(decoding: value, as: UTF8.self) }
      skipBlanksAndComments()
    }
    guard takes(closing) else { throw unclosed("'\(key)'", from: start, closing) }
    return entry
  }

  /// What follows the `=` behind the name of a field or a macro: strings, numbers and macros, joined.
  private mutating func value(of name: String) throws(ReadingError) -> [UInt8] {
    skipBlanksAndComments()
    guard takes(Byte.equals) else { throw fault("'=' should follow '\(name)'") }
    var value: [UInt8] = []
    repeat {
      skipBlanksAndComments()
      switch next {
      case UInt8(ascii: "{"):
        let start = offset
        try skipBalanced(to: UInt8(ascii: "}"))
        value += utf8[start + 1..<offset - 1]
      case UInt8(ascii: "\""): value += utf8[try quoted()]
      default: try appendWord(to: &value, of: name)
      }
      skipBlanksAndComments()
    } while takes(UInt8(ascii: "#"))
    return value
  }

  private mutating func appendWord(
    to value: inout [UInt8],
    of name: String
  ) throws(ReadingError) {
    let start = offset
    let word = word()
    guard !word.isEmpty else { throw fault("'\(name)' has no value") }
    if word.utf8.allSatisfy(Byte.isDigit) {
      value += utf8[start..<offset]
      return
    }
    // One that is not defined in this file says nothing, as in BibTeX.
    guard let text = macros[word.lowercased()] else { return }
    expandedByteCount += text.count
    guard expandedByteCount <= Self.maximumExpansion else {
      throw fault("macros make the file longer than \(Self.maximumExpansion >> 20) MiB")
    }
    value += text
  }

  /// The bytes between the quotation marks that begin here; braces hide others.
  private mutating func quoted() throws(ReadingError) -> Range<Int> {
    let start = offset
    var depth = 0
    offset += 1
    while let byte = next {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { throw fault("a '}' within quotation marks closes nothing") }
      case UInt8(ascii: "\"") where depth == 0:
        offset += 1
        return start + 1..<offset - 1
      default: break
      }
      offset += 1
    }
    throw fault("the value that begins here has no end", at: start)
  }

  /// Passes over what begins here, up to and with its `closing` outside of all braces.
  private mutating func skipBalanced(to closing: UInt8) throws(ReadingError) {
    let start = offset
    let isBraced = closing == UInt8(ascii: "}")
    var depth = isBraced ? 0 : 1
    if !isBraced { offset += 1 }
    while let byte = next {
      offset += 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if isBraced ? depth == 0 : depth == 1 && byte == closing { return }
      if depth < (isBraced ? 0 : 1) { throw fault("a '}' closes nothing", at: offset - 1) }
    }
    throw fault("what begins here has no end", at: start)
  }

  private var next: UInt8? { offset < utf8.count ? utf8[offset] : nil }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// The name that stands here; empty if none does.
  private mutating func word() -> String {
    let start = offset
    while let byte = next, byte > Byte.space, !"\"#%'(),={}@".utf8.contains(byte) { offset += 1 }
    return String(decoding: utf8[start..<offset], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let byte = next, byte <= Byte.space { offset += 1 }
  }

  private mutating func skipBlanksAndComments() {
    skipBlanks()
    while next == UInt8(ascii: "%") {
      while let byte = next, byte != Byte.lineFeed { offset += 1 }
      skipBlanks()
    }
  }

  /// Whether a `%` stands before all else in the line of `start`.
  private func isCommentedOut(_ start: Int) -> Bool {
    var place = start
    while place > 0, utf8[place - 1] == Byte.space || utf8[place - 1] == Byte.tab { place -= 1 }
    return place > 0 && utf8[place - 1] == UInt8(ascii: "%")
  }

  /// The line of a place, which is not before the one asked for last.
  private mutating func line(of place: Int) -> Int {
    lineFeedCount += utf8[counted..<place].count { $0 == Byte.lineFeed }
    counted = place
    return lineFeedCount + 1
  }

  private func fault(_ what: String, at place: Int? = nil) -> ReadingError {
    let before = utf8[..<min(place ?? offset, utf8.count)]
    return .malformed("BibTeX", line: 1 + before.count { $0 == Byte.lineFeed }, what)
  }

  /// Tells what should stand here, and of what it would be a part: most often what is wrong is that
  /// it was not closed before.
  private func unclosed(
    _ what: String,
    from start: Int,
    _ closing: UInt8,
    expected: String? = nil
  ) -> ReadingError {
    let line = 1 + utf8[..<start].count { $0 == Byte.lineFeed }
    guard offset < utf8.count else { return fault("\(what) has no end", at: start) }
    let expected = expected ?? "',' or '\(Character(Unicode.Scalar(closing)))'"
    return fault("\(expected) should stand here, in \(what), which begins in line \(line)")
  }
}
