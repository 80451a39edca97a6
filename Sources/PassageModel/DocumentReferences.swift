// SPDX-License-Identifier: GPL-3.0-or-later

/// What one document leans on, and where.
package struct DocumentReferences: Hashable, Sendable {
  /// A passage with a marker.
  package struct Use: Hashable, Sendable {
    /// The passage.
    package let anchor: CitationAnchor
    /// The line of the document's text in which the first marker of the label begins.
    package let line: Int

    /// Makes a use.
    package init(anchor: CitationAnchor, line: Int) {
      self.anchor = anchor
      self.line = line
    }
  }

  /// An entry, of the document's own list or of a sidecar.
  package struct Entry: Hashable, Sendable {
    /// The entry.
    package let reference: Reference
    /// The sidecar it is from, `FOLDER/PATH`; nil for the document's own list.
    package let origin: String?
    /// The sidecar that completes it, `FOLDER/PATH`; nil if none does.
    package let completion: String?
    /// What else is to be known of it.
    package let note: String?
    /// The passages that lean on it, in reading order.
    package let uses: [Use]

    /// Makes an entry.
    package init(
      reference: Reference,
      origin: String?,
      completion: String?,
      note: String?,
      uses: [Use]
    ) {
      self.reference = reference
      self.origin = origin
      self.completion = completion
      self.note = note
      self.uses = uses
    }
  }

  /// A label that leads nowhere.
  package struct Unresolved: Hashable, Sendable {
    /// The label.
    package let label: String
    /// Why it leads nowhere.
    package let reason: String
    /// The passages that have it, in reading order.
    package let uses: [Use]

    /// Makes a label that leads nowhere.
    package init(label: String, reason: String, uses: [Use]) {
      self.label = label
      self.reason = reason
      self.uses = uses
    }
  }

  /// The document.
  package let document: SourceDocument
  /// Its own entries in their order, then those of sidecars.
  package let entries: [Entry]
  /// The labels that lead nowhere, in the order in which they stand in the text.
  package let unresolved: [Unresolved]
  /// The revision of the index that answered.
  package let revision: Int
  /// Whether the index held everything its folders held when it was last brought up to date.
  package let isComplete: Bool

  /// Makes an answer of its parts.
  package init(
    document: SourceDocument,
    entries: [Entry],
    unresolved: [Unresolved],
    revision: Int,
    isComplete: Bool
  ) {
    self.document = document
    self.entries = entries
    self.unresolved = unresolved
    self.revision = revision
    self.isComplete = isComplete
  }
}
