// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes plain text of what is written in TeX: `{\"U}ber \emph{Fische}` is `Über Fische`.
///
/// What it does not know stands as it was written. It goes through the text once, from left to
/// right, and knows nothing of groups: braces go.
struct TeXText {
  private let source: [Unicode.Scalar]
  private var offset = 0
  private var text = String.UnicodeScalarView()

  private init(_ source: String) {
    self.source = Array(source.unicodeScalars)
  }

  /// The text, on one line.
  static func plain(_ source: String) -> String {
    var reader = TeXText(source)
    while let scalar = reader.next { reader.read(scalar) }
    return Array(String(reader.text).utf8).lineOfText
  }

  /// An address: only the backslashes go that make signs mean themselves, and what stands around it.
  static func address(_ source: String) -> String {
    var address = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in source.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped: isEscaped = true
      case "{", "}": isEscaped = false
      case _ where scalar.properties.isWhitespace: isEscaped = false
      default:
        address.append(scalar)
        isEscaped = false
      }
    }
    let text = String(address)
    return text.hasPrefix("url") ? String(text.dropFirst(3)) : text
  }

  private var next: Unicode.Scalar? { offset < source.count ? source[offset] : nil }

  private mutating func read(_ scalar: Unicode.Scalar) {
    offset += 1
    switch scalar {
    case "\\": readCommand()
    case "{", "}", "$": break
    case "~": text.append(" ")
    case "-" where takes("-"): text.append(takes("-") ? "—" : "–")
    case "`" where takes("`"): text.append("“")
    case "'" where takes("'"): text.append("”")
    default: text.append(scalar)
    }
  }

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    offset += 1
    return true
  }

  private mutating func readCommand() {
    guard let first = next else {
      text.append("\\")
      return
    }
    guard Self.isLetter(first) else {
      offset += 1
      if let mark = TeXSigns.marks[String(first)] {
        readAccented(mark, written: first)
      } else if let sign = TeXSigns.signs[String(first)] {
        text.append(contentsOf: sign.unicodeScalars)
      } else {
        text.append(first)
      }
      return
    }
    let start = offset
    while let letter = next, Self.isLetter(letter) { offset += 1 }
    var name = ""
    name.unicodeScalars.append(contentsOf: source[start..<offset])
    // Blanks behind the name of a command only end it.
    if let mark = TeXSigns.marks[name] {
      readAccented(mark, written: first)
      return
    }
    if TeXSigns.hidden.contains(name) {
      skipArgument()
      return
    }
    if let sign = TeXSigns.signs[name] {
      text.append(contentsOf: sign.unicodeScalars)
      skipBlanks()
    } else if TeXSigns.styles.contains(name) {
      skipBlanks()
    } else {
      text.append("\\")
      text.append(contentsOf: name.unicodeScalars)
    }
  }

  /// Reads what a mark goes over, braces around it or not.
  private mutating func readAccented(_ mark: Unicode.Scalar, written: Unicode.Scalar) {
    skipBlanks()
    while takes("{") { skipBlanks() }
    guard var base = next, base != "}" else {
      // Over nothing it is a sign: `\~{}` in an address.
      if TeXSigns.signs[String(written)] == nil, !Self.isLetter(written) { text.append(written) }
      return
    }
    offset += 1
    if base == "\\", let letter = next, letter == "i" || letter == "j" {
      offset += 1
      base = letter
      skipBlanks()
    }
    if let composed = Charset.composed(base, mark) {
      text.append(composed)
    } else {
      text.append(base)
      text.append(mark)
    }
  }

  private mutating func skipBlanks() {
    while let scalar = next, scalar.properties.isWhitespace { offset += 1 }
  }

  private mutating func skipArgument() {
    skipBlanks()
    guard takes("{") else { return }
    var depth = 1
    while depth > 0, let scalar = next {
      offset += 1
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}

extension [UInt8] {
  /// All of it, without white space around it, runs of white space made one space.
  fileprivate var lineOfText: String { lineOfText(in: 0..<count) }
}
