// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads markers that are raised digits: `¹`, `²,³`, `⁴⁻⁶`, in Markdown also `<sup>1</sup>`, `^1^`.
///
/// Powers and units look the same, so such a marker must be in the list, and stand behind a word or
/// the mark that ends its sentence.
struct RaisedMarker {
  private static let longestByteCount = 64
  private static let longestLabelRange = 20
  /// Words of three letters or more that are raised to a power; shorter ones are never cited at.
  private static let powered: Set<String> = [
    "arccos", "arcsin", "cos", "cosh", "cot", "csc", "det", "exp", "inch", "log", "meter", "meters",
    "metre", "metres", "mile", "miles", "min", "mph", "nmi", "rad", "sec", "sin", "sinh", "tan",
    "tanh", "feet", "foot", "inches", "yard", "yards", "seconds", "метр", "метра", "метров", "平方米",
    "alpha", "beta", "chi", "delta", "epsilon", "eta", "gamma", "kappa", "lambda", "omega", "phi",
    "psi", "rho", "sigma", "tau", "theta", "zeta",
    "米", "里", "尺", "寸", "秒", "公里", "厘米", "毫米",
  ]

  private static let multiples = [
    "centi", "deci", "dezi", "kilo", "micro", "mikro", "milli", "nano", "quadrat", "zenti",
    "кило", "милли", "санти",
  ]

  let utf8: [UInt8]
  let isMarkdown: Bool
  /// The labels of the document's entries; nil if any may be one.
  let labels: Set<String>?

  /// The marker that begins at `start`; nil if it is none.
  func marker(at start: Int, in range: Range<Int>) -> MarkerScanner.Found? {
    let limit = min(range.upperBound, start + Self.longestByteCount)
    var offset = start
    let found: [String]?
    switch utf8[start] {
    case UInt8(ascii: "^"):
      guard isMarkdown else { return nil }
      offset += 1
      found = numbers(at: &offset, limit: limit, digit: \.labelDigit)
      guard skip("^", at: &offset, limit: limit) else { return nil }
    case UInt8(ascii: "<"):
      guard isMarkdown, skip("<sup>", at: &offset, limit: limit) else { return nil }
      found = numbers(at: &offset, limit: limit, digit: \.labelDigit)
      guard skip("</sup>", at: &offset, limit: limit) else { return nil }
    default:
      guard utf8.scalar(at: start).value.superscriptDigit != nil else { return nil }
      found = numbers(at: &offset, limit: limit, digit: \.superscriptDigit)
    }
    guard let found, found.allSatisfy({ labels?.contains($0) ?? true }),
      canFollow(before: start, in: range), canStandBefore(offset, in: range)
    else { return nil }
    return MarkerScanner.Found(labels: found, range: start..<offset)
  }

  private func skip(_ mark: String, at offset: inout Int, limit: Int) -> Bool {
    guard utf8[offset..<limit].starts(with: mark.utf8) else { return false }
    offset += mark.utf8.count
    return true
  }

  private func numbers(
    at offset: inout Int,
    limit: Int,
    digit: (Unicode.Scalar) -> Int?
  ) -> [String]? {
    var numbers: [String] = []
    while let first = LabelNumber.read(at: &offset, limit: limit, in: utf8, digit: digit) {
      var last = first
      var next = offset
      if skipMark("-–⁻−", at: &next, limit: limit),
        let upper = LabelNumber.read(at: &next, limit: limit, in: utf8, digit: digit)
      {
        guard upper > first, upper - first < Self.longestLabelRange else { return nil }
        last = upper
        offset = next
      }
      numbers += (first...last).map(String.init)
      next = offset
      // A comma behind the last one is the sentence's.
      guard skipMark(",", at: &next, limit: limit) else { return numbers }
      if next < limit, utf8[next] == Byte.space { next += 1 }
      guard next < limit, digit(utf8.scalar(at: next).value) != nil else { return numbers }
      offset = next
    }
    return nil
  }

  private func skipMark(_ marks: String, at offset: inout Int, limit: Int) -> Bool {
    guard offset < limit else { return false }
    let (scalar, length) = utf8.scalar(at: offset)
    guard marks.unicodeScalars.contains(scalar) else { return false }
    offset += length
    return true
  }

  /// Whether what stands before `start` is a word that is no unit, or a mark that ends a clause.
  private func canFollow(before start: Int, in range: Range<Int>) -> Bool {
    guard start > range.lowerBound else { return false }
    let (before, length) = utf8.scalar(before: start)
    switch before {
    case ".", ",", ";", ":", "!", "?", "…", "\"", "'", "”", "’", "»", "。", "，", "；", "：", "！",
      "？", "）", "」", "』", "》", "*":
      return start - length > range.lowerBound
    case ")":
      // `(a + b)²` is no citation, `(as he said)²` is.
      return start - length > range.lowerBound && endsWord(start - length, in: range)
    default:
      return endsWord(start, in: range)
    }
  }

  private func endsWord(_ end: Int, in range: Range<Int>) -> Bool {
    var word = ""
    var count = 0
    var ideographs = 0
    var offset = end
    while offset > range.lowerBound, count < 24 {
      let (scalar, length) = utf8.scalar(before: offset)
      guard scalar.properties.isAlphabetic else {
        // `5dpi²`
        if scalar.properties.numericType != nil { return false }
        break
      }
      word.unicodeScalars.insert(scalar, at: word.unicodeScalars.startIndex)
      count += 1
      if scalar.properties.isIdeographic { ideographs += 1 }
      offset -= length
    }
    guard ideographs == 0 else {
      return !Self.powered.contains {
        $0.unicodeScalars.first?.properties.isIdeographic ?? false && word.hasSuffix($0)
      }
    }
    return count >= 3 && !Self.isPowered(word.lowercased())
  }

  /// Whether a word in small letters is one that is raised to a power, `kilometers` as `meters`.
  private static func isPowered(_ word: String) -> Bool {
    if powered.contains(word) { return true }
    guard let prefix = multiples.first(where: word.hasPrefix) else { return false }
    return powered.contains(String(word.dropFirst(prefix.count)))
  }

  /// Whether what follows does not make it a power or a charge: `sin²x`, `Ca²⁺`.
  private func canStandBefore(_ end: Int, in range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return true }
    let next = utf8.scalar(at: end).value
    if next.properties.isIdeographic { return true }
    return !next.isWordCharacter && next.superscriptDigit == nil && next != "⁺" && next != "⁻"
      && next != "⁄"
  }
}
