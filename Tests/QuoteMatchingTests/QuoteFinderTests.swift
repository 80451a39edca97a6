// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import QuoteMatching
import Testing

private let opening = "The treaty was signed in spring. Nobody expected it to last for long. "
private let quotation = "By 1959 the alliance had lost all meaning to both of its members."
private let ending = " Trade went on as before. The border stayed quiet until the summer."

@Suite
struct `Finding a quotation` {
  @Test
  func `text that was not edited has it where it was`() {
    let text = EditedText(old: opening + quotation + ending, new: opening + quotation + ending)
    let start = opening.utf8.count
    #expect(
      text.find(quotation)
        == .same(QuotePlace(range: start..<start + quotation.utf8.count, similarity: 1))
    )
  }

  @Test(arguments: ["New first sentence. ", "\n\n\n", "Ein Absatz.\n\n"])
  func `what was put before it moves it`(insertion: String) {
    let text = EditedText(
      old: opening + quotation + ending,
      new: insertion + opening + quotation + ending
    )
    #expect(text.words(text.find(quotation)) == quotation)
  }

  @Test
  func `it is found in other surroundings`() {
    let text = EditedText(
      old: opening + quotation + ending,
      new: "Something else.\n\n" + quotation + "\n\nAnd quite another end of it."
    )
    #expect(text.words(text.find(quotation)) == quotation)
  }

  @Test
  func `lines that were wrapped anew are no change`() {
    let wrapped = quotation.split(separator: " ").joined(separator: "\n  ")
    let text = EditedText(old: opening + quotation + ending, new: opening + wrapped + ending)
    guard case .same(let place) = text.find(quotation) else {
      Issue.record("not the same")
      return
    }
    #expect(SourceText(text.new).string(in: place.range) == wrapped)
  }

  @Test
  func `a new paragraph within it, where its last sentence stood twice, may hold the twin`() {
    let twin = "Trade with the west went on as if nothing had been said in the spring."
    let old = opening + quotation + " " + twin
    let text = EditedText(old: old, new: "It is new. " + quotation + "\n\n" + twin)
    #expect(text.find(quotation + " " + twin).name == "unsure")
    #expect(text.find(quotation).name == "same")
  }

  @Test
  func `a copy with all around it is in doubt where the original has one side left`() {
    let refrain = "Elsewhere, too: " + quotation + " So they say.\n\n"
    let edited =
      opening + quotation + " Commerce went on. The border stayed quiet until the summer."
    let text = EditedText(
      old: refrain + opening + quotation + ending,
      new: "New. " + refrain + edited + "\n\n" + opening + quotation + ending
    )
    #expect(text.find(quotation, occurrence: 2).name == "unsure")
  }

  @Test
  func `words that were joined or parted are a change`() {
    let old = opening + "We asked the therapist about the matter twice in a row." + ending
    let new = opening + "We asked the the rapist about the matter twice in a row." + ending
    let text = EditedText(old: old, new: new)
    #expect(text.find("We asked the therapist about the matter twice in a row.").name == "changed")
  }

  @Test
  func `a word that was replaced is a change at that place`() {
    let new = quotation.replacing("alliance", with: "union")
    let text = EditedText(old: opening + quotation + ending, new: "X. " + opening + new + ending)
    let finding = text.find(quotation)
    #expect(finding.name == "changed")
    #expect(text.words(finding) == new)
  }

  @Test
  func `first and last words that were replaced belong to the place`() {
    let new = "In 1960 the alliance had lost all meaning to both of its makers."
    let text = EditedText(old: opening + quotation + ending, new: opening + new + ending)
    #expect(text.words(text.find(quotation)) == new)
  }

  @Test
  func `text that was deleted is gone`() {
    let text = EditedText(old: opening + quotation + ending, new: opening + ending)
    #expect(text.find(quotation) == .gone)
  }

  @Test
  func `a sentence that stands twice is not taken for the one that was deleted`() {
    let twin = opening + quotation + ending + " A long way further on, somebody says it again: "
    let text = EditedText(
      old: twin + quotation + " So it ended.",
      new: opening + "A long way further on, somebody says it again: " + quotation + " So it ended."
    )
    #expect(text.find(quotation, occurrence: 1).name == "unsure")
    #expect(text.words(text.find(quotation, occurrence: 2)) == quotation)
  }

  @Test
  func `words that somebody typed again are not taken for those at their place`() {
    let text = EditedText(
      old: opening + quotation + ending,
      new: opening.replacing("spring", with: "winter").replacing("long", with: "ever") + quotation
        + " All was over. " + opening + quotation + ending
    )
    // Only the second stands between what surrounded it, but the first is where it was.
    #expect(text.find(quotation).name == "unsure")
  }

  @Test
  func `a few words in quite other surroundings are not taken for a quotation`() {
    let new = "Another document.\n\nIt soon lost all meaning to both, they say.\n"
    #expect(
      EditedText(old: opening + quotation + ending, new: new).find("lost all meaning to both").name
        == "unsure"
    )
  }

  @Test(arguments: [
    ("条和第10条，欧盟", "unsure"), ("条和第10条，欧盟遵守公民平等的原则，并在实践中", "same"),
    ("ソーシャルネットワーキングサービス", "unsure"), ("สาธารณรัฐประชาชนจีน", "unsure"),
    ("ソーシャルネットワーキングサービスをはじめて使ったひとたちのことば", "same"),
  ])
  func `a few characters of scripts without blanks are few words`(
    quotation: String,
    finding: String
  ) {
    let text = EditedText(
      old: "根据《欧洲联盟条约》的第9\(quotation)建立代议制民主。",
      new: "另一本书里也写着：\(quotation)就是这样。"
    )
    #expect(text.find(quotation).name == finding)
  }

  @Test
  func `a near copy is not taken for what was deleted`() {
    let near = quotation.replacing("1959", with: "1961")
    let text = EditedText(
      old: opening + quotation + ending + " " + near,
      new: opening + ending + " " + near
    )
    #expect(text.find(quotation).name == "unsure")
  }

  @Test
  func `the next line of a list is not taken for the one that was deleted`() {
    let rows = (0..<8).map {
      "Station \("ABCDEFGH".map(String.init)[$0]) reported no loss at all.\n"
    }
    for deleted in rows.indices {
      var left = rows
      left.remove(at: deleted)
      let text = EditedText(old: rows.joined(), new: left.joined())
      let finding = text.find(String(rows[deleted].dropLast()))
      #expect(["unsure", "gone"].contains(finding.name))
    }
  }

  @Test
  func `of two copies neither is preferred`() {
    let text = EditedText(
      old: opening + quotation + ending,
      new: "A. " + quotation + " B.\n\nC. " + quotation + " D."
    )
    #expect(text.find(quotation).name == "unsure")
  }

  @Test
  func `the copy that is still in its surroundings is preferred`() {
    let text = EditedText(
      old: opening + quotation + ending,
      new: "A. " + quotation + " B.\n\n" + opening + quotation + ending
    )
    let start = ("A. " + quotation + " B.\n\n" + opening).utf8.count
    #expect(
      text.find(quotation)
        == .same(QuotePlace(range: start..<start + quotation.utf8.count, similarity: 1))
    )
  }

  @Test(arguments: ["", " ", "\n\t", "。", "?!"])
  func `what holds no words is found nowhere or with doubt`(quotation: String) {
    let finder = QuoteFinder(ComparedText(SourceText("A text. 。 Another?!")))
    let name = finder.find(SoughtQuotation(text: quotation)).name
    #expect(["gone", "unsure"].contains(name))
  }

  @Test
  func `Chinese is compared by characters`() {
    let old = "都江堰位于四川。宝瓶口是在玉垒山上凿出的缺口，水由此流入平原。岷江在这里分为两支。"
    let new = "都江堰位于四川省。宝瓶口是在玉垒山上凿开的缺口，\n水由此流入平原。岷江在这里分为两支。"
    let text = EditedText(old: old, new: new)
    let finding = text.find("宝瓶口是在玉垒山上凿出的缺口，水由此流入平原。")
    #expect(finding.name == "changed")
    #expect(text.words(finding) == "宝瓶口是在玉垒山上凿开的缺口，\n水由此流入平原。")
  }
}

@Suite
struct `Finding what others quoted` {
  private func find(_ quotation: SoughtQuotation, in text: String) -> QuoteFinding {
    QuoteFinder(ComparedText(SourceText(text))).find(quotation)
  }

  @Test
  func `the same words between the same words are it`() {
    let sought = SoughtQuotation(
      text: quotation,
      prefix: "expected it to last for long. ",
      suffix: " Trade went on as before."
    )
    #expect(find(sought, in: "X. " + opening + quotation + ending).name == "same")
  }

  @Test
  func `a context that begins or ends within a word is one`() {
    let sought = SoughtQuotation(
      text: quotation,
      prefix: "pected it to last for long. ",
      suffix: " Trade went on as bef"
    )
    #expect(find(sought, in: "X. " + opening + quotation + ending).name == "same")
  }

  @Test
  func `the same words in other surroundings may be it`() {
    let sought = SoughtQuotation(text: quotation, prefix: "He said: ", suffix: " Then he left.")
    #expect(find(sought, in: opening + quotation + ending).name == "unsure")
  }

  @Test
  func `a change between the same surroundings is one`() {
    let sought = SoughtQuotation(
      text: quotation,
      prefix: "expected it to last for long. ",
      suffix: " Trade went on as before."
    )
    let new = quotation.replacing("alliance", with: "union")
    #expect(find(sought, in: "X. " + opening + new + ending).name == "changed")
    #expect(find(sought, in: "X. " + new + ending).name == "unsure")
  }

  @Test
  func `a change is in doubt where half of what was quoted stands elsewhere, too`() {
    let second = " Both of them went on to trade with the west as before."
    let sought = SoughtQuotation(
      text: quotation + second,
      prefix: "expected it to last for long. ",
      suffix: " Trade went on as before."
    )
    let changed = opening + quotation.replacing("alliance", with: "union") + second + ending
    #expect(find(sought, in: changed).name == "changed")
    #expect(find(sought, in: changed + "\n\nIn another chapter. " + quotation).name == "unsure")
  }

  @Test
  func `what reaches beyond the stretch between the surroundings may be it`() {
    let second = " Both of them went on to trade with the west as they had before the war."
    let sought = SoughtQuotation(
      text: quotation + second,
      prefix: "expected it to last for long. ",
      suffix: " Trade went on as before."
    )
    let part = quotation + " Both of them went on to trade"
    let moved =
      opening + part + " Trade went on as before. With the west as they had before the war."
    #expect(find(sought, in: moved).name == "unsure")
  }

  @Test
  func `words cut off within a word are found where they stand`() {
    let text = opening + quotation + ending
    let part = "lliance had lost all mea"
    #expect(EditedText(old: text, new: text).find(part).name == "same")
    #expect(find(SoughtQuotation(text: part), in: text).name == "unsure")
  }

  @Test
  func `a last word that became another is not the same`() {
    let text = EditedText(
      old: "They can leave at once. Others have to stay until the evening comes.",
      new: "They cannot leave at once. Others have to stay until the evening comes."
    )
    #expect(text.find("They can").name == "unsure")
  }

  @Test
  func `surroundings are written down beyond blanks`() {
    let gap = String(repeating: " ", count: 60)
    let text = opening + gap + quotation + gap + ending
    let distinctness = ComparedText(SourceText(text)).distinctness(
      of: byteRange(of: quotation, in: text)
    )
    #expect(distinctness.prefix.contains("long.") && distinctness.suffix.contains("Trade"))
  }
}
