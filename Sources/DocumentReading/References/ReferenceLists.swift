// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the reference lists among the parts of a text.
///
/// Those are lists under headings that announce them, definitions wherever they stand, and a list
/// of `[n]` at the end that the text before it cites.
struct ReferenceLists {
  private struct OpenHeading {
    let level: Int
    let announces: ReferenceHeading.Announcement?
  }

  private let utf8: [UInt8]
  private let markdown: MarkdownText?
  private let entries: ReferenceEntries
  private let source: EntrySource

  private var marked: [Outline.Part] = []
  private var openHeadings: [OpenHeading] = []
  private var lowestLevel: Int?
  /// Entries of the list that is being read, and where it stands.
  private var run: [ReferenceEntries.Entry] = []
  /// How many of `marked` were searched for markers, and whether there were any.
  private var searchedCount = 0
  private var hasMarkers = false
  /// Few texts need it.
  private lazy var scanner = MarkerScanner(utf8: utf8, markdown: markdown, labels: nil)

  /// The parts of a text, with its reference lists made parts of their own.
  static func marked(
    _ parts: [Outline.Part],
    of utf8: [UInt8],
    markdown: MarkdownText?
  ) -> [Outline.Part] {
    var lists = ReferenceLists(utf8: utf8, markdown: markdown)
    lists.read(ReferenceDefinitions(utf8: utf8, markdown: markdown).marked(parts))
    return TrailingList(utf8: utf8, markdown: markdown).marked(lists.marked)
  }

  private init(utf8: [UInt8], markdown: MarkdownText?) {
    self.utf8 = utf8
    self.markdown = markdown
    entries = ReferenceEntries(utf8: utf8)
    source = EntrySource(utf8: utf8, markdown: markdown)
  }

  private mutating func read(_ parts: [Outline.Part]) {
    for (index, part) in parts.enumerated() {
      switch part {
      case .heading(let heading):
        endRun()
        open(heading)
        marked.append(part)
      case .paragraph(let range):
        let next = index + 1 < parts.count ? parts[index + 1] : nil
        if !goesOn(with: range, next: next), !addEntries(in: range) {
          addText(range, next: next)
        }
      case .title, .code, .markup, .linkDefinitions, .references:
        endRun()
        marked.append(part)
      }
    }
    endRun()
  }

  // MARK: Headings

  private mutating func open(_ heading: Heading) {
    while let last = openHeadings.last, last.level >= heading.level { openHeadings.removeLast() }
    openHeadings.append(
      OpenHeading(
        level: heading.level,
        announces: ReferenceHeading.announcement(in: heading.text)
      )
    )
    lowestLevel = min(lowestLevel ?? heading.level, heading.level)
  }

  private mutating func isInList() -> Bool {
    let announcements = openHeadings.compactMap(\.announces)
    return announcements.contains(.certain) || !announcements.isEmpty && citesAnything()
  }

  /// Whether a marker stands in what was read so far.
  private mutating func citesAnything() -> Bool {
    while !hasMarkers, searchedCount < marked.count {
      if case .paragraph(let range) = marked[searchedCount] {
        hasMarkers = hasMarkers(in: range)
      }
      searchedCount += 1
    }
    return hasMarkers
  }

  // MARK: Paragraphs

  /// Takes a paragraph for entries if a heading announced them and it reads like some.
  private mutating func addEntries(in range: Range<Int>) -> Bool {
    guard let label = entries.label(at: range), isInList(), let found = entries.entries(in: range)
    else { return false }
    let isNext = run.last.map { $0.label.number.map { $0 + 1 } == label.number } ?? false
    // `1956. It was then that …` begins no list.
    if !label.isCertain, LabelNumber.years.contains(label.number ?? 0), !isNext { return false }
    run += found
    return true
  }

  /// Takes a line for the rest of an entry if the line after it is the next entry.
  private mutating func goesOn(with range: Range<Int>, next: Outline.Part?) -> Bool {
    guard let last = run.last, case .paragraph(let following)? = next,
      isNextLine(range.lowerBound, after: last.range),
      isNextLine(following.lowerBound, after: range), !isEntry(at: range, after: last),
      let label = entries.label(at: following), label.form == last.label.form,
      let number = last.label.number, label.number == number + 1
    else { return false }
    run[run.count - 1].range = last.range.lowerBound..<range.upperBound
    return true
  }

  private func isEntry(at range: Range<Int>, after last: ReferenceEntries.Entry) -> Bool {
    guard let label = entries.label(at: range), label.form == last.label.form else { return false }
    // `1988. 212 pages` is the rest of an entry.
    return label.isCertain || !LabelNumber.years.contains(label.number ?? 0)
  }

  private func isNextLine(_ offset: Int, after range: Range<Int>) -> Bool {
    utf8[range.upperBound..<offset].count { $0 == Byte.lineFeed } == 1
  }

  private mutating func addText(_ range: Range<Int>, next: Outline.Part?) {
    endRun()
    guard let name = unmarkedHeading(in: range, next: next) else {
      marked.append(.paragraph(range))
      return
    }
    let text = ReferenceHeading.plainName(of: name, in: utf8)
    let heading = Heading(level: lowestLevel ?? 1, text: text, range: name)
    let before = utf8.trimmed(range.lowerBound..<name.lowerBound)
    if !before.isEmpty { marked.append(.paragraph(before)) }
    open(heading)
    marked.append(.heading(heading))
    let after = utf8.trimmed(name.upperBound..<range.upperBound)
    if !after.isEmpty, !addEntries(in: after) { marked.append(.paragraph(after)) }
  }

  /// A line that announces a list although the text does not show it as a heading: an entry follows.
  private mutating func unmarkedHeading(in range: Range<Int>, next: Outline.Part?) -> Range<Int>? {
    let lines = utf8.lines(in: range)
    for (index, line) in lines.enumerated() where line.count <= ReferenceHeading.longestByteCount {
      if index + 1 < lines.count {
        guard entries.begins(at: lines[index + 1]) else { continue }
      } else {
        guard case .paragraph(let following)? = next, entries.label(at: following) != nil else {
          continue
        }
      }
      switch ReferenceHeading.announcement(in: ReferenceHeading.plainName(of: line, in: utf8)) {
      case .certain: return line
      case .possible where hasMarkers(in: range.lowerBound..<line.lowerBound) || citesAnything():
        return line
      default: continue
      }
    }
    return nil
  }

  private mutating func hasMarkers(in range: Range<Int>) -> Bool {
    // A footnote says nothing about a list of numbers.
    scanner.markers(in: range).contains { !$0.label.hasPrefix("^") }
  }

  // MARK: Lists

  private mutating func endRun() {
    guard let first = run.first, let last = run.last else { return }
    if markdown != nil, run.count > 1,
      run.allSatisfy({ $0.label.form == .numbered && $0.label.number == 1 })
    {
      // Markdown counts such items itself.
      for index in run.indices { run[index].label.text = String(index + 1) }
    }
    marked.append(
      .references(
        first.range.lowerBound..<last.range.upperBound,
        run.compactMap(source.reference)
      )
    )
    run = []
  }
}
