// SPDX-License-Identifier: GPL-3.0-or-later

/// What matching passages can be counted by.
package enum FacetKind: String, CaseIterable, Hashable, Sendable {
  /// The media type of the document.
  case type
  /// The watched folder.
  case folder
  /// The language of the document; `und` where it is not known.
  case lang
  /// The document: its folder, a slash, and its path.
  case document
}

/// How many of the matching passages have which value.
package struct Facet: Hashable, Sendable {
  /// A value and how many passages have it.
  package struct Value: Hashable, Sendable {
    /// The value.
    package let name: String
    /// How many passages have it: one at least.
    package let count: Int

    /// Makes a value.
    package init(_ name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// What is counted by.
  package let kind: FacetKind
  /// The most frequent values first, equally frequent ones by their names.
  package let values: [Value]
  /// How many less frequent values are left out.
  package let omittedCount: Int

  /// Makes a facet.
  package init(_ kind: FacetKind, values: [Value], omittedCount: Int = 0) {
    self.kind = kind
    self.values = values
    self.omittedCount = omittedCount
  }
}
