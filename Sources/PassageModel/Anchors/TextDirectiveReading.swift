// SPDX-License-Identifier: GPL-3.0-or-later

extension TextDirective {
  /// Reads what stands behind `:~:`.
  init(reading part: AnchorPart) throws(AnchorFault) {
    let (name, value) = part.divided(by: "=")
    guard let value else {
      guard "text".hasPrefix(name.text) else { throw Self.unknown(name) }
      throw AnchorParser.cutOff(at: name.place, behind: name.isEmpty ? ":~:" : name.text)
    }
    guard name.text == "text" else { throw Self.unknown(name) }
    let directives = value.split(separator: "&")
    guard directives.count == 1 else {
      throw AnchorFault(
        reason: "it has more than one directive",
        at: directives[1].place,
        advice: "give one text=; a & that is meant is %26"
      )
    }
    var parts = value.split(separator: ",")[...]
    let prefix = parts.count > 1 ? parts[0].withoutLastHyphen : nil
    if prefix != nil { parts.removeFirst() }
    let suffix = parts.count > 1 ? parts.last?.withoutFirstHyphen : nil
    if suffix != nil { parts.removeLast() }
    guard parts.count < 3 else {
      throw AnchorFault(
        reason: "there are more than a start and an end behind text=",
        at: parts[parts.startIndex + 2].place,
        advice: "a comma that is meant is %2C"
      )
    }
    let words = try [prefix, parts.first, parts.dropFirst().first, suffix].map(Self.words)
    guard
      let directive = TextDirective(
        prefix: words[0],
        start: words[1],
        end: words[2],
        suffix: words[3]
      )
    else {
      throw AnchorFault(
        reason: "no words stand behind text=",
        at: value.place,
        advice: AnchorParser.copyAgain
      )
    }
    self = directive
  }

  private static func words(_ part: AnchorPart?) throws(AnchorFault) -> String {
    guard let part else { return "" }
    guard let words = part.validText else {
      throw AnchorFault(
        reason: "the words behind text= are no UTF-8",
        at: part.place,
        advice: AnchorParser.copyAgain
      )
    }
    return words
  }

  private static func unknown(_ part: AnchorPart) -> AnchorFault {
    AnchorFault(
      reason: "'\(part.text)' is no directive",
      at: part.place,
      advice: "behind :~: stands text=WORDS"
    )
  }
}
