// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// What can be told for certain of the source that an entry of a list names.
///
/// Precision before recall: what is doubtful is left out, because programs cite by it.
enum EntryItem {
  /// The CSL-JSON item, without blanks; nil if nothing is certain.
  ///
  /// `id` and `type` are demanded of every item; `document` is the type that says least.
  static func item(label: String, text: String, url: String?, doi: String?) -> String? {
    var parts: [String: JSONValue] = [:]
    if let doi { parts["DOI"] = .string(doi) }
    if let url { parts["URL"] = .string(url) }
    if let isbn = EntryNumbers.isbn(in: text) { parts["ISBN"] = .string(isbn) }
    if let arXiv = EntryNumbers.arXiv(in: text) { parts["number"] = .string("arXiv:" + arXiv) }
    if let byline = EntryByline(text) {
      if !byline.authors.isEmpty { parts["author"] = .array(byline.authors) }
      parts["issued"] = byline.issued
      if let title = byline.title { parts["title"] = .string(title) }
    }
    guard !parts.isEmpty else { return nil }
    parts["id"] = .string(label)
    parts["type"] = .string("document")
    return JSONValue.object(parts).compactText
  }
}
