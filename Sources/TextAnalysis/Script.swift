// SPDX-License-Identifier: GPL-3.0-or-later

/// A script that the words of some language with a stemmer are written in.
enum Script: UInt8, Hashable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, tamil
  /// Any other: no word of it has a stem.
  case other

  /// The script of `word`, which is folded: that of its first letter.
  init(of word: String) {
    self = .other
    for scalar in word.unicodeScalars {
      // Numbers and signs before the first letter tell nothing.
      if let script = Self.script(of: scalar.value), script != .other || scalar.value > 0x7F {
        self = script
        return
      }
    }
  }

  private static func script(of value: UInt32) -> Script? {
    switch value {
    case 0x61...0x7A, 0x41...0x5A, 0xC0...0x24F, 0x250...0x2AF, 0x1D00...0x1D7F: .latin
    case 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF: .latin
    case 0..<0x80: nil
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
    case 0x530...0x58F: .armenian
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: .arabic
    case 0x900...0x97F, 0xA8E0...0xA8FF: .devanagari
    case 0xB80...0xBFF: .tamil
    default: .other
    }
  }

  /// The script that `language`, a primary subtag of BCP 47, is written in.
  ///
  /// Latin for all that are not named here: most are, and of the rest none has a stemmer.
  init(ofLanguage language: String) {
    self = Self.scripts[language] ?? .latin
  }

  /// The language whose stemmer a word of the script gets where the document's own has no say.
  var defaultLanguage: String? {
    switch self {
    case .latin: "en"
    case .greek: "el"
    case .cyrillic: "ru"
    case .armenian: "hy"
    case .hebrew: nil
    case .arabic: "ar"
    case .devanagari: "hi"
    case .tamil: "ta"
    case .other: nil
    }
  }

  private static let scripts: [String: Script] = {
    var scripts: [String: Script] = ["el": .greek, "hy": .armenian, "ta": .tamil]
    let languages: [(Script, String)] = [
      (.cyrillic, "ab av ba be bg ce cu cv kk kv ky mk mn os ru sr tg tt uk"),
      (.hebrew, "he iw ji yi"),
      (.arabic, "ar ckb fa ks ps sd ug ur"),
      (.devanagari, "bho hi mai mr ne sa"),
      (
        .other,
        "am as bn bo chr dv dz gu ii iu ja ka km kn ko lo ml my or pa sat si te th ti yue zh"
      ),
    ]
    for (script, codes) in languages {
      for code in codes.split(separator: " ") { scripts[String(code)] = script }
    }
    return scripts
  }()
}
