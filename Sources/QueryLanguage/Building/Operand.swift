// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of the tree with the sign before it.
struct Operand {
  let node: QueryNode
  var sign: Token.Sign?

  /// What it means where a sign can say no more than whether it is to be there.
  var unsigned: QueryNode { sign == .minus ? node.negated : node }
}

extension QueryNode {
  /// The opposite, without two negations in a row.
  var negated: QueryNode {
    if case .not(let node) = self { node } else { .not(self) }
  }

  /// Whether NEAR can look for it.
  var hasPlace: Bool {
    switch self {
    case .words, .phrase, .wildcard: true
    default: false
    }
  }

  /// Whether passages are ranked by it, rather than chosen, if nothing more is said.
  var isOptional: Bool {
    switch self {
    case .words, .wildcard: true
    case .group(let group): group.required.isEmpty && group.excluded.isEmpty
    default: false
    }
  }
}
