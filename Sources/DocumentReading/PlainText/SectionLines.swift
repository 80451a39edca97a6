// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows texts of which each line is a whole section with the next one's heading at its end, as they
/// come out of a browser.
struct SectionLines {
  /// Lines that must end in a heading, because a section follows.
  private let endingInHeading: Range<Int>

  /// - Parameters:
  ///   - utf8: the text.
  ///   - lines: lines of it without a blank line between them.
  ///   - entries: tells entries of reference lists.
  init(utf8: [UInt8], lines: ArraySlice<Line>, entries: ReferenceEntries) {
    // What follows a line of entries or is one itself is a list, no section.
    let body = lines.prefix { !entries.begins(at: $0.content) }
    var (certain, likely, total) = (0, 0, 0)
    for line in body.dropLast() {
      if GluedHeading.start(in: line.content, of: utf8) != nil {
        certain += 1
      } else if GluedHeading.likelyStart(in: line.content, of: utf8) != nil {
        likely += 1
      } else if HeadingShape.isTitleLike(line.content, in: utf8) {
        continue
      }
      total += 1
    }
    let isLayout =
      certain >= 2 && certain * 4 >= total
      || certain >= 1 && total >= 3 && (certain + likely) * 10 >= total * 8
    endingInHeading = isLayout ? body.startIndex..<body.endIndex - 1 : 0..<0
  }

  /// Whether the line at `index` must end in a heading.
  func endsInHeading(_ index: Int) -> Bool { endingInHeading.contains(index) }
}
