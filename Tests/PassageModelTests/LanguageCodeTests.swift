// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

struct `A language code` {
  @Test(arguments: [
    ("de", "de"), ("DE", "de"), ("de-AT", "de"), ("pt_BR", "pt"), ("zh-Hant-TW", "zh"),
    ("deu", "de"), ("ger", "de"), ("iw", "he"), ("nb", "nb"), ("grc", "grc"),
    ("german", nil), ("", nil), ("-", nil), ("xx", nil), ("und", nil), ("mul", nil), ("d", nil),
    ("de AT", nil), ("дe", nil), ("xx-Qaai", nil),
  ])
  func `is the primary subtag, each language by one code`(tag: String, expected: String?) {
    #expect(LanguageCode.primary(of: tag) == expected)
  }
}
