// SPDX-License-Identifier: GPL-3.0-or-later

import ResultPrinting
import Testing

@Suite struct `Terminal text` {
  @Test(arguments: [
    ("\u{1B}]8;;http://evil\u{1B}\\x\u{1B}]8;;\u{1B}\\", "␛]8;;http://evil␛\\x␛]8;;␛\\"),
    ("\u{1B}]52;c;cm0gLXJm\u{07}", "␛]52;c;cm0gLXJm␇"),
    ("\u{1B}[2J\u{1B}[1;31mred", "␛[2J␛[1;31mred"),
    ("\u{1B}P$q\"p\u{1B}\\", "␛P$q\"p␛\\"),
    ("safe\rrm -rf", "safe␍rm -rf"),
    ("\u{9B}31m\u{9D}0;title\u{9C}", "\\u{009B}31m\\u{009D}0;title\\u{009C}"),
    ("a\u{7F}\u{8}b\u{0}", "a␡␈b␀"),
    ("\u{202E}gpj.exe\u{202C}", "\\u{202E}gpj.exe\\u{202C}"),
    ("\u{2066}x\u{2069}\u{2028}\u{2029}", "\\u{2066}x\\u{2069}\\u{2028}\\u{2029}"),
    ("\u{FEFF}x", "\\u{FEFF}x"),
  ])
  func `shows what could control the terminal`(hostile: String, shown: String) {
    #expect(TerminalText.sanitize(hostile) == shown)
  }

  @Test func `shows line ends and tabs in names and makes spaces of them in running text`() {
    #expect(TerminalText.sanitize("a\n\tb") == "a␊␉b")
    #expect(TerminalText.sanitize("a\n\tb", whiteSpace: .spaces) == "a  b")
    #expect(TerminalText.sanitize("a\r\nb", whiteSpace: .spaces) == "a␍ b")
  }

  @Test(arguments: ["Größe", "革命", "👩‍👩‍👧 e\u{301}", "می‌خواهم", "a\u{A0}b", ""])
  func `leaves every script as it is`(text: String) {
    #expect(TerminalText.sanitize(text) == text)
  }

  @Test func `lets no control through, whatever the scalar`() {
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for scalar in TerminalText.sanitize(String(scalar)).unicodeScalars {
        #expect(scalar.properties.generalCategory != .control)
      }
    }
  }
}
