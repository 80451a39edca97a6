// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Parts the text of a Markdown document from its markup.
struct MarkdownText {
  private let utf8: [UInt8]
  private let runs: [MarkdownSyntax.Run]

  init(of syntax: MarkdownSyntax, in utf8: [UInt8]) {
    self.utf8 = utf8
    runs = syntax.runs
  }

  /// The stretches of `range` that are markup: in order, disjoint, without white space at the ends.
  ///
  /// - Complexity: O(n) in the bytes of the range.
  func markup(in range: Range<Int>) -> [Range<Int>] {
    var markup: [Range<Int>] = []
    func add(_ stretch: Range<Int>) {
      let trimmed = utf8.trimmed(stretch)
      if !trimmed.isEmpty { markup.append(trimmed) }
    }
    var reached = range.lowerBound
    var tags = HTMLTags()
    for run in runs[indices(in: range)] {
      let stretch = run.range.clamped(to: range)
      add(reached..<stretch.lowerBound)
      switch run.kind {
      case .text, .code: break
      case .entity: add(stretch)
      case .html: tags.find(in: stretch, of: utf8, found: add)
      }
      reached = stretch.upperBound
    }
    add(reached..<range.upperBound)
    return markup
  }

  /// The stretches of `range` that are code: in order, disjoint.
  func code(in range: Range<Int>) -> [Range<Int>] {
    runs[indices(in: range)].filter { $0.kind == .code }.map { $0.range.clamped(to: range) }
  }

  /// The words of `range` on one line, without markup.
  func plainText(of range: Range<Int>) -> String {
    var text: [UInt8] = []
    var tags = HTMLTags()
    var reached = range.lowerBound
    for run in runs[indices(in: range)] {
      let stretch = run.range.clamped(to: range)
      if utf8[reached..<stretch.lowerBound].contains(where: { $0 <= Byte.space }) {
        text.append(Byte.space)
      }
      switch run.kind {
      case .text, .code: text += utf8[stretch]
      case .entity: text += CharacterReference.decoded(utf8[stretch])
      case .html:
        var start = stretch.lowerBound
        tags.find(in: stretch, of: utf8) { tag in
          text += utf8[start..<max(start, tag.lowerBound)]
          start = tag.upperBound
        }
        text += utf8[start..<stretch.upperBound]
      }
      reached = stretch.upperBound
    }
    return text.lineOfText(in: 0..<text.count)
  }

  /// The runs of which some lies in `range`.
  private func indices(in range: Range<Int>) -> Range<Int> {
    let first = firstIndex { $0.upperBound > range.lowerBound }
    return first..<max(first, firstIndex { $0.lowerBound >= range.upperBound })
  }

  /// The first run for which `condition` holds, as it does for all behind it.
  private func firstIndex(where condition: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(runs[middle].range) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
