// SPDX-License-Identifier: GPL-3.0-or-later

/// Joins operands by the operators between them, each of which has what it needs beside it.
struct FrameReader {
  enum Part {
    case operand(Operand)
    case symbol(QueryOperator)
  }

  private var rest: ArraySlice<Part>

  init(parts: [Part]) {
    rest = parts[...]
  }

  /// Reads what OR joins, or a single operand with its sign; nil at the end.
  mutating func readChoice(_ notes: inout QueryNotes) -> Operand? {
    guard let first = readDemands(&notes) else { return nil }
    var operands = [first]
    while take(.or), let next = readDemands(&notes) { operands.append(next) }
    guard operands.count > 1 else { return first }
    if operands.contains(where: { $0.sign == .plus }) { notes.add(.plusInChoice) }
    return Operand(node: .any(operands.map(\.unsigned)))
  }

  private mutating func readDemands(_ notes: inout QueryNotes) -> Operand? {
    guard let first = readNeighbours(&notes) else { return nil }
    var operands = [first]
    while take(.and), let next = readNeighbours(&notes) { operands.append(next) }
    return operands.count > 1 ? Operand(node: .all(operands.map(\.unsigned))) : first
  }

  private mutating func readNeighbours(_ notes: inout QueryNotes) -> Operand? {
    guard let first = readNegations() else { return nil }
    var operands = [first]
    var distances: [Int] = []
    while case .symbol(.near(let distance))? = rest.first {
      _ = rest.popFirst()
      guard let next = readNegations() else { break }
      operands.append(next)
      distances.append(distance)
    }
    guard let largest = distances.max() else { return first }
    if distances.contains(where: { $0 != largest }) { notes.add(.distancesDiffer) }
    let allowed = QueryLimits.distances
    if distances.contains(where: { !allowed.contains($0) }) { notes.add(.distanceCut) }
    let distance = min(max(largest, allowed.lowerBound), allowed.upperBound)
    return Operand(node: .near(operands.map(\.node), distance: distance))
  }

  private mutating func readNegations() -> Operand? {
    var isNegated = false
    var hasNegation = false
    while take(.not) {
      isNegated.toggle()
      hasNegation = true
    }
    guard case .operand(let operand)? = rest.popFirst() else { return nil }
    guard hasNegation else { return operand }
    return Operand(node: isNegated ? operand.unsigned.negated : operand.unsigned)
  }

  private mutating func take(_ wanted: QueryOperator) -> Bool {
    guard case .symbol(let symbol)? = rest.first, symbol == wanted else { return false }
    _ = rest.popFirst()
    return true
  }
}
