// SPDX-License-Identifier: GPL-3.0-or-later

package import TestSupport

/// Sentences without much sense, no two alike but by chance.
package struct Prose: TextKind {
  package let name = "made-up prose"

  package init() {}

  package func document(_ random: inout SeededGenerator) -> String {
    (0..<random.number(5...14)).map { _ in paragraph(&random) }.joined(separator: "\n\n")
  }

  func paragraph(_ random: inout SeededGenerator) -> String {
    (0..<random.number(2...6)).map { _ in sentence(&random) }.joined(separator: " ")
  }

  package func sentence(_ random: inout SeededGenerator) -> String {
    var sentence = clause(&random)
    if random.once(in: 2) { sentence += Self.joints.pick(&random) + clause(&random) }
    if random.once(in: 4) { sentence += " in \(random.number(1200...1999))" }
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }

  private func clause(_ random: inout SeededGenerator) -> String {
    var clause = "the " + noun(&random) + " " + Self.verbs.pick(&random)
    clause += " the " + noun(&random)
    if random.once(in: 2) {
      clause += " " + Self.prepositions.pick(&random) + " the " + noun(&random)
    }
    return clause
  }

  private func noun(_ random: inout SeededGenerator) -> String {
    let noun = Self.nouns.pick(&random)
    return random.once(in: 2) ? Self.adjectives.pick(&random) + " " + noun : noun
  }

  private static let joints = [", and ", ", but ", " because ", " while ", "; ", ", although "]
  private static let prepositions = ["of", "near", "behind", "under", "against", "without", "for"]
  static let nouns = [
    "river", "council", "harbour", "engine", "winter", "bridge", "teacher", "garden", "letter",
    "mountain", "treaty", "market", "window", "captain", "library", "forest", "signal", "village",
    "theory", "battle", "lamp", "circle", "valley", "doctor", "stone", "minister", "orchard",
    "railway", "student", "glacier", "clock", "painter", "island", "border", "question", "priest",
  ]
  private static let adjectives = [
    "old", "northern", "quiet", "broken", "famous", "narrow", "second", "distant", "golden",
    "early", "heavy", "foreign", "common", "sudden", "empty", "royal", "simple", "burning",
  ]
  static let verbs = [
    "crossed", "described", "followed", "lost", "repaired", "feared", "admired", "divided",
    "praised", "reached", "forgot", "measured", "refused", "painted", "joined", "watched",
  ]
}

/// The same sentences again and again among others.
struct Repeated: TextKind {
  let name = "repeated sentences"

  func document(_ random: inout SeededGenerator) -> String {
    let prose = Prose()
    var sentences: [String] = []
    for _ in 0..<random.number(3...6) {
      let count = random.once(in: 2) ? 2 : random.number(3...10)
      sentences += Array(repeating: prose.sentence(&random), count: count)
    }
    for _ in 0..<random.number(8...30) { sentences.append(prose.sentence(&random)) }
    return NearCopies.paragraphs(of: sentences.shuffled(using: &random), " ", &random)
  }

  func sentence(_ random: inout SeededGenerator) -> String { Prose().sentence(&random) }
}

/// Paragraphs that stand twice, as in a summary that repeats a chapter.
struct TwiceTold: TextKind {
  let name = "chapters told twice"

  func document(_ random: inout SeededGenerator) -> String {
    let paragraphs = (0..<random.number(3...8)).map { _ in Prose().paragraph(&random) }
    let others = (0..<random.number(0...3)).map { _ in Prose().paragraph(&random) }
    var again = paragraphs
    if random.once(in: 2) { again.remove(at: random.number(0...again.count - 1)) }
    return (paragraphs + others + again).joined(separator: "\n\n")
  }

  func sentence(_ random: inout SeededGenerator) -> String { Prose().sentence(&random) }
}
