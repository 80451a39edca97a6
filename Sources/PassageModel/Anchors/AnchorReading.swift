// SPDX-License-Identifier: GPL-3.0-or-later

extension AnchorPosition {
  /// Reads what stands before the checks.
  init(reading part: AnchorPart) throws(AnchorFault) {
    let (scheme, value) = part.divided(by: "=")
    guard let value else {
      let isBegun = ["char", "line", "page"].contains { $0.hasPrefix(scheme.text) }
      if isBegun, !scheme.isEmpty {
        throw AnchorParser.cutOff(at: scheme.place, behind: scheme.text)
      }
      throw Self.unknownScheme(scheme)
    }
    switch scheme.text {
    case "char": self = .characters(try AnchorSpan(reading: value, of: "char="))
    case "line": self = .lines(try AnchorSpan(reading: value, of: "line="))
    case "page":
      let number = try value.number(behind: "page=")
      guard number > 0 else {
        throw AnchorFault(
          reason: "it names page 0",
          at: value.place,
          advice: "pages are counted from 1"
        )
      }
      self = .page(number)
    default: throw Self.unknownScheme(scheme)
    }
  }

  private static func unknownScheme(_ part: AnchorPart) -> AnchorFault {
    AnchorFault(
      reason: "'\(part.text)' is no kind of place",
      at: part.place,
      advice: "behind # stands char=START,END, line=START,END, page=NUMBER or :~:text=WORDS"
    )
  }
}

extension AnchorSpan {
  /// Reads `n`, `n,m`, `n,` or `,n`.
  init(reading part: AnchorPart, of scheme: String) throws(AnchorFault) {
    let ends = part.split(separator: ",")
    guard ends.count < 3 else {
      throw AnchorFault(
        reason: "there are more than two numbers behind \(scheme)",
        at: ends[2].place,
        advice: "give the start and the end, with a comma between them"
      )
    }
    guard ends.count == 2 else {
      let number = try part.number(behind: scheme)
      self.init(number..<number)
      return
    }
    if ends[1].isEmpty {
      self.init(from: try ends[0].number(behind: ends[0].isEmpty ? scheme + "," : scheme))
      return
    }
    let end = try ends[1].number(behind: scheme + ends[0].text + ",")
    guard !ends[0].isEmpty else {
      self.init(upTo: end)
      return
    }
    let start = try ends[0].number(behind: scheme)
    guard start <= end else {
      throw AnchorFault(
        reason: "it ends at \(end), before it begins at \(start)",
        at: ends[1].place,
        advice: "give the start first"
      )
    }
    self.init(start..<end)
  }
}
