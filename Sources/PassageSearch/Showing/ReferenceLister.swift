// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Lists what a document leans on, and where.
struct ReferenceLister {
  private let reader: IndexReader

  init(reader: IndexReader) {
    self.reader = reader
  }

  /// The entries of the document with this record, and the labels that lead nowhere.
  ///
  /// Of sidecars that several documents share only the entries are told that this one leans on: that
  /// it does not lean on the others says nothing about them.
  func references(of record: DocumentRecord) throws(IndexError) -> DocumentReferences {
    var finder = SidecarFinder(reader: reader)
    let sidecars = try finder.sidecars(of: record)
    let named = Set(try finder.own(of: record).map(\.origin))
    let lookup = ReferenceLookup(record.references, sidecars: sidecars)
    let (labels, uses) = try uses(in: record)

    var entries: [DocumentReferences.Entry] = []
    var told: Set<String> = []
    for reference in record.references {
      let resolution = lookup.resolution(of: reference.label)
      let isFirst = told.insert(reference.label).inserted
      // What was said twice is told once, what is ambiguous each time.
      guard isFirst || resolution.reference == nil else { continue }
      entries.append(
        DocumentReferences.Entry(
          reference: resolution.reference ?? reference,
          origin: nil,
          completion: resolution.completion,
          note: resolution.reason ?? resolution.note,
          uses: resolution.reference == nil ? [] : uses[reference.label] ?? []
        )
      )
    }
    for sidecar in sidecars.joined() {
      for reference in sidecar.references {
        // Markers of footnotes have a `^` that names of entries need not have.
        let ways = [reference.label, "^" + reference.label].filter { label in
          !told.contains(label) && lookup.resolution(of: label).origin == sidecar.origin
        }
        let used = ways.filter { uses[$0] != nil }
        guard !used.isEmpty || (named.contains(sidecar.origin) && ways.contains(reference.label))
        else { continue }
        for label in used.isEmpty ? [reference.label] : used where told.insert(label).inserted {
          entries.append(
            DocumentReferences.Entry(
              reference: lookup.resolution(of: label).reference ?? reference,
              origin: sidecar.origin,
              completion: nil,
              note: nil,
              uses: uses[label] ?? []
            )
          )
        }
      }
    }
    return DocumentReferences(
      document: SourceDocument(record, root: try reader.folders()[record.folder] ?? []),
      entries: entries,
      unresolved: labels.compactMap { label in
        lookup.resolution(of: label).reason.map { reason in
          DocumentReferences.Unresolved(label: label, reason: reason, uses: uses[label] ?? [])
        }
      },
      revision: reader.revision,
      isComplete: reader.isComplete
    )
  }

  /// The labels of all markers in the order in which they first stand, and the passages of each.
  private func uses(
    in record: DocumentRecord
  ) throws(IndexError) -> (labels: [String], uses: [String: [DocumentReferences.Use]]) {
    var labels: [String] = []
    var uses: [String: [DocumentReferences.Use]] = [:]
    for stored in try reader.passages(of: record.number) {
      let passage = stored.passage
      let utf8 = Array(passage.text.utf8)
      var seen: Set<String> = []
      for marker in passage.markers where seen.insert(marker.label).inserted {
        if uses[marker.label] == nil { labels.append(marker.label) }
        let before = utf8.prefix(marker.range.lowerBound).count { $0 == UInt8(ascii: "\n") }
        uses[marker.label, default: []].append(
          DocumentReferences.Use(
            anchor: CitationAnchor(
              folder: record.folder,
              path: record.path,
              position: .characters(AnchorSpan(passage.range.characters)),
              length: record.length.characters,
              encoding: "UTF-8"
            ),
            line: passage.lines.lowerBound + before
          )
        )
      }
    }
    return (labels, uses)
  }
}
