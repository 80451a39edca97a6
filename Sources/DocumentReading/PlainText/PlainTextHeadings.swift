// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Decides which of the lines that look like headings are headings, and of what level.
struct PlainTextHeadings {
  /// More titles than this in a row are a list or a table of contents.
  private static let longestRun = 4
  /// What a guessed heading must have under it, in bytes: not just another short line.
  private static let shortestText = 60

  private let utf8: [UInt8]
  private let items: [PlainTextItem]

  init(utf8: [UInt8], items: [PlainTextItem]) {
    self.utf8 = utf8
    self.items = NumberedTitles(utf8: utf8, items: items).decided
  }

  func outline() -> Outline {
    let titleIndex = titleIndex
    // Where the title bears the highest mark, the next one is the highest of the headings.
    let markedLevels = items.indices.compactMap { $0 == titleIndex ? nil : items[$0].markedLevel }
    let surplus = (markedLevels.min() ?? 1) - 1
    let guessed = items.indices.filter { items[$0].isGuess && $0 != titleIndex }
    let ranks = HeadingRank(of: guessed.map { name(of: items[$0]) })
    // Where a text marks its headings, what merely looks like one is none.
    let guesses = markedLevels.isEmpty
    var outline = Outline()
    var level = 1
    var index = 0
    while index < items.count {
      let item = items[index]
      if index == titleIndex {
        outline.parts.append(.title(text: name(of: item), range: item.range))
      } else if let markedLevel = item.markedLevel {
        outline.parts.append(heading(item, level: markedLevel - surplus))
      } else if item.isGuess {
        let end = items[index...].firstIndex { !$0.isGuess } ?? items.count
        add(run: index..<end, to: &outline, level: &level, guesses: guesses, ranks: ranks)
        index = end
        continue
      } else {
        outline.parts.append(.paragraph(item.range))
      }
      index += 1
    }
    return outline
  }

  /// Adds titles in a row: each but the last is the parent of the next.
  ///
  /// A single one is the sibling of the last of the row before, since nothing tells its level.
  private func add(
    run: Range<Int>,
    to outline: inout Outline,
    level: inout Int,
    guesses: Bool,
    ranks: HeadingRank
  ) {
    let last = items[run.upperBound - 1]
    let isHeading =
      last.kind == .glued(isCertain: true) || guesses && heads(run.upperBound, name: name(of: last))
    let firstHeading =
      !isHeading
      ? run.upperBound : run.count > Self.longestRun ? run.upperBound - 1 : run.lowerBound
    for index in run.lowerBound..<firstHeading { addText(items[index], to: &outline) }
    let headings = firstHeading..<run.upperBound
    for (depth, index) in headings.enumerated() {
      if let kind = ranks.level(of: name(of: items[index])) {
        // Of two of a kind in a row the first is the parent.
        level = depth > 0 && kind <= level ? level + 1 : kind
      } else if headings.count > 1 {
        level = depth + 1
      }
      outline.parts.append(heading(items[index], level: level))
    }
  }

  /// Whether what stands at `index` is enough for a heading called `name`.
  private func heads(_ index: Int, name: String) -> Bool {
    guard index < items.count, items[index].kind == .text,
      // What goes on with a small letter is the rest of the line above.
      !utf8.scalar(at: items[index].range.lowerBound).value.isSmall
    else { return false }
    return items[index].range.count >= Self.shortestText
      || ReferenceHeading.matches(name, documentHasMarkers: true)
  }

  /// Adds what looked like a heading as text; what was cut from a paragraph goes back to it.
  private func addText(_ item: PlainTextItem, to outline: inout Outline) {
    if item.isGlued, case .paragraph(let before) = outline.parts.last {
      outline.parts[outline.parts.count - 1] = .paragraph(
        before.lowerBound..<item.range.upperBound
      )
    } else {
      outline.parts.append(.paragraph(item.range))
    }
  }

  /// The first line if it is one, else the first heading that is marked as the highest.
  private var titleIndex: Int? {
    guard let first = items.first else { return nil }
    if first.kind == .titleLike, items.count > 1 { return 0 }
    return items.firstIndex { $0.markedLevel == 1 }
  }

  private func heading(_ item: PlainTextItem, level: Int) -> Outline.Part {
    .heading(Heading(level: level, text: name(of: item), range: item.range))
  }

  private func name(of item: PlainTextItem) -> String { utf8.lineOfText(in: item.name) }
}
