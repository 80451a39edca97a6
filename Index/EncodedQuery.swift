// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import PassageModel

/// A query in postfix order, as the shim takes it.
struct EncodedQuery {
  private(set) var nodes: [xsh_node_t] = []
  private(set) var termBytes: [UInt8] = []

  init(_ query: EngineQuery) {
    encode(query)
  }

  private mutating func encode(_ query: EngineQuery) {
    switch query {
    case .nothing:
      append(.nothing)
    case .term(let term, let count):
      append(term: term, count: count)
    case .any(let queries):
      append(.any, taking: queries)
    case .all(let queries):
      append(.all, taking: queries)
    case .excluding(let kept, let left):
      append(.excluding, taking: [kept, left])
    case .phrase(let terms, let window):
      for term in terms { append(term: term, count: 1) }
      append(.phrase, childCount: terms.count, number: Double(window))
    case .synonyms(let terms):
      for term in terms { append(term: term, count: 1) }
      append(.synonyms, childCount: terms.count)
    case .everything:
      append(.everything)
    case .documents(let numbers):
      append(.documents, naming: Self.bits(of: numbers), number: 0)
    case .scaled(let query, let factor):
      encode(query)
      append(.scaled, childCount: 1, number: factor)
    }
  }

  private mutating func append(_ operation: xsh_op_t, taking queries: [EngineQuery]) {
    for query in queries { encode(query) }
    append(operation, childCount: queries.count)
  }

  private mutating func append(term: String, count: Int) {
    append(.term, naming: Array(term.utf8), number: Double(count))
  }

  /// A bit for each document number up to the highest.
  private static func bits(of numbers: Set<DocumentNumber>) -> [UInt8] {
    guard let last = numbers.map(\.rawValue).max() else { return [] }
    var bits = [UInt8](repeating: 0, count: Int(last / 8) + 1)
    for number in numbers { bits[Int(number.rawValue / 8)] |= 1 << (number.rawValue % 8) }
    return bits
  }

  private mutating func append(_ operation: xsh_op_t, naming bytes: [UInt8], number: Double) {
    let offset = termBytes.count
    termBytes += bytes
    nodes.append(
      xsh_node_t(
        op: operation,
        child_count: 0,
        term_offset: UInt32(clamping: offset),
        term_length: UInt32(clamping: bytes.count),
        number: number
      )
    )
  }

  private mutating func append(_ operation: xsh_op_t, childCount: Int = 0, number: Double = 0) {
    nodes.append(
      xsh_node_t(
        op: operation,
        child_count: UInt32(clamping: childCount),
        term_offset: 0,
        term_length: 0,
        number: number
      )
    )
  }
}
