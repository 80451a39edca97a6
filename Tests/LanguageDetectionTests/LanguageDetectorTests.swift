// SPDX-License-Identifier: GPL-3.0-or-later

import LanguageDetection
import PassageModel
import Testing

struct `A document's language` {
  private func passage(_ text: String, ordinal: Int = 1, markup: [Range<Int>] = []) -> Passage {
    Passage(
      ordinal: ordinal,
      range: TextRange(bytes: 0..<text.utf8.count, characters: 0..<1, utf16: 0..<1),
      lines: 1...1,
      headings: [],
      text: text,
      sentences: [0..<text.utf8.count],
      markers: [],
      markup: markup,
      prefix: "",
      suffix: ""
    )
  }

  static let texts = [
    "en": """
    The range of the tide is greatest when the sun and the moon pull along one line, and people \
    who live by the sea have known this for as long as they have built boats. At the quarters the \
    two work against each other.
    """,
    "de": """
    Das Watt ist die Tankstelle auf dem ostatlantischen Zugweg. Zehn bis zwölf Millionen Vögel \
    rasten hier jedes Jahr zwischen ihren Brutgebieten in der Arktis und den Winterquartieren.
    """,
    "ru": """
    Озеро лежит в глубокой впадине, окружённой горами, и хранит пятую часть пресной воды мира. \
    Зимой оно покрывается льдом, по которому ездят машины.
    """,
    "zh": """
    都江堰位于四川省成都市，是两千多年前修建的大型水利工程，至今仍在灌溉农田。工程由鱼嘴、飞沙堰和宝瓶口组成，\
    把岷江的水分成内江和外江。人们每年都要淘去江底的泥沙，以保证江水畅通。
    """,
    "ja": """
    この川の水は昔から人々の暮らしを支えてきました。春になると山の雪がとけて、川の流れはとても速くなります。\
    夏には子どもたちが岸で遊び、秋には魚が上流へとのぼっていきます。
    """,
    "ko": """
    이 강의 물은 예로부터 사람들의 삶을 지탱해 왔습니다. 봄이 되면 산의 눈이 녹아 강물이 매우 빨라집니다. \
    여름에는 아이들이 강가에서 놀고 가을에는 물고기가 상류로 올라갑니다.
    """,
    "he": """
    מי הנהר תמכו בחיי האדם מאז ומתמיד. באביב נמסים השלגים בהרים והזרם נעשה מהיר מאוד, ובקיץ משחקים \
    הילדים על הגדה עד שיורד הערב.
    """,
  ]

  @Test(arguments: Array(texts))
  func `is told by its text`(language: String, text: String) {
    #expect(LanguageDetector.language(of: [passage(text)]) == language)
  }

  @Test
  func `is unknown where there is little text, or none, or no language`() {
    #expect(LanguageDetector.language(of: []) == nil)
    #expect(LanguageDetector.language(of: [passage("The tides of the sea")]) == nil)
    let numbers = (0..<500).map { "\($0)" }.joined(separator: " ")
    #expect(LanguageDetector.language(of: [passage(numbers)]) == nil)
    #expect(LanguageDetector.language(of: [passage("\u{0}\u{FFFD}\u{10FFFF}")]) == nil)
  }

  @Test
  func `is unknown where several languages share the text`() {
    let all = ["en", "de", "ru"].compactMap { Self.texts[$0] }.map { passage($0) }
    #expect(LanguageDetector.language(of: all) == nil)
  }

  @Test
  func `is that of most of a long document, markup left out`() {
    let english = passage(Self.texts["en"] ?? "")
    let address = String(repeating: "https://beispiel.de/eine/lange/adresse ", count: 40)
    let marked = passage(address, markup: [0..<address.utf8.count])
    let document =
      Array(repeating: english, count: 40) + [marked] + Array(repeating: english, count: 20_000)
    #expect(LanguageDetector.language(of: document) == "en")
    #expect(LanguageDetector.language(of: [marked]) == nil)
  }
}
