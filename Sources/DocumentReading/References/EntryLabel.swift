// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The label that a line of a reference list begins with: `[7]`, `7.`, `7、`, `(7)`, `^7`, `[^x]:`.
struct EntryLabel: Equatable {
  /// How a label is written; a list keeps to one way.
  enum Form {
    /// `[7]`, `［７］`, `【7】`, `〔7〕`, each also with a colon.
    case bracketed
    /// `7.`, `7)`, `7、`, `7．`, `7）`.
    case numbered
    /// `(7)`, `（7）`.
    case parenthesized
    /// `^7`.
    case caret
    /// `⁷`.
    case raised
    /// `[^x]:`.
    case footnote
  }

  /// As markers say it: numbers in ASCII digits, footnotes with their `^`.
  var text: String
  let form: Form
  /// Where the entry itself begins.
  let textStart: Int

  var number: Int? { Int(text) }

  /// Whether nothing but an entry begins so; a line of prose may begin with `7.` by chance.
  var isCertain: Bool {
    switch form {
    case .numbered, .parenthesized: false
    case .bracketed, .caret, .raised, .footnote: true
    }
  }
}

/// Reads labels of entries.
struct EntryLabelReader {
  /// Bounds the work on a line; nobody writes longer names of footnotes.
  static let longestFootnote = 100

  let utf8: [UInt8]

  /// The label at the beginning of a trimmed line; nil if there is none.
  func label(of line: Range<Int>) -> EntryLabel? {
    let start = skipBullet(line)
    guard start < line.upperBound else { return nil }
    let (first, length) = utf8.scalar(at: start)
    var offset = start + length
    switch first {
    case "[":
      return footnote(at: start, limit: line.upperBound)
        ?? number(at: offset, closedBy: "]", as: .bracketed, limit: line.upperBound)
    case "［": return number(at: offset, closedBy: "］", as: .bracketed, limit: line.upperBound)
    case "【": return number(at: offset, closedBy: "】", as: .bracketed, limit: line.upperBound)
    case "〔": return number(at: offset, closedBy: "〕", as: .bracketed, limit: line.upperBound)
    case "(": return number(at: offset, closedBy: ")", as: .parenthesized, limit: line.upperBound)
    case "（": return number(at: offset, closedBy: "）", as: .parenthesized, limit: line.upperBound)
    case "^":
      skipCarets(at: &offset, limit: line.upperBound)
      return LabelNumber.read(at: &offset, limit: line.upperBound, in: utf8).map {
        EntryLabel(text: String($0), form: .caret, textStart: offset)
      }
    case "\\":
      // What is written for a bracket that must not be a link's.
      guard offset < line.upperBound, utf8[offset] == Byte.openBracket else { return nil }
      return number(at: offset + 1, closedBy: "\\]", as: .bracketed, limit: line.upperBound)
    default:
      break
    }
    offset = start
    if let raised = LabelNumber.read(
      at: &offset,
      limit: line.upperBound,
      in: utf8,
      digit: \.superscriptDigit
    ) {
      return EntryLabel(text: String(raised), form: .raised, textStart: offset)
    }
    return numbered(at: start, limit: line.upperBound)
  }

  /// The name in `[^name]` at `offset`, with its `^`, and its end; nil if it is none.
  func footnoteName(at offset: Int, limit: Int) -> (name: String, end: Int)? {
    guard offset + 3 < limit, utf8[offset + 1] == UInt8(ascii: "^") else { return nil }
    let rest = utf8[offset + 2..<min(limit, offset + Self.longestFootnote)]
    guard
      let end = rest.firstIndex(where: {
        $0 <= Byte.space || $0 == Byte.openBracket || $0 == Byte.closeBracket
          || $0 == Byte.backtick
      }),
      utf8[end] == Byte.closeBracket, end > offset + 2
    else { return nil }
    return (String(decoding: utf8[offset + 1..<end], as: UTF8.self), end + 1)
  }

  private func footnote(at offset: Int, limit: Int) -> EntryLabel? {
    guard let (name, end) = footnoteName(at: offset, limit: limit), end < limit,
      utf8[end] == UInt8(ascii: ":")
    else { return nil }
    return EntryLabel(text: name, form: .footnote, textStart: end + 1)
  }

  private func number(
    at start: Int,
    closedBy closing: String,
    as form: EntryLabel.Form,
    limit: Int
  ) -> EntryLabel? {
    var offset = start
    // Some write the mark that leads back into the text first.
    skipCarets(at: &offset, limit: limit)
    skipZeros(at: &offset, limit: limit)
    guard let number = LabelNumber.read(at: &offset, limit: limit, in: utf8),
      // `(1973). Anthropology` goes on with an entry.
      !LabelNumber.years.contains(number), utf8[offset..<limit].starts(with: closing.utf8)
    else { return nil }
    offset += closing.utf8.count
    if form == .bracketed, offset < limit, utf8[offset] == UInt8(ascii: ":") { offset += 1 }
    return EntryLabel(text: String(number), form: form, textStart: offset)
  }

  private func numbered(at start: Int, limit: Int) -> EntryLabel? {
    var offset = start
    guard let number = LabelNumber.read(at: &offset, limit: limit, in: utf8), offset < limit else {
      return nil
    }
    let (mark, length) = utf8.scalar(at: offset)
    offset += length
    let label = EntryLabel(text: String(number), form: .numbered, textStart: offset)
    switch mark {
    case "、", "．", "）": return label
    case ".", ")":
      guard offset < limit else { return label }
      let next = utf8.scalar(at: offset).value
      // Chinese needs no space.
      return next.isBlank || next.properties.isIdeographic || next == "《" ? label : nil
    default: return nil
    }
  }

  /// Lists of entries may be written as items.
  private func skipBullet(_ line: Range<Int>) -> Int {
    guard line.count > 2 else { return line.lowerBound }
    let (first, length) = utf8.scalar(at: line.lowerBound)
    let next = line.lowerBound + length
    guard first == "-" || first == "*" || first == "•", next < line.upperBound,
      utf8[next] == Byte.space
    else { return line.lowerBound }
    return utf8.trimmed(next..<line.upperBound).lowerBound
  }

  private func skipCarets(at offset: inout Int, limit: Int) {
    while offset < limit, utf8[offset] == UInt8(ascii: "^") || utf8[offset] == Byte.space {
      offset += 1
    }
  }

  private func skipZeros(at offset: inout Int, limit: Int) {
    while offset < limit, utf8[offset] == UInt8(ascii: "0") { offset += 1 }
  }
}
