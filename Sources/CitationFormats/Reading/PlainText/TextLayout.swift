// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Knows which lines of a plain text hold a quotation, its source, its anchor and its stamp.
struct TextLayout {
  private let utf8: [UInt8]
  private let lines: LineIndex
  /// The line from which on quotations are looked for.
  private var reached = 0
  /// The line on which a quotation begins that is not at its end.
  private var opened: Int?
  /// The last quotation that is at its end: its lines, and whether a source line followed.
  private var ended: (lines: Range<Int>, hasSource: Bool)?

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    lines = LineIndex(utf8)
  }

  /// The quotation that ends right before the line of an anchor that stands alone on it.
  ///
  /// No anchor may be asked for that stands before the one asked for last.
  mutating func quotation(before anchor: Range<Int>) -> (text: String, range: Range<Int>)? {
    let line = lines.index(of: anchor.lowerBound)
    guard isAlone(anchor, on: line) else { return nil }
    while reached < line {
      read(reached)
      reached += 1
    }
    var quoted: Range<Int>?
    if let ended, ended.hasSource, ended.lines.upperBound == line - 1 {
      quoted = ended.lines
    } else if let opened, endsWithMark(line - 1) {
      quoted = opened..<line
    }
    guard let quoted else { return nil }
    opened = nil
    ended = nil
    return (
      text(of: quoted),
      lines.starts[quoted.lowerBound]..<content(of: quoted.upperBound - 1).upperBound
    )
  }

  /// The stamp that stands behind an anchor, on its line or on the next.
  func stamp(behind anchor: Range<Int>, before next: Int) -> Range<Int>? {
    let line = lines.index(of: anchor.lowerBound)
    let rest = anchor.upperBound..<max(anchor.upperBound, min(next, content(of: line).upperBound))
    if let stamp = StampReader.firstStamp(in: rest, of: utf8) { return stamp }
    guard line + 1 < lines.starts.count else { return nil }
    let following = utf8.trimmed(content(of: line + 1))
    guard StampReader.begins(utf8[following]), following.upperBound <= next else { return nil }
    return following
  }

  private mutating func read(_ line: Int) {
    let content = utf8[content(of: line)]
    if content.starts(with: Self.openingMark) {
      opened = line
      ended = nil
    } else if content.starts(with: Self.dash) {
      ended = opened.map { ($0..<line, true) }
      opened = nil
    } else if line > 0, opened != nil, content.first.map({ $0 != UInt8(ascii: " ") }) ?? false,
      self.content(of: line - 1).isEmpty
    {
      // A paragraph that is not indented is none of the quotation's.
      opened = nil
    }
  }

  /// The words between the marks; each line but the first loses the blank it is indented by.
  private func text(of quoted: Range<Int>) -> String {
    var text: [UInt8] = []
    for line in quoted {
      let content = utf8[content(of: line)]
      if line == quoted.lowerBound {
        text += content.dropFirst(Self.openingMark.count)
      } else {
        text.append(UInt8(ascii: "\n"))
        text += content.first == UInt8(ascii: " ") ? content.dropFirst() : content
      }
    }
    if text.ends(with: Self.closingMark) { text.removeLast(Self.closingMark.count) }
    return String(decoding: text, as: UTF8.self)
  }

  /// A line without its end.
  private func content(of line: Int) -> Range<Int> {
    let start = lines.starts[line]
    var end = line + 1 < lines.starts.count ? lines.starts[line + 1] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func isAlone(_ anchor: Range<Int>, on line: Int) -> Bool {
    let content = utf8.trimmed(content(of: line))
    let isBracketed =
      content.lowerBound + 1 == anchor.lowerBound && content.upperBound - 1 == anchor.upperBound
      && utf8[content.lowerBound] == UInt8(ascii: "<")
    return content == anchor || isBracketed
  }

  private func endsWithMark(_ line: Int) -> Bool {
    line >= 0 && Array(utf8[content(of: line)]).ends(with: Self.closingMark)
  }

  private static let openingMark = Array("“".utf8)
  private static let closingMark = Array("”".utf8)
  private static let dash = Array("— ".utf8)
}

extension [UInt8] {
  fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
