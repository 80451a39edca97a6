// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Facets for people: under each name its values, the counts in a column.
struct FacetTable {
  private let facets: [Facet]
  private let columns: Int?

  /// Takes facets; lines are cut to `columns`, if there is such a number.
  init(_ facets: [Facet], columns: Int?) {
    self.facets = facets.filter { !$0.values.isEmpty }
    self.columns = columns
  }

  /// The lines, without line feeds: which are names of facets, and what they say.
  var lines: [(isName: Bool, text: String)] {
    let counts = facets.flatMap(\.values).map { Amount.grouped($0.count) }
    let width = counts.map(\.count).max() ?? 0
    return facets.flatMap { facet in
      var lines = [(isName: true, text: "Passages by \(Self.name(facet.kind))")]
      for value in facet.values {
        let count = Amount.grouped(value.count)
        let margin = String(repeating: " ", count: 4 + width - count.count) + count + "  "
        let room = columns.map { max(1, $0 - margin.count) }
        lines.append((false, margin + StyledText(value.name).line(columns: room)))
      }
      if facet.omittedCount > 0 {
        let others = Amount.grouped(facet.omittedCount)
        let noun = facet.omittedCount == 1 ? "other" : "others"
        lines.append((false, String(repeating: " ", count: 6 + width) + "and \(others) \(noun)"))
      }
      return lines
    }
  }

  private static func name(_ kind: FacetKind) -> String {
    switch kind {
    case .type: "type"
    case .folder: "folder"
    case .lang: "language"
    case .document: "document"
    }
  }
}
