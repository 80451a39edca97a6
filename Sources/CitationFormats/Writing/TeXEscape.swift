// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes of a text what TeX prints as that text, within the braces of a BibTeX field.
enum TeXEscape {
  /// `text` on one line; braces only in pairs, because BibTeX counts escaped ones, too.
  static func text(_ text: String) -> String {
    let line = SourceDescription.line(text) ?? ""
    var escaped = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      // Two of them would be another character, as `--` is a dash.
      if scalar == previous, "-'`,<>".unicodeScalars.contains(scalar) {
        escaped += "{}".unicodeScalars
      } else if scalar == "`", previous == "?" || previous == "!" {
        escaped += "{}".unicodeScalars
      }
      if let command = command(scalar) {
        escaped += command.unicodeScalars
      } else {
        escaped.append(scalar)
      }
      previous = scalar
    }
    return String(escaped)
  }

  /// An address, which is not escaped: what would end the field is percent-encoded.
  static func address(_ address: String) -> String {
    let ascii = (UInt8(0x21)...UInt8(0x7E)).filter { !"{}\\".utf8.contains($0) }
    return PercentEncoding.encode(
      address.utf8,
      keeping: String(decoding: ascii, as: UTF8.self)
    )
  }

  private static func command(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\\": "\\textbackslash{}"
    case "{": "\\textbraceleft{}"
    case "}": "\\textbraceright{}"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "\"": "\\textquotedbl{}"
    case "#", "$", "%", "&", "_": "\\\(scalar)"
    default: nil
    }
  }
}
