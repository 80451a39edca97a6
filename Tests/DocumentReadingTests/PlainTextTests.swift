// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

@Suite struct `Headings of plain text` {
  private static let prose = "It is a truth that was found late, and only after a long search."

  @Test(arguments: [
    "§ 2 Eintritt der Volljährigkeit", "History", "The war of 1812", "CHAPTER IV.", "2.1 Methods",
    "История вопроса", "历史背景",
  ])
  func `a line like a title heads the text under it`(_ line: String) throws {
    let document = try read("# T\n\n\(Self.prose)\n\n\(line)\n\n\(Self.prose)\n")
    #expect(document.headings.map(\.text) == [line])
    #expect(document.blocks.map(\.headings) == [[], [line]])
  }

  @Test(arguments: [
    "and so on", "He left.", "He left.[1]", "So it was.[2][3]", "What now?", "First of all,",
    "The list:", "- Item", "1. Buy milk", "“Yes”", "1273 4 1273", "Ann Bell ann@example.org",
    "See https://example.org",
    "One two three four five six seven eight nine ten eleven twelve thirteen",
    "He left at once. She stayed",
  ])
  func `other lines are text`(_ line: String) throws {
    let document = try read("# T\n\n\(Self.prose)\n\n\(line)\n\n\(Self.prose)\n")
    #expect(document.headings.isEmpty)
    #expect(structuralFault(of: document) == nil)
  }

  @Test(arguments: [
    ("conflicts.[7][8]Historical Background", "Historical Background"),
    ("their end.”Next Part", "Next Part"), ("end[3].Next part", "Next part"),
    ("lost (all of them).After the war", "After the war"),
  ])
  func `a heading glued to a paragraph is cut off`(_ end: String, _ heading: String) throws {
    let long = String(repeating: Self.prose + " ", count: 5)
    let document = try read("T\n\(long)the \(end)\n\(long)\n")
    #expect(document.headings.map(\.text) == [heading])
    #expect(structuralFault(of: document) == nil)
  }

  /// What stands at the end of each line is no guess where all lines are sections.
  @Test(arguments: [
    ("to Forfar and Arbroath", "Ships"), ("by population as of 2006", "Economy"),
    ("that it was so.", "19th century"), ("he said.[17]", "\"People\" and kings"),
    ("the cities are:", "North America"), ("in 2001.", "1970–85: Early life"),
    ("in the war (1812)", "Back in the U.S."),
  ])
  func `where each line is a section it ends in a heading`(_ end: String, _ heading: String) throws
  {
    let long = Array(repeating: Self.prose, count: 5).joined(separator: " ")
    let lines = ["T", long + "Early years", long + "Later years", "\(long) The \(end)\(heading)"]
    let document = try read((lines + [long]).joined(separator: "\n"))
    #expect(document.headings.map(\.text) == ["Early years", "Later years", heading])
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `levels follow the kinds of headings`() throws {
    let names = ["PART ONE", "Chapter 1", "Chapter 2", "PART TWO", "Chapter 1"]
    let text = names.map { "\($0)\n\n\(Self.prose)\n\n" }.joined()
    #expect(try read("# T\n\n" + text).headings.map(\.level) == [1, 2, 2, 1, 2])
    let counted = ["1 Causes", "1.1 Money", "1.2 Land", "2 Course", "Sources of error"]
    let report = counted.map { "\($0)\n\n\(Self.prose)\n\n" }.joined()
    #expect(try read("# T\n\n" + report).headings.map(\.level) == [1, 2, 2, 1, 1])
  }

  @Test(arguments: ["in the U.S", "by J.R.Tolkien", "so it ended.Badly for all of them.", "v.two"])
  func `what only looks glued stays`(_ end: String) throws {
    let long = String(repeating: Self.prose + " ", count: 5)
    let document = try read("T\n\(long)the \(end)\n\(long)\n")
    #expect(document.headings.isEmpty)
    #expect(document.blocks.count == 2)
  }

  @Test func `marked headings leave no room for guesses`() throws {
    let document = try read("Title\n=====\n\nPart\n----\n\nNo Heading\n\n\(Self.prose)\n")
    #expect(document.title == "Title")
    #expect(document.headings.map(\.text) == ["Part"])
    #expect(document.blockTexts == ["No Heading", Self.prose])
  }

  @Test func `a long row of titles is a list`() throws {
    let document = try read("T\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n\n\(Self.prose)")
    #expect(document.headings.map(\.text) == ["Six"])
  }

  @Test func `wrapped lines are one paragraph`() throws {
    let wrapped =
      "It is a truth that was found late, and only\nafter a long search. Nobody knew of it."
    #expect(try read("T\n\n\(wrapped)\n").blockTexts == [wrapped])
  }

  @Test func `a title alone is a block, so that it can be found`() throws {
    let document = try read("# Only this")
    #expect(document.titleRange == nil)
    #expect(document.title == "Only this")
    #expect(document.blockTexts == ["# Only this"])
  }
}

@Suite struct `Headings that only the whole text tells` {
  private static let prose = "It is a truth that was found late, and only after a long search."

  @Test func `numbered titles over text are headings, items of a list are none`() throws {
    let names = ["1. Piers", "1.1. Below water", "1.2. Above water", "2. Advice"]
    let report = "T\n\n" + names.map { "\($0)\n\n\(Self.prose)\n\n" }.joined()
    let document = try read(report)
    #expect(document.headings.map(\.text) == names)
    #expect(document.headings.map(\.level) == [1, 2, 2, 1])
    #expect(try read("T\n\n\(Self.prose)\n\n1. Eggs\n\n2. Milk\n\n\(Self.prose)").headings.isEmpty)
  }

  @Test func `numbered titles may have more than a space behind their number`() throws {
    let document = try read("T\n\n1.  Aim\n\n\(Self.prose)\n\n2.  Terms\n\n\(Self.prose)\n")
    #expect(document.headings.map(\.text) == ["1. Aim", "2. Terms"])
  }

  @Test func `numbered titles may count afresh under each Chinese heading`() throws {
    let text = String(repeating: "长江发源于青藏高原，最后流入东海。", count: 3)
    let parts = ["一、地理\n\n1. 位置", "2. 长度", "二、历史\n\n1. 古代", "2. 近代"]
    let document = try read("长江\n\n" + parts.map { "\($0)\n\n\(text)\n\n" }.joined())
    #expect(
      document.headings.map(\.text) == ["一、地理", "1. 位置", "2. 长度", "二、历史", "1. 古代", "2. 近代"]
    )
    #expect(document.headings.map(\.level) == [1, 2, 2, 1, 2, 2])
  }

  @Test func `a short line right above wrapped text heads it`() throws {
    let wrapped =
      "Blocks are freed by wedges and water rather than by powder, since\npowder shakes the stone "
      + "and spoils the grain of it. A good block\nmay yield three hundredweight."
    let document = try read("T\n\n\(Self.prose)\n\nIn the Quarry\n\(wrapped)\n")
    #expect(document.headings.map(\.text) == ["In the Quarry"])
    #expect(document.blockTexts == [Self.prose, wrapped])
  }

  @Test func `numbered titles may stand right above wrapped text`() throws {
    let wrapped =
      "The length of a day is not that of a turn of the earth, since the earth\nalso goes around "
      + "the sun and has to turn a little further each day\nbefore it is noon again."
    let text = "T\n\n1. Introduction\n\(wrapped)\n\n2. Methods\n\(wrapped)\n"
    #expect(try read(text).headings.map(\.text) == ["1. Introduction", "2. Methods"])
  }

  @Test func `a line that the next one goes on with is no heading`() throws {
    let long = String(
      repeating: "are permitted provided that it is said where they came from. ",
      count: 5
    )
    let document = try read("T\n\n\(Self.prose)\n\nUse in source and binary forms\n\(long)\n")
    #expect(document.headings.isEmpty)
  }

  @Test func `one long line does not part wrapped ones`() throws {
    let wrapped = Array(
      repeating: "It is a truth that was found late, and only after a long search",
      count: 8
    )
    let address = "https://example.org/" + String(repeating: "path/", count: 60)
    let text =
      (wrapped + ["WITHOUT ANY WARRANTY; not even the implied warranty of fitness, see"])
      .joined(separator: "\n") + "\n\(address)\n" + wrapped.joined(separator: "\n")
    let document = try read("T\n\n\(Self.prose)\n\n\(text)\n")
    #expect(document.headings.isEmpty)
    #expect(document.blockTexts == [Self.prose, text])
  }

  @Test func `Chinese headings hang on full stops and markers`() throws {
    let long = String(repeating: "工程于一九〇五年开工，一九〇九年通车，比原定计划提前。", count: 6)
    let document = try read("京张铁路\n\(long)[1]历史背景\n\(long)工程难点\n\(long)\n")
    #expect(document.headings.map(\.text) == ["历史背景", "工程难点"])
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `under a title marked as the highest the next mark is the highest`() throws {
    let document = try read("Title\n=====\n\n\(Self.prose)\n\nPart\n----\n\n\(Self.prose)\n")
    #expect(document.headings.map(\.level) == [1])
  }
}
