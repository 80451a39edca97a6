// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import PassageModel
import Testing

@testable import PassageSplitting

/// Tables of sentences as a careful reader would cut them; what joins them is a space, or nothing
/// in scripts that write none.
@Suite struct `Sentences end where a reader would end them` {
  @Test(arguments: EnglishSentences.cases)
  func `in English`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: " ")
  }

  @Test func `in Markdown, whatever its markup`() throws {
    let sentences = [
      "Das Gesetz vom **25\\. Juni** gilt.", "**Es gilt.**",
      "[Mehr dazu](http://a.org \"Titel. Zwei\") hier.",
      "*So ist es.*[^1]", "Punkt.",
    ]
    let text = "# T\n\n" + sentences.joined(separator: " ")
    let found = try split(text, as: .markdown).flatMap(\.sentenceTexts)
    #expect(found == sentences)
  }

  @Test(arguments: RussianSentences.cases)
  func `in Russian`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: " ")
  }

  @Test(arguments: GermanSentences.cases)
  func `in German`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: " ")
  }

  @Test(arguments: RomanceSentences.spanish)
  func `in Spanish`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: " ")
  }

  @Test(arguments: RomanceSentences.french)
  func `in French`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: " ")
  }

  @Test(arguments: EastAsianSentences.chinese)
  func `in Chinese`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: "")
  }

  @Test(arguments: EastAsianSentences.japanese)
  func `in Japanese`(_ sentences: [String]) throws {
    try expectSentences(sentences, joinedBy: "")
  }

  @Test func `a wrapped line goes on, an item and a row do not`() throws {
    let text = "# T\n\nHe met Dr.\nSmith. Then\nhe left.\n\n- One. Two\n- Three\n"
    let found = try split(text, as: .markdown).flatMap(\.sentenceTexts)
    #expect(found == ["He met Dr.\nSmith.", "Then\nhe left.", "- One.", "Two", "- Three"])
  }

  private func expectSentences(_ sentences: [String], joinedBy separator: String) throws {
    let joined = sentences.joined(separator: separator)
    let found = try split("# T\n\n" + joined, as: .markdown).flatMap(\.sentenceTexts)
    #expect(found == sentences)
  }
}

@Suite struct `Sentences of hostile text` {
  /// So much of each that it would take hours, were any of it quadratic.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ".", ". ", "\"", ".\"", ".)", "a.", "A.", "A. ", "a. ", "1. ", "§ 1. A", "г. ", "B.) ",
      "(A. ",
      "…", "… A", "! ", "?a", "。」と", "« . »", "*.*_ ", "z. B. ", ". 1", ". (", "1 г. А ", "...A",
    ]
  )
  func `take linear time`(_ piece: String) {
    let text = Array(String(repeating: piece, count: (1 << 18) / piece.utf8.count).utf8)
    let masked = SentenceMask.masked(text.indices, of: text, markers: [], markup: [])
    let sentences = SentenceSegmenter().sentences(of: masked)
    #expect(sentences.first?.lowerBound == 0)
    #expect(sentences.last?.upperBound == text.count)
    #expect(zip(sentences, sentences.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }
}
