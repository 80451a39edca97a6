// SPDX-License-Identifier: GPL-3.0-or-later

/// A query as it was meant.
///
/// Documentation/query-language.md is the description for users. The tree is bounded: see
/// `QueryLimits`. Reading takes time in proportion to the length of the query.
package struct ParsedQuery: Hashable, Sendable {
  /// What was asked for, which is never `.not`; nil if the query is blank.
  package let root: QueryNode?
  /// What was read otherwise than it was written, a sentence each.
  package let notes: [String]
  /// Whether the query is words side by side and nothing else.
  package let isPlain: Bool

  /// Reads a query; nothing is an error.
  package init(_ query: String) {
    var tokenizer = Tokenizer(query)
    let frame = Self.frame(of: &tokenizer)
    let group = frame.group(notes: &tokenizer.notes)
    root =
      switch group.simplified {
      case .not: .group(group)
      case let node?: node
      // Marks alone find nothing, but they are no blank query.
      case nil: tokenizer.scalars.trimmed.map { .words($0) }
      }
    notes = tokenizer.notes.notes.map(\.text)
    isPlain = root?.isPlain ?? false
  }

  /// All of the query, with what stands in parentheses joined.
  private static func frame(of tokenizer: inout Tokenizer) -> Frame {
    var current = Frame()
    var outer: [Frame] = []
    func close() {
      guard var frame = outer.popLast() else { return }
      if let node = current.group(notes: &tokenizer.notes).simplified {
        frame.append(Operand(node: node, sign: current.sign))
      }
      current = frame
    }
    while let token = tokenizer.next() {
      switch token.kind {
      case .operand(let node): current.append(Operand(node: node, sign: token.sign))
      case .symbol(let symbol, let text): current.append(symbol, text)
      case .opening:
        outer.append(current)
        current = Frame(sign: token.sign)
      case .closing: close()
      }
    }
    if !outer.isEmpty, !tokenizer.isCut { tokenizer.notes.add(.unclosedParenthesis) }
    while !outer.isEmpty { close() }
    return current
  }
}

extension QueryNode {
  fileprivate var isPlain: Bool {
    switch self {
    case .words: true
    case .group(let group):
      isOptional
        && group.optional.allSatisfy { part in
          if case .words = part { true } else { false }
        }
    default: false
    }
  }
}
