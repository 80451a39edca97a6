// SPDX-License-Identifier: GPL-3.0-or-later

extension TypedQuery {
  /// Whether it ranks, if no sign stands before it.
  var isOptional: Bool {
    switch self {
    case .word, .wildcard: true
    case .beside(let parts): parts.allSatisfy { $0.sign == .none && $0.part.isOptional }
    default: false
    }
  }

  /// Parts side by side without the parentheses that change nothing: those around plain words, and
  /// around things of which some are demanded.
  static func flat(_ parts: [(sign: Sign, part: TypedQuery)]) -> [(sign: Sign, part: TypedQuery)] {
    parts.flatMap { sign, part -> [(sign: Sign, part: TypedQuery)] in
      guard sign != .minus, case .beside(let inner) = part else { return [(sign, part)] }
      let flat = flat(inner)
      let demands = flat.contains { $0.sign != .minus && !$0.part.isOptional && !$0.part.isNot }
      let isPlain = sign == .none && part.isOptional
      return demands || flat.contains { $0.sign == .plus } || isPlain ? flat : [(sign, part)]
    }
  }

  private var isNot: Bool { if case .not = self { true } else { false } }

  /// The same without parentheses around all of it.
  var unwrapped: TypedQuery {
    guard case .beside(let parts) = self, parts.count == 1, parts[0].sign == .none,
      case .beside = parts[0].part
    else { return self }
    return parts[0].part.unwrapped
  }

  /// What is typed and not excluded, in order, without fields and wildcards.
  var wantedParts: [(text: String, isPhrase: Bool)] {
    switch self {
    case .word(let text): [(text, false)]
    case .phrase(let text): [(text, true)]
    case .wildcard, .field, .not: []
    case .near(let parts, _), .and(let parts), .or(let parts): parts.flatMap(\.wantedParts)
    case .beside(let parts):
      parts.flatMap { $0.sign == .minus ? [] : $0.part.wantedParts }
    }
  }

  /// The same with the phrases at the top as plain words; nil if it has none, or says nothing else.
  var withPhrasesAsWords: TypedQuery? {
    guard case .beside(let parts) = unwrapped else { return nil }
    let flat = Self.flat(parts)
    var hasPhrase = false
    var hasOther = false
    let plain = flat.map { sign, part -> (sign: Sign, part: TypedQuery) in
      if sign != .minus, case .phrase(let text) = part {
        hasPhrase = true
        // A quotation is one thing to the operators, but its words rank one by one.
        return (.none, .word(text))
      }
      if sign == .none, part.isOptional { hasOther = true }
      return (sign, part)
    }
    return hasPhrase && hasOther ? .beside(plain) : nil
  }
}
