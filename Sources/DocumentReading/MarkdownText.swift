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
      add(reached..<run.range.lowerBound)
      switch run.kind {
      case .text, .code: break
      case .entity: add(run.range)
      case .html: tags.find(in: run.range, of: utf8, found: add)
      }
      reached = run.range.upperBound
    }
    add(reached..<range.upperBound)
    return markup
  }

  /// The stretches of `range` in which nothing is a citation marker, code, tags and comments: in
  /// order, disjoint.
  func literals(in range: Range<Int>) -> [Range<Int>] {
    var literals: [Range<Int>] = []
    var tags = HTMLTags()
    for run in runs[indices(in: range)] {
      switch run.kind {
      case .code: literals.append(run.range)
      case .html: tags.find(in: run.range, of: utf8) { literals.append($0) }
      case .text, .entity: break
      }
    }
    return literals
  }

  /// The words of `range` on one line, without markup.
  func plainText(of range: Range<Int>) -> String {
    var text: [UInt8] = []
    var reached = range.lowerBound
    for run in runs[indices(in: range)] {
      if utf8[reached..<run.range.lowerBound].contains(where: { Unicode.Scalar($0).isBlank }) {
        text.append(Byte.space)
      }
      switch run.kind {
      case .text, .code: text += utf8[run.range]
      case .entity: text += CharacterReference.decoded(utf8[run.range])
      case .html: break
      }
      reached = run.range.upperBound
    }
    return text.lineOfText(in: 0..<text.count)
  }

  /// The runs that lie in `range`, which cuts none.
  private func indices(in range: Range<Int>) -> Range<Int> {
    let first = firstIndex { $0.lowerBound >= range.lowerBound }
    return first..<max(first, firstIndex { $0.upperBound > range.upperBound })
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
