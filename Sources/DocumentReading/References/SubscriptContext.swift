// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Tells `a[1]` in code from a marker that stands close to its word, `societies[1]`.
///
/// Prose is the rule: something must speak for code.
struct SubscriptContext {
  /// What was found in the text so far.
  struct Memory {
    /// The line last looked at, so that each is looked at once.
    fileprivate var line = 0..<0
    fileprivate var isCode = false
    /// The end of the last index: another may follow it, as in `a[1][2]`.
    fileprivate var indexEnd: Int?
  }

  /// Longer lines are no code, and longer identifiers none.
  private static let longestLine = 160
  private static let longestIdentifier = 64
  private static let keywords: Set<String> = [
    "assert", "const", "elif", "else", "for", "if", "int", "let", "print", "printf", "return",
    "var",
    "while",
  ]

  private let utf8: [UInt8]
  /// Identifiers with an index that no marker can be: `x[i]`, `x[0]`, `x[n-1]`, `x[-1]`.
  private let indexed: Set<ArraySlice<UInt8>>

  init(utf8: [UInt8]) {
    self.utf8 = utf8
    var indexed: Set<ArraySlice<UInt8>> = []
    var offset = 0
    while let open = utf8[offset...].firstIndex(of: Byte.openBracket) {
      offset = open + 1
      if Self.isIndex(utf8[offset...].prefix(8)), let name = Self.identifier(before: open, in: utf8)
      {
        indexed.insert(utf8[name])
      }
    }
    self.indexed = indexed
  }

  /// Whether the bracket at `bracket` is an index into what stands before it.
  func isSubscript(_ bracket: Range<Int>, in range: Range<Int>, memory: inout Memory) -> Bool {
    guard memory.indexEnd == bracket.lowerBound || isIndex(bracket, in: range, memory: &memory)
    else { return false }
    memory.indexEnd = bracket.upperBound
    return true
  }

  private func isIndex(_ bracket: Range<Int>, in range: Range<Int>, memory: inout Memory) -> Bool {
    guard bracket.lowerBound > range.lowerBound,
      let name = Self.identifier(before: bracket.lowerBound, in: utf8)
    else { return false }
    if indexed.contains(utf8[name]) || utf8[name].contains(UInt8(ascii: "_"))
      || isVariable(name) || isUsed(after: bracket.upperBound, limit: range.upperBound)
    {
      return true
    }
    if !memory.line.contains(bracket.lowerBound) {
      let start = utf8[range.lowerBound..<bracket.lowerBound].lastIndex(of: Byte.lineFeed)
      let end = utf8.lineEnd(after: bracket.lowerBound, in: range)
      memory.line = (start.map { $0 + 1 } ?? range.lowerBound)..<end
      memory.isCode = memory.line.count <= Self.longestLine && isCode(memory.line)
    }
    return memory.isCode
  }

  /// The ASCII identifier that ends before `end`.
  private static func identifier(before end: Int, in utf8: [UInt8]) -> Range<Int>? {
    let count = utf8[..<end].reversed().prefix(longestIdentifier).prefix {
      Byte.isASCIILetter($0) || Byte.isDigit($0) || $0 == UInt8(ascii: "_")
    }.count
    let start = end - count
    guard count > 0, !Byte.isDigit(utf8[start]) else { return nil }
    // The end of a word in letters beyond ASCII.
    return start > 0 && utf8[start - 1] >= 0x80 ? nil : start..<end
  }

  /// Whether a bracket with `content` in it is an index: `0`, `i`, `n-1`, `-1`.
  private static func isIndex(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, let second = content.dropFirst().first else { return false }
    if first == Byte.hyphen { return Byte.isDigit(second) }
    guard first == UInt8(ascii: "0") || "ijkmnxy".utf8.contains(first) else { return false }
    return second == Byte.closeBracket || "+-*,]".utf8.contains(second)
  }

  /// Whether a name is a single small letter that stands alone, and no unit of measure: `x[2]`.
  private func isVariable(_ name: Range<Int>) -> Bool {
    guard name.count == 1, utf8[name.lowerBound] >= UInt8(ascii: "a") else { return false }
    guard name.lowerBound > 0 else { return true }
    switch utf8[name.lowerBound - 1] {
    case UInt8(ascii: "'"), Byte.hyphen, Byte.dot: return false
    case Byte.space: return name.lowerBound < 2 || !Byte.isDigit(utf8[name.lowerBound - 2])
    default: return true
    }
  }

  /// Whether what follows does something with an element: `[1] = 3`, `[1]++`, `[1][i]`, `[1]->x`.
  private func isUsed(after end: Int, limit: Int) -> Bool {
    let rest = utf8[end..<min(limit, end + 8)]
    if rest.starts(with: "++".utf8) || rest.starts(with: "--".utf8) || rest.starts(with: "->".utf8)
    {
      return true
    }
    let next = rest.drop { $0 == Byte.space }
    if let first = next.first, first == Byte.equals { return true }
    if let second = next.dropFirst().first, second == Byte.equals,
      let first = next.first, "+-*/%|&!<>".utf8.contains(first)
    {
      return true
    }
    return rest.first == Byte.openBracket && rest.dropFirst().first.map(Byte.isASCIILetter) ?? false
  }

  // MARK: Lines of code

  /// Whether a line reads like a statement: `y = a[1] * 2`, `print(row[1])`, `int v = a[3];`.
  private func isCode(_ line: Range<Int>) -> Bool {
    let line = utf8.trimmed(line)
    let text = utf8[line]
    guard let last = text.last else { return false }
    let word = text.prefix { Byte.isASCIILetter($0) || Byte.isDigit($0) || $0 == UInt8(ascii: "_") }
    let rest = text[word.endIndex...]
    let isKeyword = Self.keywords.contains(String(decoding: word, as: UTF8.self))
    if !word.isEmpty,
      isAssignment(rest) || (rest.first == UInt8(ascii: "(") && last == UInt8(ascii: ")"))
    {
      return true
    }
    if ";{}".utf8.contains(last) { return isKeyword || text.contains(Byte.equals) }
    return isKeyword && (last == UInt8(ascii: ":") || rest.contains(Byte.equals))
  }

  private func isAssignment(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = rest.drop { $0 == Byte.space }
    if next.first == Byte.equals { return true }
    guard let first = next.first, ":+-*/".utf8.contains(first) else { return false }
    return next.dropFirst().first == Byte.equals
  }
}
