// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be demanded of a passage besides its words: `title:`, and so on.
package enum QueryField: String, CaseIterable, Hashable, Sendable {
  /// Words of the document's title.
  case title
  /// Words of the headings above the passage.
  case heading
  /// Text in the document's path below its folder, or a pattern of all of it.
  case path
  /// The same of the folder that was indexed.
  case folder
  /// The type of the file: `md`, `txt`, `text/markdown`.
  case type
  /// The language of the document: `en`.
  case lang
  /// Words of the names of the document's authors.
  case author
  /// Words of an entry in the list of references that the passage leans on.
  case cites
  /// When the file was changed; its value is always ``FieldValue/dates(_:_:)``, and no other field's is.
  case modified
}
