// SPDX-License-Identifier: GPL-3.0-or-later

package import TestSupport

/// Edits documents at random, and keeps the books on what becomes of each word.
package struct Editor: Sendable {
  package var random: SeededGenerator
  var lineages = Lineages()

  /// Starts without any text.
  package init(random: SeededGenerator) { self.random = random }

  /// How many words were typed so far: lineages are smaller.
  package var lineageCount: Int { Int(lineages.count) }

  /// A new document.
  package mutating func document(_ kind: some TextKind) -> TrackedDocument {
    let text = kind.document(&random)
    return TrackedDocument(text, linesAreBlocks: kind.linesAreBlocks, lineages: &lineages)
  }

  /// Edits `document`, which is of `kind`.
  package mutating func edit(
    _ document: inout TrackedDocument,
    _ edit: EditKind,
    _ strength: EditStrength,
    kind: some TextKind
  ) {
    switch edit {
    case .nothing: return
    case .rewrapped: rewrap(&document)
    case .blanks: changeBlanks(&document, strength)
    case .replacedEverywhere: replaceEverywhere(&document)
    case .renumbered: renumber(&document)
    case .shuffled: document.blocks.shuffle(using: &random)
    case .rewritten: document = self.document(kind)
    case .mixture: mix(&document, strength, kind: kind)
    default:
      let count = max(1, Int(Double(document.sentenceCount) * strength.share))
      for _ in 0..<count where document.sentenceCount > 0 { step(&document, edit, kind: kind) }
    }
    document.tidy()
  }

  private mutating func step(
    _ document: inout TrackedDocument,
    _ edit: EditKind,
    kind: some TextKind
  ) {
    document.tidy()
    guard let place = place(in: document) else { return }
    switch edit {
    case .changedWords: changeWord(&document, place)
    case .changedNumbers: changeNumber(&document)
    case .insertedWords: insertOrDeleteWord(&document, place)
    case .inserted: insert(typed(kind), at: place, &document)
    case .appended: append(typed(kind), &document)
    case .deleted: document.blocks[place.block].sentences.remove(at: place.sentence)
    case .deletedLike: deleteLike(&document)
    case .deletedBlocks: document.blocks.remove(at: place.block)
    case .moved: move(&document, place)
    case .movedBlocks: moveBlock(&document, place)
    case .swapped: swapSentences(&document, place)
    case .swappedWords: swapWords(&document)
    case .copied: copy(&document, place, changed: false)
    case .copiedBlocks: copyBlock(&document, place)
    case .copiedAndChanged: copy(&document, place, changed: true)
    case .retyped: document[place] = written(typed(kind), insteadOf: document[place])
    case .imitated: insert(imitation(of: document[place]), at: self.place(in: document), &document)
    case .replacedByLike: replaceByLike(&document, place)
    case .mergedAndSplit: mergeOrSplit(&document, place)
    default: break
    }
  }

  private mutating func mix(
    _ document: inout TrackedDocument,
    _ strength: EditStrength,
    kind: some TextKind
  ) {
    let rare: Set<EditKind> = [.rewritten, .mixture, .nothing]
    let often = EditKind.allCases.filter { !rare.contains($0) }
    let count = strength == .light ? 3 : strength == .middling ? 8 : 25
    for _ in 0..<count where document.sentenceCount > 0 {
      let edit = often.pick(&random)
      self.edit(&document, edit, .light, kind: kind)
    }
  }

  // MARK: Places

  /// A sentence of a document.
  struct Place {
    var block: Int
    var sentence: Int
  }

  mutating func place(in document: TrackedDocument) -> Place? {
    guard !document.blocks.isEmpty else { return nil }
    let block = random.number(0...document.blocks.count - 1)
    let count = document.blocks[block].sentences.count
    return count == 0 ? nil : Place(block: block, sentence: random.number(0...count - 1))
  }

  /// A sentence that nobody wrote before.
  mutating func typed(_ kind: some TextKind) -> TrackedSentence {
    let text = kind.sentence(&random)
    return Array(TrackedDocument.sentences(text[...], &lineages).joined())
  }
}

extension TrackedDocument {
  subscript(place: Editor.Place) -> TrackedSentence {
    get { blocks[place.block].sentences[place.sentence] }
    set { blocks[place.block].sentences[place.sentence] = newValue }
  }

  /// All sentences.
  var places: [Editor.Place] {
    blocks.indices.flatMap { block in
      blocks[block].sentences.indices.map { Editor.Place(block: block, sentence: $0) }
    }
  }
}
