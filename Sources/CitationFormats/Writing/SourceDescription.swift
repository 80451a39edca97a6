// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What people are told of a source: each part on one line, nothing empty.
struct SourceDescription {
  /// The authors.
  let authors: [String]
  /// The title; nil if the document states none.
  let title: String?
  /// The folder and the path.
  let place: String
  /// The date.
  let date: String?
  /// The headings, joined; nil if there are none.
  let headings: String?
  /// The lines: `line 7` or `lines 7–9`.
  let lines: String

  init(_ quotation: SourcedQuotation) {
    let document = quotation.document
    authors = document.authors.compactMap(Self.line)
    title = document.title.flatMap(Self.line)
    place = Self.line("\(document.folder)/\(document.path)") ?? "/"
    date = quotation.date.flatMap(Self.line)
    let headings = quotation.headings.compactMap(Self.line)
    self.headings = headings.isEmpty ? nil : headings.joined(separator: " › ")
    let (first, last) = (quotation.lines.lowerBound, quotation.lines.upperBound)
    lines = first == last ? "line \(first)" : "lines \(first)–\(last)"
  }

  /// The title, or the place if there is none.
  var name: String { title ?? place }

  /// All but the lines, on one line that ends with a comma: `escape` makes of a text what means that
  /// text in the format, `mark` marks an escaped title as one.
  func line(escape: (String) -> String, mark: (String) -> String) -> String {
    let title = title.map { mark(escape($0)) } ?? escape(place)
    let parts = [
      authors.isEmpty ? nil : escape(authors.joined(separator: "; ")),
      title + (date.map { " (\(escape($0)))" } ?? ""),
      headings.map(escape),
    ]
    return parts.compactMap { part in part.map { "\($0), " } }.joined()
  }

  /// `text` with one blank for each run of white space and controls; nil if it has nothing else.
  static func line(_ text: String) -> String? {
    let words = text.unicodeScalars.split {
      $0.isBlank || $0.properties.generalCategory == .control
    }
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: " ")
  }
}
