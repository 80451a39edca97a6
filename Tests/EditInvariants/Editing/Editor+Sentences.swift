// SPDX-License-Identifier: GPL-3.0-or-later

internal import TestSupport

extension Editor {
  mutating func insert(
    _ sentence: TrackedSentence,
    at place: Place?,
    _ document: inout TrackedDocument
  ) {
    guard let place else { return }
    if random.once(in: 4) {
      let block = TrackedBlock(gap: document.blocks[place.block].gap, sentences: [sentence])
      document.blocks.insert(block, at: place.block)
    } else {
      document.blocks[place.block].sentences.insert(sentence, at: place.sentence)
    }
  }

  mutating func append(_ sentence: TrackedSentence, _ document: inout TrackedDocument) {
    let gap = document.blocks.last?.gap ?? "\n\n"
    document.blocks.append(TrackedBlock(gap: gap, sentences: [sentence]))
  }

  mutating func move(_ document: inout TrackedDocument, _ place: Place) {
    let sentence = document.blocks[place.block].sentences.remove(at: place.sentence)
    document.tidy()
    guard let target = self.place(in: document) else { return append(sentence, &document) }
    insert(sentence, at: target, &document)
  }

  mutating func moveBlock(_ document: inout TrackedDocument, _ place: Place) {
    let block = document.blocks.remove(at: place.block)
    document.blocks.insert(block, at: random.number(0...document.blocks.count))
  }

  mutating func swapSentences(_ document: inout TrackedDocument, _ place: Place) {
    guard let other = self.place(in: document) else { return }
    let sentence = document[place]
    document[place] = document[other]
    document[other] = sentence
  }

  mutating func copy(_ document: inout TrackedDocument, _ place: Place, changed: Bool) {
    var sentence = document[place]
    sentence.markCopied()
    if changed, !sentence.isEmpty {
      let index = random.number(0...sentence.count - 1)
      sentence[index] = self.changed(sentence[index], document)
    }
    insert(sentence, at: self.place(in: document), &document)
  }

  mutating func copyBlock(_ document: inout TrackedDocument, _ place: Place) {
    var block = document.blocks[place.block]
    for index in block.sentences.indices { block.sentences[index].markCopied() }
    document.blocks.insert(block, at: random.number(0...document.blocks.count))
  }

  /// Deletes a sentence that has one like it: the same length, and most of its words.
  mutating func deleteLike(_ document: inout TrackedDocument) {
    let places = document.places
    var byShape: [String: [Place]] = [:]
    for place in places {
      let sentence = document[place]
      byShape["\(sentence.count) \(sentence.first?.text ?? "")", default: []].append(place)
    }
    let groups = byShape.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    guard !groups.isEmpty else { return }
    let place = groups.pick(&random).value.pick(&random)
    document.blocks[place.block].sentences.remove(at: place.sentence)
  }

  /// A sentence typed anew after another, with a word or a number changed.
  mutating func imitation(of sentence: TrackedSentence) -> TrackedSentence {
    var typed = sentence.map { word in
      TrackedWord(
        text: word.text,
        gap: word.gap,
        lineage: lineages.next(),
        model: word.model ?? word.lineage
      )
    }
    guard !typed.isEmpty else { return typed }
    for _ in 0..<random.number(1...2) {
      let index = random.number(0...typed.count - 1)
      if typed[index].hasDigit {
        typed[index] = withOtherDigit(typed[index])
      } else {
        typed[index].text = typed.pick(&random).text
      }
    }
    return typed
  }

  /// Deletes a sentence, and types one like it somewhere else.
  mutating func replaceByLike(_ document: inout TrackedDocument, _ place: Place) {
    let typed = imitation(of: document[place])
    document.blocks[place.block].sentences.remove(at: place.sentence)
    document.tidy()
    guard let target = self.place(in: document) else { return append(typed, &document) }
    insert(typed, at: target, &document)
  }

  /// `sentence`, of which each word is heir to one of `old`.
  func written(_ sentence: TrackedSentence, insteadOf old: TrackedSentence) -> TrackedSentence {
    sentence.enumerated().map { index, word in
      var word = word
      let former = old.isEmpty ? nil : old[min(index, old.count - 1)]
      word.heirOf = former.flatMap { $0.heirOf ?? $0.lineage }
      return word
    }
  }

  mutating func mergeOrSplit(_ document: inout TrackedDocument, _ place: Place) {
    if random.once(in: 2), document.blocks[place.block].sentences.count > 1 {
      let block = document.blocks[place.block]
      let cut = random.number(1...block.sentences.count - 1)
      document.blocks[place.block].sentences = Array(block.sentences[..<cut])
      let rest = TrackedBlock(gap: block.gap, sentences: Array(block.sentences[cut...]))
      document.blocks.insert(rest, at: place.block + 1)
    } else if place.block + 1 < document.blocks.count {
      let next = document.blocks.remove(at: place.block + 1)
      document.blocks[place.block].sentences += next.sentences
    }
  }
}
