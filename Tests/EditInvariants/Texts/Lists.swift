// SPDX-License-Identifier: GPL-3.0-or-later

internal import TestSupport

/// Tables and lists whose rows are nearly the same.
struct Rows: TextKind {
  let name = "tables and lists"
  let linesAreBlocks = true

  func document(_ random: inout SeededGenerator) -> String {
    let shape = random.number(0...2)
    return (1...random.number(10...50)).map { row($0, shape, &random) }.joined(separator: "\n")
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    row(random.number(1...50), random.number(0...2), &random)
  }

  private func row(_ number: Int, _ shape: Int, _ random: inout SeededGenerator) -> String {
    let place = NearCopies.Language.english.names.pick(&random)
    switch shape {
    case 0:
      return "| \(number) | \(place) | \(random.number(1...9)),\(random.number(100...999)) |"
        + " \(random.number(1990...2020)) | yes |"
    case 1:
      return "- item \(number) of type \(["A", "B", "C"].pick(&random)),"
        + " \(random.number(1...40)) pieces, stored in \(place)"
    default:
      return "\(place): \(Prose.nouns.pick(&random)), \(random.number(1...9)) of 10"
    }
  }
}

/// Nothing but numbers.
struct Numbers: TextKind {
  let name = "numbers only"
  let linesAreBlocks = true

  func document(_ random: inout SeededGenerator) -> String {
    (0..<random.number(8...30)).map { _ in sentence(&random) }.joined(separator: "\n")
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    (0..<random.number(2...9)).map { _ in
      random.once(in: 3)
        ? "\(random.number(0...9)).\(random.number(0...9))"
        : "\(random.number(0...random.number(1...2000)))"
    }.joined(separator: " ")
  }
}

/// Songs: verses that differ, and a refrain that does not, or by a word.
struct Refrains: TextKind {
  let name = "songs with refrains"

  func document(_ random: inout SeededGenerator) -> String {
    let refrain = (0..<random.number(2...4)).map { _ in sentence(&random) }
    var stanzas: [[String]] = []
    for _ in 0..<random.number(4...9) {
      stanzas.append((0..<random.number(3...4)).map { _ in sentence(&random) })
      var sung = refrain
      if random.once(in: 3) {
        sung[0] = sung[0].replacing("the", with: Prose.nouns.pick(&random), maxReplacements: 1)
      }
      stanzas.append(sung)
    }
    return stanzas.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    "O \(Prose.nouns.pick(&random)) that \(Prose.verbs.pick(&random)) the \(Prose.nouns.pick(&random))"
      + [",", "!", ", o."].pick(&random)
  }
}

/// A dialogue of very short sentences.
struct ShortSentences: TextKind {
  let name = "very short sentences"

  func document(_ random: inout SeededGenerator) -> String {
    let sentences = (0..<random.number(30...100)).map { _ in sentence(&random) }
    return NearCopies.paragraphs(of: sentences, " ", &random)
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    random.once(in: 4)
      ? "\(["He", "She", "It"].pick(&random)) \(Prose.verbs.pick(&random)) it."
      : Self.sentences.pick(&random)
  }

  private static let sentences = [
    "Yes.", "No.", "Yes, sir.", "No, sir.", "He left.", "She left.", "It rained.", "Why?",
    "Why not?", "I see.", "I do not see.", "Go on.", "Go away.", "Not now.", "Nobody came.",
    "He came back.", "She came back.", "That is all.", "Is that all?", "Good.",
  ]
}
