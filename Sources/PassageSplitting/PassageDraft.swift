// SPDX-License-Identifier: GPL-3.0-or-later

/// A passage in the making: sentences of one section.
struct PassageDraft {
  /// A sentence or a piece of one: bytes of the document's text, and its size.
  struct Sentence {
    let range: Range<Int>
    let units: Int
  }

  private(set) var sentences: [Sentence] = []
  private(set) var units = 0
  /// The headings it stands under.
  let headings: [String]
  /// Counts the headings and reference lists before it: passages of one section may be joined.
  let section: Int

  /// Makes a draft without sentences.
  init(headings: [String], section: Int) {
    self.headings = headings
    self.section = section
  }

  var isEmpty: Bool { sentences.isEmpty }

  /// Where it stands in the document's text; it must not be empty.
  var range: Range<Int> {
    (sentences.first?.range.lowerBound ?? 0)..<(sentences.last?.range.upperBound ?? 0)
  }

  mutating func append(_ sentence: Sentence) {
    sentences.append(sentence)
    units += sentence.units
  }

  mutating func join(_ next: PassageDraft) {
    sentences += next.sentences
    units += next.units
  }
}

extension SplitRules {
  var maximumUnits: Int { maximumWordCount * WordMeter.unitsPerWord }

  /// Into how many passages a text of so many units is divided.
  func passageCount(units: Int) -> Int {
    guard units > maximumUnits else { return 1 }
    let target = targetWordCount * WordMeter.unitsPerWord
    let least = (units + maximumUnits - 1) / maximumUnits
    return max(least, (units + target / 2) / target)
  }

  /// Whether two neighbours of one section make one passage.
  func join(_ first: PassageDraft, _ second: PassageDraft) -> Bool {
    let short = joinBelowWordCount * WordMeter.unitsPerWord
    return first.section == second.section && (first.units < short || second.units < short)
      && first.units + second.units <= targetWordCount * WordMeter.unitsPerWord
  }
}
