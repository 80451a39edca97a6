// SPDX-License-Identifier: GPL-3.0-or-later

/// The entries of a document by their labels: leads its markers to them.
package struct ReferenceLookup: Sendable {
  private let entries: [String: [Reference]]

  /// Takes the entries of all lists of one document.
  package init(_ references: [Reference]) {
    entries = Dictionary(grouping: references, by: \.label)
  }

  /// Where `marker` leads.
  ///
  /// Never a guess: to the one entry of its label, or nowhere, with the reason.
  package func citation(_ marker: CitationMarker) -> Citation {
    if let entry = entry(marker.label) {
      return Citation(marker: marker, reference: entry, reason: nil)
    }
    let count = entries[marker.label]?.count ?? 0
    let reason =
      switch count {
      case 0 where entries.isEmpty: "no reference list in this document"
      case 0: "label \(marker.label) not in the list"
      case 2: "label \(marker.label) stands twice in the list"
      default: "label \(marker.label) stands \(count) times in the list"
      }
    return Citation(marker: marker, reference: nil, reason: reason)
  }

  /// The one entry with `label`; nil if there is none, or more than one.
  package func entry(_ label: String) -> Reference? {
    let matching = entries[label] ?? []
    // An entry that was said twice is still one.
    guard let entry = matching.first, matching.allSatisfy({ $0 == entry }) else { return nil }
    return entry
  }
}
