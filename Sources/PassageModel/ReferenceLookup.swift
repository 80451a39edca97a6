// SPDX-License-Identifier: GPL-3.0-or-later

/// The entries of a document by their labels: leads its markers to them.
///
/// Those of its own list come first; sidecars complete them, or supply what the list has not.
///
/// - SeeAlso: Documentation/references.md, which a change here changes too.
package struct ReferenceLookup: Sendable {
  /// Those of one file that have one label.
  private struct Found {
    let origin: String
    let entries: [Reference]
  }

  private let own: [String: [Reference]]
  /// By label: the entries of the nearest sidecars that have any.
  private let beside: [String: [Found]]

  /// Takes the entries of one document.
  ///
  /// - Parameters:
  ///   - references: those of its own lists.
  ///   - sidecars: the nearest level first; those of one level are equals.
  package init(_ references: [Reference], sidecars: [[Sidecar]] = []) {
    own = Dictionary(grouping: references, by: \.label)
    var beside: [String: [Found]] = [:]
    for level in sidecars {
      var found: [String: [Found]] = [:]
      for sidecar in level {
        for (label, entries) in Dictionary(grouping: sidecar.references, by: \.label) {
          found[label, default: []].append(Found(origin: sidecar.origin, entries: entries))
        }
      }
      beside.merge(found) { nearer, _ in nearer }
    }
    self.beside = beside
  }

  /// Where `marker` leads.
  ///
  /// Never a guess: to the one entry of its label, or nowhere, with the reason.
  package func citation(_ marker: CitationMarker) -> Citation {
    let resolution = resolution(of: marker.label)
    return Citation(
      marker: marker,
      reference: resolution.reference,
      reason: resolution.reason,
      origin: resolution.origin,
      completion: resolution.completion,
      note: resolution.note
    )
  }

  /// The one entry with `label`; nil if there is none, or more than one.
  package func entry(_ label: String) -> Reference? { resolution(of: label).reference }

  /// What a label leads to, and whence.
  package func resolution(of label: String) -> ReferenceResolution {
    let entries = own[label] ?? []
    guard let first = entries.first else { return supplied(label) }
    // An entry that was said twice is still one.
    guard entries.allSatisfy({ $0 == first }) else {
      return .none("label \(label) stands \(Self.times(entries.count)) in the list")
    }
    let beside = found(beside: label)
    guard !beside.isEmpty else { return ReferenceResolution(reference: first) }
    guard let (entry, origin) = Self.one(of: beside) else {
      return ReferenceResolution(reference: first, note: Self.ambiguity(label, beside))
    }
    if let difference = first.difference(from: entry) {
      return ReferenceResolution(
        reference: first,
        note: "the \(difference) of \(label) in \(origin) is another: it was left aside"
      )
    }
    let completed = first.completed(by: entry)
    return ReferenceResolution(
      reference: completed,
      completion: completed == first ? nil : origin
    )
  }

  /// What sidecars have for a label that the document's own list has not.
  private func supplied(_ label: String) -> ReferenceResolution {
    let beside = found(beside: label)
    if beside.isEmpty {
      if self.beside.isEmpty {
        return .none(
          own.isEmpty ? "no reference list in this document" : "label \(label) not in the list"
        )
      }
      return .none("label \(label) not in \(own.isEmpty ? "" : "the list, nor in ")its sidecars")
    }
    guard let (entry, origin) = Self.one(of: beside) else {
      return .none(Self.ambiguity(label, beside))
    }
    return ReferenceResolution(
      reference: Reference(
        label: label,
        text: entry.text,
        url: entry.url,
        doi: entry.doi,
        item: entry.item
      ),
      origin: origin
    )
  }

  /// What is known to sidecars by a label; a footnote's name goes without its `^`, too.
  private func found(beside label: String) -> [Found] {
    beside[label] ?? (label.hasPrefix("^") ? beside[String(label.dropFirst())] : nil) ?? []
  }

  /// The one entry that all of these say; nil if they differ.
  private static func one(of found: [Found]) -> (Reference, origin: String)? {
    guard let file = found.first, let entry = file.entries.first,
      found.allSatisfy({ $0.entries.allSatisfy { $0 == entry } })
    else { return nil }
    return (entry, file.origin)
  }

  private static func ambiguity(_ label: String, _ found: [Found]) -> String {
    let files = found.map(\.origin).joined(separator: " and ")
    let count = found.reduce(0) { $0 + $1.entries.count }
    return "label \(label) stands \(times(count)) in \(files)"
  }

  private static func times(_ count: Int) -> String { count == 2 ? "twice" : "\(count) times" }
}
