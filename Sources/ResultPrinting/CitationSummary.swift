// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The citations of a passage in a few lines: entries first, then labels without one by reason.
struct CitationSummary {
  struct Line: Equatable {
    /// One label or several, in brackets.
    var labels: String
    /// The entry, the reason, or what else there is to say.
    let text: String
  }

  let lines: [Line]

  /// Sums up `citations`, of which at most `shownCount` entries get a line of their own.
  init(_ citations: [Citation], shownCount: Int) {
    var entries: [Line] = []
    var unresolved: [Line] = []
    var seen: Set<String> = []
    for citation in citations where seen.insert(citation.marker.label).inserted {
      let label = "[\(citation.marker.label)]"
      if let reference = citation.reference {
        entries.append(Line(labels: label, text: reference.text))
      } else {
        let reason = "(\(citation.reason ?? "no entry"))"
        if let index = unresolved.firstIndex(where: { $0.text == reason }) {
          unresolved[index].labels += label
        } else {
          unresolved.append(Line(labels: label, text: reason))
        }
      }
    }
    var lines = Array(entries.prefix(shownCount))
    let rest = entries.dropFirst(shownCount)
    if !rest.isEmpty {
      lines.append(Line(labels: rest.map(\.labels).joined(), text: "(in the list of references)"))
    }
    self.lines = lines + unresolved
  }
}
