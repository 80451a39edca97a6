// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of a quotation, by the books of whoever edited.
package struct Truth: Sendable {
  /// A stretch of a document: words.
  struct Stretch: Hashable, Sendable {
    let document: Int
    let words: Range<Int>
  }

  /// How it stands.
  package enum State: String, CaseIterable, Sendable {
    case standing = "word for word"
    case edited = "edited"
    case gone = "gone"
  }

  /// Where it stands word for word: the words themselves, not their likes.
  let instances: [Stretch]
  /// The instance that is the original, where it always was, among what it always stood among.
  let untouched: Stretch?
  /// Instances that are no copies.
  let originals: [Stretch]
  /// Where most of its words are near to each other, with how many they are.
  let remains: [(stretch: Stretch, count: Int)]
  package let state: State

  /// Looks for `quotation` in `library`, where `home` is the document that lies where the quotation was
  /// taken from, if it is the same.
  package init(of quotation: PickedQuotation, in library: EditedLibrary, home: Int?) {
    let lineages = quotation.lineages
    instances = library.occurrences(of: lineages[0]).compactMap { first in
      let words = library.documents[Int(first.document)].words
      let range = Int(first.word)..<Int(first.word) + lineages.count
      guard range.upperBound <= words.count,
        zip(words[range], lineages).allSatisfy({ $0.lineage == $1 })
      else { return nil }
      let stretch = Stretch(document: Int(first.document), words: range)
      return library.text(of: stretch).contains(quotation.squeezed) ? stretch : nil
    }
    originals = instances.filter { !library.isCopy($0) }
    untouched = originals.first {
      $0.document == home
        && Surroundings(of: $0.words, in: library.documents[$0.document]) == quotation.surroundings
    }
    let remains = Self.remains(of: lineages, in: library).map {
      (Self.widened($0.stretch, over: Set(lineages), in: library), $0.count)
    }
    let most = remains.map(\.1).max() ?? 0
    self.remains = remains.filter { $0.1 * 2 >= most }
    state = instances.isEmpty ? (most * 2 >= lineages.count ? .edited : .gone) : .standing
  }

  /// The stretch with what was written in the stead of the words next to it.
  private static func widened(
    _ stretch: Stretch,
    over lineages: Set<Int32>,
    in library: EditedLibrary
  ) -> Stretch {
    let words = library.documents[stretch.document].words
    func isHeir(_ index: Int) -> Bool {
      words.indices.contains(index) && (words[index].heirOf.map(lineages.contains) ?? false)
    }
    var (start, end) = (stretch.words.lowerBound, stretch.words.upperBound)
    while isHeir(start - 1) { start -= 1 }
    while isHeir(end) { end += 1 }
    return Stretch(document: stretch.document, words: start..<end)
  }

  /// Heaps of words of the quotation that stand near each other.
  private static func remains(
    of lineages: [Int32],
    in library: EditedLibrary
  ) -> [(stretch: Stretch, count: Int)] {
    var places: [(document: Int, word: Int)] = []
    for lineage in lineages {
      for place in library.occurrences(of: lineage) {
        places.append((Int(place.document), Int(place.word)))
      }
    }
    places.sort { ($0.document, $0.word) < ($1.document, $1.word) }
    let reach = max(3, lineages.count / 2)
    var heaps: [(stretch: Stretch, count: Int)] = []
    for place in places {
      if let heap = heaps.last, heap.stretch.document == place.document,
        place.word - heap.stretch.words.upperBound < reach
      {
        let words = heap.stretch.words.lowerBound..<place.word + 1
        heaps[heaps.count - 1] = (Stretch(document: place.document, words: words), heap.count + 1)
      } else {
        let words = place.word..<place.word + 1
        heaps.append((Stretch(document: place.document, words: words), 1))
      }
    }
    return heaps
  }
}

extension EditedLibrary {
  /// What stands in a stretch, without blanks.
  func text(of stretch: Truth.Stretch) -> [UInt8] {
    let document = documents[stretch.document]
    return document.text.squeezed(in: document.bytes(of: stretch.words))
  }

  /// Whether most of a stretch came by copying.
  func isCopy(_ stretch: Truth.Stretch) -> Bool {
    let words = documents[stretch.document].words[stretch.words]
    return words.count(where: \.isCopy) * 2 > words.count
  }
}

extension [UInt8] {
  func contains(_ part: [UInt8]) -> Bool {
    guard part.count <= count else { return false }
    guard part.count < count else { return part == self }
    return (0...count - part.count).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
