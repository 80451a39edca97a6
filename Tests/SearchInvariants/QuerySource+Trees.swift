// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

extension QuerySource {
  /// A query of words, phrases, wildcards, NEAR, fields and operators, up to `depth` deep.
  package mutating func tree(depth: Int) -> TypedQuery {
    let count = Int.random(in: 1...3, using: &random)
    return .beside((0..<count).map { _ in signed(depth: depth) })
  }

  private mutating func signed(depth: Int) -> (sign: TypedQuery.Sign, part: TypedQuery) {
    let part = part(depth: depth)
    // A sign before NOT or before nothing but exclusions is two signs: nobody types that.
    guard part.canBeSigned else { return (.none, part) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return (.plus, part)
    case 1: return (.minus, part)
    default: return (.none, part)
    }
  }

  private mutating func part(depth: Int) -> TypedQuery {
    guard depth > 1 else { return leaf() }
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: return .and(parts(depth: depth - 1, count: 2...3))
    case 2, 3: return .or(parts(depth: depth - 1, count: 2...3))
    case 4: return .not(part(depth: depth - 1).withoutNot)
    case 5:
      let first = (TypedQuery.Sign.none, leaf())
      let others = (0..<Int.random(in: 1...2, using: &random)).map { _ in signed(depth: depth - 1) }
      return .beside([first] + others)
    default: return leaf()
    }
  }

  private mutating func parts(depth: Int, count: ClosedRange<Int>) -> [TypedQuery] {
    (0..<Int.random(in: count, using: &random)).map { _ in part(depth: depth) }
  }

  private mutating func leaf() -> TypedQuery {
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1: return phrase(.words) ?? .word(word())
    case 2: return wildcard()
    case 3, 4:
      return .near(nearby(), Int.random(in: 1...12, using: &random))
    case 5, 6: return field()
    case 7: return phrase(.oneWord) ?? .word(word())
    default: return .word(lettered())
    }
  }

  /// A word that begins with a letter: before a digit, a sign is the number's own.
  private mutating func lettered() -> String {
    for _ in 0..<50 {
      let word = word()
      if word.first?.isLetter == true { return word }
    }
    return "word"
  }

  /// Things that stand near one another somewhere, or nowhere.
  private mutating func nearby() -> [TypedQuery] {
    let count = Int.random(in: 2...3, using: &random)
    guard let text = scan.texts.randomElement(using: &random), text.words.count > 20 else {
      return (0..<count).map { _ in .word(lettered()) }
    }
    let start = Int.random(in: text.words.lowerBound..<text.words.upperBound - 12, using: &random)
    return (0..<count).map { _ in
      let place = start + Int.random(in: 0..<10, using: &random)
      let word = scan.vocabulary[Int(scan.words[place].word)]
      let next = scan.vocabulary[Int(scan.words[place + 1].word)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return .phrase("\(word) \(next)")
      case 1 where word.count > 3 && word.allSatisfy(\.isLetter):
        let pattern = String(word.prefix(3)) + "*"
        return .wildcard(typed: pattern, parts: [pattern])
      default: return .word(word.allSatisfy(\.isLetter) ? word : lettered())
      }
    }
  }

  // MARK: Fields

  /// A field with a value that holds of some document, or nearly.
  package mutating func field() -> TypedQuery {
    guard let text = scan.texts.randomElement(using: &random) else { return .word("word") }
    let record = scan.records[text.document]
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return words("title", record.title ?? "none") { .title($0) }
    case 1:
      return words("heading", text.passage.headings.randomElement(using: &random) ?? "none") {
        .heading($0)
      }
    case 2:
      return words("author", record.authors.randomElement(using: &random) ?? "none") { .author($0) }
    case 3:
      let entry = record.references.randomElement(using: &random)?.text ?? "none"
      return words("cites", entry) { .cites($0) }
    case 4: return path(record.path.description)
    case 5:
      let part = record.folder.prefix(Int.random(in: 2...9, using: &random))
      return .field(typed: "folder:\"\(part.uppercased())\"", .folder(String(part)))
    case 6:
      let type = record.path.fileExtension ?? "txt"
      return .field(typed: "type:\(type.uppercased())", .type(type))
    case 7:
      let language = record.language?.lowercased() ?? "und"
      return .field(typed: "lang:\(language)", .language(language))
    default: return modified(record.checkpoint.modified.nanoseconds / 1_000_000_000)
    }
  }

  private mutating func words(
    _ name: String,
    _ text: String,
    _ demand: (TypedQuery.FieldText) -> TypedQuery.FieldDemand
  ) -> TypedQuery {
    let all = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard !all.isEmpty else { return .word("word") }
    let start = Int.random(in: all.indices, using: &random)
    let word = all[start].lowercased()
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let phrase = all[start..<min(all.count, start + 3)].joined(separator: " ")
      return .field(typed: "\(name):\"\(phrase)\"", demand(.phrase(phrase)))
    case 1 where word.count > 3 && word.unicodeScalars.allSatisfy { $0.isASCII }:
      let pattern = String(word.prefix(3)) + "*"
      return .field(typed: "\(name):\(pattern)", demand(.pattern(pattern)))
    default: return .field(typed: "\(name):\(word)", demand(.words(word)))
    }
  }

  private mutating func path(_ path: String) -> TypedQuery {
    let letters = Array(path).filter { $0 != "\"" }
    let start = Int.random(in: letters.indices, using: &random)
    let part = String(letters[start..<min(letters.count, start + 8)])
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) || $0 == "." }
    if isPlain, name.count > 4, Bool.random(using: &random) {
      let pattern = "*\(name.dropFirst(2).prefix(3))*"
      if pattern.contains(where: \.isLetter) {
        return .field(typed: "path:\(pattern)", .path(pattern, isPattern: true))
      }
    }
    guard part.contains(where: { $0.isLetter || $0.isNumber }) else {
      return .field(typed: "path:\(name.prefix(0))txt", .path("txt", isPattern: false))
    }
    return .field(typed: "path:\"\(part)\"", .path(part, isPattern: false))
  }

  private mutating func modified(_ second: Int64) -> TypedQuery {
    // 2000-01-01, and years of the sets.
    let year2026: Int64 = 1_767_225_600
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .field(typed: "modified:>=2026", .modified(year2026..<Int64.max))
    case 1: return .field(typed: "modified:..2025", .modified(Int64.min..<year2026))
    default:
      let november: Int64 = 1_793_491_200
      return .field(
        typed: "modified:2026-11-01..2026-11",
        .modified(november..<november + 30 * 86_400)
      )
    }
  }
}

extension TypedQuery {
  /// Whether a sign before it means what it says.
  fileprivate var canBeSigned: Bool {
    switch self {
    case .not: false
    // Before digits a sign is the number's own.
    case .wildcard(let typed, _): typed.first?.isNumber != true
    default: true
    }
  }

  /// What NOT excludes: two in a row are none.
  fileprivate var withoutNot: TypedQuery {
    if case .not(let part) = self { part.withoutNot } else { self }
  }
}
