// SPDX-License-Identifier: GPL-3.0-or-later

internal import TestSupport

extension Editor {
  mutating func changeWord(_ document: inout TrackedDocument, _ place: Place) {
    guard !document[place].isEmpty else { return }
    let index = random.number(0...document[place].count - 1)
    document[place][index] = changed(document[place][index], document)
  }

  mutating func changeNumber(_ document: inout TrackedDocument) {
    let places = document.places.filter { document[$0].contains(where: \.hasDigit) }
    guard !places.isEmpty else { return }
    let place = places.pick(&random)
    let index = document[place].indices.filter { document[place][$0].hasDigit }.pick(&random)
    document[place][index] = withOtherDigit(document[place][index])
  }

  /// The word written over by another of the document, or with a slip in it.
  mutating func changed(_ word: TrackedWord, _ document: TrackedDocument) -> TrackedWord {
    if word.hasDigit, !random.once(in: 4) { return withOtherDigit(word) }
    var changed = word
    if random.once(in: 3), word.text.count > 2 {
      changed.text.remove(at: changed.text.index(after: changed.text.startIndex))
    } else if let place = place(in: document), !document[place].isEmpty {
      changed.text = document[place].pick(&random).text
    }
    changed.isEdited = word.isEdited || changed.text != word.text
    return changed
  }

  mutating func withOtherDigit(_ word: TrackedWord) -> TrackedWord {
    var changed = word
    var scalars = Array(word.text.unicodeScalars)
    let digits = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }
    guard !digits.isEmpty else { return word }
    let digit = UInt8(ascii: "0") + UInt8(random.number(0...9))
    scalars[digits.pick(&random)] = Unicode.Scalar(digit)
    changed.text = String(String.UnicodeScalarView(scalars))
    changed.isEdited = word.isEdited || changed.text != word.text
    return changed
  }

  mutating func insertOrDeleteWord(_ document: inout TrackedDocument, _ place: Place) {
    guard !document[place].isEmpty else { return }
    let index = random.number(0...document[place].count - 1)
    if random.once(in: 2), document[place].count > 1 {
      document[place].remove(at: index)
    } else if let other = self.place(in: document), !document[other].isEmpty {
      let model = document[other].pick(&random)
      let word = TrackedWord(text: model.text, gap: model.gap, lineage: lineages.next())
      document[place].insert(word, at: index)
    }
  }

  /// As when a party of a contract is replaced by another.
  mutating func replaceEverywhere(_ document: inout TrackedDocument) {
    guard let place = place(in: document), let other = self.place(in: document),
      !document[place].isEmpty, !document[other].isEmpty
    else { return }
    let old = document[place].pick(&random).text
    let new = document[other].pick(&random).text
    guard old != new else { return }
    for place in document.places {
      for index in document[place].indices where document[place][index].text == old {
        document[place][index].text = new
        document[place][index].isEdited = true
      }
    }
  }

  /// As when a row was put in at the top, and all are counted anew.
  mutating func renumber(_ document: inout TrackedDocument) {
    for place in document.places {
      for index in document[place].indices {
        guard let number = Int(document[place][index].text), number < 1_000_000 else { continue }
        document[place][index].text = "\(number + 1)"
        document[place][index].isEdited = true
      }
    }
  }

  /// Swaps what differs between two sentences, most often of those that are alike.
  mutating func swapWords(_ document: inout TrackedDocument) {
    let places = document.places.filter { !document[$0].isEmpty }
    guard !places.isEmpty else { return }
    let first = places.pick(&random)
    let length = document[first].count
    let likes = places.filter {
      document[$0].count == length && document[$0].squeezed != document[first].squeezed
        && document[$0].first?.text == document[first].first?.text
    }
    let second = random.once(in: 4) || likes.isEmpty ? places.pick(&random) : likes.pick(&random)
    let indices = document[first].indices.filter {
      $0 < document[second].count && document[first][$0].text != document[second][$0].text
    }
    guard !indices.isEmpty else { return }
    let index = indices.pick(&random)
    let (one, other) = (document[first][index].text, document[second][index].text)
    document[first][index].text = other
    document[first][index].isEdited = true
    document[second][index].text = one
    document[second][index].isEdited = true
  }

  // MARK: Blanks

  mutating func rewrap(_ document: inout TrackedDocument) {
    let width = random.number(30...90)
    for block in document.blocks.indices {
      var column = 0
      for sentence in document.blocks[block].sentences.indices {
        for word in document.blocks[block].sentences[sentence].indices {
          var changed = document.blocks[block].sentences[sentence][word]
          let isIdeographic = WordCutter.isIdeographic(changed.text) && !changed.gap.contains(" ")
          column += changed.text.count + 1
          changed.gap = isIdeographic ? "" : " "
          if column > width { (changed.gap, column) = ("\n", changed.text.count) }
          document.blocks[block].sentences[sentence][word] = changed
        }
      }
    }
  }

  mutating func changeBlanks(_ document: inout TrackedDocument, _ strength: EditStrength) {
    let blanks = ["  ", "\t", "\n", "\u{A0}", "   \n  ", "\u{2009}"]
    let odds = strength == .light ? 50 : strength == .middling ? 8 : 2
    for place in document.places {
      for index in document[place].indices where !document[place][index].gap.isEmpty {
        if random.once(in: odds) { document[place][index].gap = blanks.pick(&random) }
      }
    }
  }
}
