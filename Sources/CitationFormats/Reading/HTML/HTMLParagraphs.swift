// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Gathers the text of quotations, paragraph by paragraph.
struct HTMLParagraphs {
  /// Where a quotation begins.
  struct Mark {
    fileprivate let paragraph: Int
    fileprivate let offset: Int
  }

  private var finished: [[UInt8]] = []
  private var current: [UInt8] = []
  private var isInParagraph = false

  /// The next byte of the text.
  var mark: Mark { Mark(paragraph: finished.count, offset: current.count) }

  mutating func append(_ text: some Sequence<UInt8>) { current += text }

  /// Ends what stands between the tags of two blocks; `isParagraph` if a `p` begins.
  ///
  /// White space counts in a `p` alone.
  mutating func breakBlock(isParagraph: Bool = false) {
    let kept = isInParagraph ? current : Array(current[current.trimmed(0..<current.count)])
    if !kept.isEmpty { finished.append(kept) }
    current = []
    isInParagraph = isParagraph
  }

  /// The text from `mark` on.
  func text(from mark: Mark) -> String {
    var paragraphs = Array(finished[min(mark.paragraph, finished.count)...])
    let isSame = mark.paragraph == finished.count
    let rest = current[(isSame ? min(mark.offset, current.count) : 0)...]
    if !rest.isEmpty { paragraphs.append(Array(rest)) }
    return paragraphs.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n\n")
  }

  /// Forgets all of it.
  mutating func reset() {
    finished.removeAll(keepingCapacity: true)
    current.removeAll(keepingCapacity: true)
    isInParagraph = false
  }

  /// Elements that begin and end blocks.
  static let blocks: Set<String> = [
    "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "table",
    "td", "th", "tr", "ul",
  ]
}
