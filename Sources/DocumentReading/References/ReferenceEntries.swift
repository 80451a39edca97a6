// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads the entries of a reference list.
struct ReferenceEntries {
  /// An entry and where it stands, its label included.
  struct Entry: Equatable {
    var label: EntryLabel
    var range: Range<Int>
  }

  private let utf8: [UInt8]
  private let labels: EntryLabelReader

  init(utf8: [UInt8]) {
    self.utf8 = utf8
    labels = EntryLabelReader(utf8: utf8)
  }

  /// Whether a trimmed line begins an entry.
  func begins(at line: Range<Int>) -> Bool { labels.label(of: line) != nil }

  /// The label that a trimmed stretch of text begins with.
  func label(at range: Range<Int>) -> EntryLabel? {
    labels.label(of: range.lowerBound..<utf8.lineEnd(after: range.lowerBound, in: range))
  }

  /// The entries in `range`; nil if it does not begin with one.
  ///
  /// Lines that begin no entry go on with the one before.
  func entries(in range: Range<Int>) -> [Entry]? {
    guard let first = label(at: range) else { return nil }
    let lines = utf8.lines(in: range)
    var entries = [Entry(label: first, range: range)]
    // Known only when it is needed: most lists are certain.
    var hangs: Bool?
    let left = utf8.indentation(before: lines[0].lowerBound)
    for line in lines.dropFirst() {
      guard let label = labels.label(of: line) else { continue }
      let open = entries[entries.count - 1]
      guard label.form == first.form else { continue }
      // What stands further in is a list within an entry.
      if !label.isCertain, utf8.indentation(before: line.lowerBound) > left { continue }
      // The same number again: one of the two goes on with an entry, and which cannot be told.
      if !label.isCertain, label.number != (open.label.number ?? 0) + 1,
        label.number != open.label.number
      {
        if hangs == nil { hangs = hasHangingLines(lines, form: first.form) }
        guard hangs == true else { continue }
      }
      let end = utf8.trimmed(open.range.lowerBound..<line.lowerBound).upperBound
      entries[entries.count - 1].range = open.range.lowerBound..<end
      entries.append(Entry(label: label, range: line.lowerBound..<range.upperBound))
    }
    return entries
  }

  /// Whether lines with labels, and they alone, stand at the left, and their numbers rise: then each
  /// begins an entry.
  private func hasHangingLines(_ lines: [Range<Int>], form: EntryLabel.Form) -> Bool {
    let left = utf8.indentation(before: lines[0].lowerBound)
    var highest = 0
    return lines.allSatisfy { line in
      let indentation = utf8.indentation(before: line.lowerBound)
      guard let label = labels.label(of: line), label.form == form, let number = label.number,
        !LabelNumber.years.contains(number)
      else { return indentation > left }
      defer { highest = number }
      return indentation == left && number > highest
    }
  }
}
