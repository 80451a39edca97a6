// SPDX-License-Identifier: GPL-3.0-or-later

extension QueryGroup {
  /// Puts an operand to the others.
  mutating func add(_ operand: Operand) {
    switch (operand.node, operand.sign) {
    case (.not(let node), .minus): add(Operand(node: node, sign: .plus))
    case (.not(let node), _): excluded.append(node)
    case (let node, .minus): excluded.append(node)
    case (.group(let group), let sign) where group.canDissolve(isDemanded: sign == .plus):
      optional += group.optional
      required += group.required
      excluded += group.excluded
    case (let node, nil) where node.isOptional: optional.append(node)
    case (let node, _): required.append(node)
    }
  }

  /// Whether its parts mean the same without parentheses around them.
  ///
  /// If nothing is required in it, one of the optional parts has to be there; that would be lost.
  private func canDissolve(isDemanded: Bool) -> Bool {
    if !required.isEmpty || optional.isEmpty { return true }
    return excluded.isEmpty && !isDemanded
  }

  /// The same as a single node if there is one that means it; nil if nothing is in it.
  var simplified: QueryNode? {
    switch (optional.count, required.count, excluded.count) {
    case (0, 0, 0): nil
    case (1, 0, 0): optional[0]
    case (0, 1, 0) where !required[0].isOptional: required[0]
    case (0, 0, 1): .not(excluded[0])
    default: .group(self)
    }
  }
}
