// SPDX-License-Identifier: GPL-3.0-or-later

extension QueryField {
  /// What people write for the name of another field.
  private static let aliases: [String: QueryField] = [
    "authors": .author,
    "language": .lang,
  ]

  static let longestName = (allCases.map(\.rawValue) + aliases.keys).map(\.utf8.count).max() ?? 0

  /// The field that `name` names, in small letters or capitals.
  init?(written name: String) {
    let name = name.lowercased()
    guard let field = QueryField(rawValue: name) ?? Self.aliases[name] else { return nil }
    self = field
  }

  /// What stands behind the colon.
  var valueDescription: String {
    switch self {
    case .title, .heading, .author, .cites:
      "a word or a quotation directly behind it, as in \(rawValue):peace or \(rawValue):\"two words\""
    case .path: "a part or a pattern of a path directly behind it, as in path:notes or path:*.md"
    case .folder: "the name of a folder directly behind it, as in folder:documents"
    case .type: "a type of file directly behind it, as in type:md"
    case .lang: "the code of a language directly behind it, as in lang:en"
    case .modified:
      "a day, a month, a year or two of them directly behind it, as in modified:2024-01-15 or modified:2024-01..2024-06"
    }
  }
}
