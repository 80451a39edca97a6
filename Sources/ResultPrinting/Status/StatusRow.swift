// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of a status: what it is about, and what there is to say.
struct StatusRow: Hashable {
  let label: String
  var lines: [StatusLine]

  /// Where the lines begin: behind the longest label.
  static let margin = 11

  /// The row as text, each line with its end.
  func laid(columns: Int?, isColored: Bool) -> String {
    let room = columns.map { $0 - Self.margin }
    let padding = String(repeating: " ", count: Self.margin - label.count)
    let blank = String(repeating: " ", count: Self.margin)
    let head = TextStyle.title.apply(to: label, isColored: isColored) + padding
    return lines.flatMap { $0.laid(columns: room, isColored: isColored) }.enumerated()
      .map { ($0.offset == 0 ? head : blank) + $0.element + "\n" }.joined()
  }
}
