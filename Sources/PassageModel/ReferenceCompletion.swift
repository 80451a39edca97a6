// SPDX-License-Identifier: GPL-3.0-or-later

// How an entry of a document's own list and one of a sidecar go together.
extension Reference {
  /// Which address of this entry and of `other` cannot be of one source; nil if none is known.
  ///
  /// Equal DOIs name one source, wherever else it may be found.
  func difference(from other: Reference) -> String? {
    if let doi, let otherDOI = other.doi {
      return doi.lowercased() == otherDOI.lowercased() ? nil : "DOI"
    }
    guard let url, let otherURL = other.url else { return nil }
    return Self.comparable(url) == Self.comparable(otherURL) ? nil : "URL"
  }

  /// This entry with what it lacks from `other`, which describes the same source.
  ///
  /// The item is the other's: what an author wrote down for programs says more than what can be told
  /// from a line of text.
  func completed(by other: Reference) -> Reference {
    Reference(
      label: label,
      text: text,
      url: url ?? other.url,
      doi: doi ?? other.doi,
      item: other.item ?? item
    )
  }

  /// A URL without what makes no other place of it.
  private static func comparable(_ url: String) -> String {
    var rest = url.dropFirst(0)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    let host = rest.prefix { $0 != "/" }
    return host.lowercased() + rest[host.endIndex...]
  }
}
