// SPDX-License-Identifier: GPL-3.0-or-later

internal import QueryLanguage

/// Looks at each node of a tree.
struct TreeSurvey {
  struct Leaf {
    let text: QueryText
    let isQuoted: Bool
  }

  private(set) var leaves: [Leaf] = []
  private(set) var nodeCount = 0
  /// How many leaves are words.
  private(set) var wordCount = 0
  private(set) var depth = 0
  private(set) var fault: String?
  private var level = 0

  mutating func visit(_ node: QueryNode) {
    nodeCount += 1
    level += 1
    depth = max(depth, level)
    defer { level -= 1 }
    demand(level <= 130, "the tree is too deep")
    demand(nodeCount <= 2010, "the tree is too large")
    switch node {
    case .words(let text):
      wordCount += 1
      leaves.append(Leaf(text: text, isQuoted: false))
    case .wildcard(let text):
      demand(
        text.text.unicodeScalars.contains { $0 == "*" || $0 == "?" },
        "a wildcard without letters left open"
      )
      leaves.append(Leaf(text: text, isQuoted: false))
    case .phrase(let text): leaves.append(Leaf(text: text, isQuoted: true))
    case .field(let field, let value): visit(field, value)
    case .near(let nodes, let distance):
      demand((1...100).contains(distance), "distance \(distance)")
      demand(nodes.allSatisfy(\.hasPlace), "NEAR of something without a place")
      visit(several: nodes)
    case .all(let nodes), .any(let nodes): visit(several: nodes)
    case .not(let node):
      if case .not = node { fault = "a negation of a negation" }
      visit(node)
    case .group(let group): visit(group)
    }
  }

  private mutating func visit(_ field: QueryField, _ value: FieldValue) {
    switch value {
    case .text(let text), .wildcard(let text):
      demand(field != .modified, "modified without dates")
      leaves.append(Leaf(text: text, isQuoted: text.isQuoted))
    case .phrase(let text):
      demand(field != .modified, "modified without dates")
      leaves.append(Leaf(text: text, isQuoted: true))
    case .dates(let dates, let text):
      demand(field == .modified, "dates of another field")
      demand(dates.lower ?? .min < dates.upper ?? .max, "no day in \(dates)")
      leaves.append(Leaf(text: text, isQuoted: text.isQuoted))
    }
  }

  private mutating func visit(_ group: QueryGroup) {
    let parts = group.optional + group.required + group.excluded
    demand(!parts.isEmpty, "an empty group")
    for node in group.optional {
      switch node {
      case .words, .wildcard: break
      default: fault = "optional: \(node)"
      }
    }
    for node in parts {
      if case .not = node { fault = "a negation in a group" }
      visit(node)
    }
  }

  private mutating func visit(several nodes: [QueryNode]) {
    demand(nodes.count > 1, "an operator with one operand")
    for node in nodes { visit(node) }
  }

  private mutating func demand(_ isMet: Bool, _ description: @autoclosure () -> String) {
    if !isMet, fault == nil { fault = description() }
  }
}

extension QueryText {
  /// Whether quotation marks were taken off it, as off a date.
  fileprivate var isQuoted: Bool { range.count > text.utf8.count }
}

extension QueryNode {
  fileprivate var hasPlace: Bool {
    switch self {
    case .words, .phrase, .wildcard: true
    default: false
    }
  }
}
