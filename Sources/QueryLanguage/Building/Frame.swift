// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands between two parentheses, or in the whole query.
struct Frame {
  private enum Item {
    case operand(Operand)
    case symbol(QueryOperator, QueryText)
  }

  /// The sign before the opening parenthesis.
  let sign: Token.Sign?
  private var items: [Item] = []

  init(sign: Token.Sign? = nil) {
    self.sign = sign
  }

  mutating func append(_ operand: Operand) {
    items.append(.operand(operand))
  }

  mutating func append(_ symbol: QueryOperator, _ text: QueryText) {
    items.append(.symbol(symbol, text))
  }

  /// What all of it means together.
  ///
  /// NOT binds tightest, then NEAR, AND, OR, and last what stands side by side.
  func group(notes: inout QueryNotes) -> QueryGroup {
    var reader = FrameReader(parts: parts(notes: &notes))
    var group = QueryGroup()
    while let operand = reader.readChoice(&notes) { group.add(operand) }
    return group
  }

  /// The items with operators that have no operands read as words.
  private func parts(notes: inout QueryNotes) -> [FrameReader.Part] {
    let works = operatorsThatWork()
    return items.indices.map { index in
      switch items[index] {
      case .operand(let operand): return .operand(operand)
      case .symbol(let symbol, let text):
        if works[index] { return .symbol(symbol) }
        // A query that is nothing but this word means it.
        if items.count > 1 {
          if case .near = symbol {
            notes.add(.nearWithoutWords)
          } else {
            notes.add(.operandMissing(name: symbol.name))
          }
        }
        return .operand(Operand(node: .words(text)))
      }
    }
  }

  /// Which items are operators that have what they need beside them.
  ///
  /// An operator that is read as a word is no operand of its neighbours: in `a AND OR b` both are words.
  private func operatorsThatWork() -> [Bool] {
    var works = [Bool](repeating: false, count: items.count)
    for index in items.indices.reversed() {
      guard case .symbol(let symbol, _) = items[index] else { continue }
      switch symbol {
      case .not: works[index] = begins(at: index + 1, works)
      case .and, .or:
        works[index] = operand(at: index - 1) != nil && begins(at: index + 1, works)
      case .near:
        works[index] =
          hasPlace(at: index - 1) && hasPlace(at: index + 1) && !isNot(at: index - 2)
      }
    }
    return works
  }

  /// Whether an operand, with NOT before it or not, begins at `index`.
  private func begins(at index: Int, _ works: [Bool]) -> Bool {
    operand(at: index) != nil || (isNot(at: index) && works[index])
  }

  private func operand(at index: Int) -> Operand? {
    guard items.indices.contains(index), case .operand(let operand) = items[index] else {
      return nil
    }
    return operand
  }

  private func hasPlace(at index: Int) -> Bool {
    operand(at: index).map { $0.sign == nil && $0.node.hasPlace } ?? false
  }

  private func isNot(at index: Int) -> Bool {
    guard items.indices.contains(index), case .symbol(.not, _) = items[index] else { return false }
    return true
  }
}
