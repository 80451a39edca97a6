// SPDX-License-Identifier: GPL-3.0-or-later

internal import TestSupport

/// Sentences of a few patterns, which differ in a word or a number, among their likes.
struct NearCopies: TextKind {
  /// Patterns of one language, and what is filled in.
  struct Language: Sendable {
    let name: String
    /// `#` stands for a number, `@` for a name, `%` for a word.
    let patterns: [String]
    let names: [String]
    let words: [String]
    let blank: String
  }

  let language: Language

  init(_ language: Language) { self.language = language }

  var name: String { "near copies, \(language.name)" }

  func document(_ random: inout SeededGenerator) -> String {
    var sentences: [String] = []
    for _ in 0..<random.number(4...9) {
      let model = sentence(&random)
      sentences.append(model)
      for _ in 0..<random.number(0...4) { sentences.append(varied(model, &random)) }
    }
    return Self.paragraphs(of: sentences.shuffled(using: &random), language.blank, &random)
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    Self.filled(language.patterns.pick(&random), language, &random)
  }

  /// The sentence with one of the things in it that vary changed.
  private func varied(_ model: String, _ random: inout SeededGenerator) -> String {
    let (from, to) =
      random.once(in: 2)
      ? (language.names.first { model.contains($0) }, language.names.pick(&random))
      : (language.words.first { model.contains($0) }, language.words.pick(&random))
    if !random.once(in: 3), let from { return model.replacing(from, with: to, maxReplacements: 1) }
    let digits = model.indices.filter { model[$0].isWholeNumber && model[$0].isASCII }
    guard let digit = digits.randomElement(using: &random) else { return model }
    return String(model[..<digit]) + "\(random.number(1...9))" + model[model.index(after: digit)...]
  }

  static func filled(
    _ pattern: String,
    _ language: Language,
    _ random: inout SeededGenerator
  ) -> String {
    var text = ""
    for character in pattern {
      switch character {
      case "#": text += "\(random.number(2...random.number(9...1999)))"
      case "@": text += language.names.pick(&random)
      case "%": text += language.words.pick(&random)
      default: text.append(character)
      }
    }
    return text
  }

  static func paragraphs(
    of sentences: [String],
    _ blank: String,
    _ random: inout SeededGenerator
  ) -> String {
    var text = ""
    for sentence in sentences {
      if !text.isEmpty { text += random.once(in: 4) ? "\n\n" : blank }
      text += sentence
    }
    return text
  }
}

extension NearCopies.Language {
  static let english = Self(
    name: "English",
    patterns: [
      "On # May 19# the committee met in @ and adopted resolution # on the % of goods.",
      "The army of @ lost # men in the % of the year #.",
      "In @ the % rose by # percent, while the number of ships fell to #.",
      "It is % that @ did not sign the protocol of 19#.",
      "It is % that @ did sign the protocol of 19#.",
      "The sample from @ was heated to # degrees for # minutes, and the % was noted.",
      "@ is a % with # inhabitants.",
    ],
    names: ["Vienna", "Geneva", "Moscow", "Peking", "Lisbon", "Cairo", "Oslo", "Delhi"],
    words: ["trade", "siege", "transport", "price", "output", "storage", "certain", "possible"],
    blank: " "
  )
  static let russian = Self(
    name: "Russian",
    patterns: [
      "# мая 19# года комитет собрался в городе @ и принял решение № # о %.",
      "Армия под командованием генерала из города @ потеряла # человек в ходе %.",
      "В городе @ число жителей выросло на # процентов, несмотря на начало %.",
      "Известно, что @ не подписал протокол № # о %.",
      "Известно, что @ подписал протокол № # о %.",
      "@: # кораблей, # пушек.",
    ],
    names: ["Киев", "Минск", "Тверь", "Казань", "Псков", "Рига", "Омск"],
    words: ["торговли", "осады", "перевозки", "войны", "переговоров", "стройки"],
    blank: " "
  )
  static let chinese = Self(
    name: "Chinese",
    patterns: [
      "19#年5月#日，委员会在@召开会议，通过了关于%的第#号决议。",
      "@的人口增长了百分之#，但是%的规模下降到#。",
      "众所周知，@没有签署19#年关于%的议定书。",
      "众所周知，@签署了19#年关于%的议定书。",
      "@军队在%中损失了#人。",
      "@同意。",
    ],
    names: ["北京", "上海", "广州", "武汉", "重庆", "南京", "成都"],
    words: ["贸易", "运输", "战争", "谈判", "农业", "工业", "教育"],
    blank: ""
  )
  static let german = Self(
    name: "German",
    patterns: [
      "Am #. Mai 19# trat der Ausschuss in @ zusammen und beschloss die Verordnung Nr. # über %.",
      "Die Gemeinde @ zählt # Einwohner und lebt vorwiegend von %.",
      "Der Antrag auf % ist binnen # Tagen bei der Behörde in @ zu stellen.",
      "Der Antrag auf % ist nicht binnen # Tagen bei der Behörde in @ zu stellen.",
      "Wer in @ ohne Erlaubnis % betreibt, wird mit bis zu # Tagessätzen bestraft.",
    ],
    names: ["Köln", "Mainz", "Ulm", "Bremen", "Görlitz", "Zürich", "Linz"],
    words: ["Handel", "Bergbau", "Schifffahrt", "Viehzucht", "Weinbau", "Fischerei"],
    blank: " "
  )
}
