// SPDX-License-Identifier: GPL-3.0-or-later

/// The languages in Latin letters between which our tables must choose.
///
/// Cyrillic words cannot be taken for others, so Russian needs no member.
struct TextLanguages: OptionSet {
  let rawValue: UInt8

  static let english = TextLanguages(rawValue: 1)
  static let german = TextLanguages(rawValue: 2)
  static let spanish = TextLanguages(rawValue: 4)
  static let french = TextLanguages(rawValue: 8)
  static let all: TextLanguages = [.english, .german, .spanish, .french]

  /// The languages that a text may be written in, by its frequent short words.
  ///
  /// One, if it has three of its words and twice as many as of any other; else all. It looks at the
  /// first 8 KB at most, and takes about 2 ns a byte, so it is asked only where the answer decides.
  init(of utf8: [UInt8]) {
    var counts = [0, 0, 0, 0]
    var word: UInt32 = 0
    for byte in utf8.prefix(8192) {
      if byte >= 0x61 && byte <= 0x7A || byte >= 0x80 {
        // A word of more than four bytes cannot be one of ours again: the marker bit stays on top.
        word = word > 0xFF_FFFF ? .max : word << 8 | UInt32(byte)
      } else {
        if word > 0xFF, word != .max, let index = Self.frequentWords[word] { counts[index] += 1 }
        word = byte >= 0x41 && byte <= 0x5A ? .max : 0
      }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    let isClear =
      counts[best] >= 3
      && counts.indices.allSatisfy { $0 == best || counts[$0] * 2 <= counts[best] }
    self = isClear ? TextLanguages(rawValue: 1 << UInt8(best)) : .all
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Words of two to four letters that no other of the languages has, by the bit of their language.
  private static let frequentWords: [UInt32: Int] = {
    let lists = [
      "the of and to was that is with for it by from are be at this or had not but they have were",
      "der und den das ist von im mit dem auf sich ein zu nach wird oder sind eine bei zur aus wie",
      "el los las del una por con como su que al lo fue sus más se este para era son muy dos",
      "le les et des du est une dans qui il au sur pas par ce ne elle aux ses ont avec être cet",
    ]
    var table: [UInt32: Int] = [:]
    var shared: Set<UInt32> = []
    for (index, list) in lists.enumerated() {
      for word in list.split(separator: " ") where word.utf8.count <= 4 {
        let packed = word.utf8.reduce(0) { $0 << 8 | UInt32($1) }
        if table.updateValue(index, forKey: packed) != nil { shared.insert(packed) }
      }
    }
    return table.filter { !shared.contains($0.key) }
  }()
}
