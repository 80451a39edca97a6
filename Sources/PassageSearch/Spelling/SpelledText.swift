// SPDX-License-Identifier: GPL-3.0-or-later

internal import QueryLanguage

/// A stretch of a query whose words have to be spelled as they are indexed.
struct SpelledText {
  let text: QueryText
  /// Where its words are looked for, if not in all of the passages.
  let place: TitlePlace?
}

extension QueryNode {
  /// What of a query may be misspelled.
  ///
  /// Not what is excluded, which does no harm; not wildcards, which nobody spells out; and no field but
  /// those that the engine knows the words of.
  var spelledTexts: [SpelledText] {
    switch self {
    case .words(let text), .phrase(let text):
      [SpelledText(text: text, place: nil)]
    case .field(let field, .text(let text)), .field(let field, .phrase(let text)):
      switch field {
      case .title: [SpelledText(text: text, place: .title)]
      case .heading: [SpelledText(text: text, place: .headings)]
      default: []
      }
    case .wildcard, .field, .not:
      []
    case .near(let nodes, _), .all(let nodes), .any(let nodes):
      nodes.flatMap(\.spelledTexts)
    case .group(let group):
      (group.optional + group.required).flatMap(\.spelledTexts)
    }
  }
}
