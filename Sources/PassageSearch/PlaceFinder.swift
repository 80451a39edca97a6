// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Finds what stands at a place in a document.
struct PlaceFinder {
  private let reader: IndexReader

  init(reader: IndexReader) {
    self.reader = reader
  }

  /// The passages that a place touches, one at least: all of the document if it names no stretch.
  func passages(at place: AnchorPlace) throws -> [StoredPassage] {
    let document = DocumentPlace(folder: place.folder, path: place.path)
    guard let record = try reader.document(at: document) else {
      guard try reader.folders()[place.folder] != nil else {
        throw fault("no folder '\(place.folder)'")
      }
      throw fault("no document '\(place.folder)/\(place.path)'")
    }
    let passages = try reader.passages(of: record.number)
    guard let characters = place.characters else {
      guard !passages.isEmpty else { throw fault("no text of \(place.folder)/\(place.path)") }
      return passages
    }
    let touched = passages.filter { $0.passage.range.characters.touches(characters) }
    guard !touched.isEmpty else {
      throw fault(
        "no passage of \(place.folder)/\(place.path) at \(characters.lowerBound),"
          + "\(characters.upperBound): its text has \(record.length.characters) characters"
      )
    }
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
