// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Finds what stands at a place in a document.
struct PlaceFinder {
  private let reader: IndexReader

  init(reader: IndexReader) {
    self.reader = reader
  }

  /// The passages that an anchor touches, one at least: all of the document if it names no place.
  func passages(at anchor: CitationAnchor) throws -> [StoredPassage] {
    let name = "\(anchor.folder)/\(anchor.path)"
    guard let record = try reader.document(at: anchor.document) else {
      guard try reader.folders()[anchor.folder] != nil else {
        throw fault("no folder '\(anchor.folder)'")
      }
      throw fault("no document '\(name)'")
    }
    let passages = try reader.passages(of: record.number)
    guard !passages.isEmpty else { throw fault("no text of \(name)") }
    guard let position = anchor.position else { return passages }
    let touched: [StoredPassage]
    do throws(AnchorFault) {
      switch position {
      case .characters(let span):
        let range = try span.resolved(length: record.length.characters, unit: "characters")
        touched = passages.filter { $0.passage.range.characters.touches(range) }
      case .lines(let span):
        // How many lines the text has, its record does not say.
        let lines = try span.resolved(length: .max, unit: "lines")
        touched = passages.filter { $0.passage.linesFromZero.touches(lines) }
      case .page(let number):
        throw AnchorPosition.noPage(number)
      }
    } catch {
      throw fault("no passage of \(name) at \(position): \(error)")
    }
    guard !touched.isEmpty else { throw fault("no passage of \(name) at \(position)") }
    return touched
  }

  private func fault(_ what: String) -> SearchError {
    SearchError(code: .noSuchPassage, message: "the index holds \(what)")
  }
}

extension Range<Int> {
  /// Whether they share anything; an empty one is where it stands.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    other.isEmpty ? contains(other.lowerBound) : overlaps(other)
  }
}

extension Passage {
  /// The lines that it touches, by the places between them, as anchors count.
  fileprivate var linesFromZero: Range<Int> { lines.lowerBound - 1..<lines.upperBound }
}
