// SPDX-License-Identifier: GPL-3.0-or-later

import QueryLanguage

/// What a query is read as, in short: words as they are, `"phrases"`, `{wildcards}`, `title:<value>`,
/// and everything that operators join in parentheses; `_` is nothing.
func sketch(_ query: String) -> String {
  ParsedQuery(query).root.map(sketch) ?? "_"
}

private func sketch(_ node: QueryNode) -> String {
  switch node {
  case .words(let text): text.text
  case .phrase(let text): "\"\(text.text)\""
  case .wildcard(let text): "{\(text.text)}"
  case .field(let field, let value): "\(field.rawValue):<\(sketch(value))>"
  case .near(let nodes, let distance): join(nodes, " NEAR/\(distance) ")
  case .all(let nodes): join(nodes, " AND ")
  case .any(let nodes): join(nodes, " OR ")
  case .not(let node): "NOT \(sketch(node))"
  case .group(let group): "[\(parts(of: group).joined(separator: " "))]"
  }
}

private func parts(of group: QueryGroup) -> [String] {
  group.optional.map(sketch) + group.required.map { "+" + sketch($0) }
    + group.excluded.map { "-" + sketch($0) }
}

private func sketch(_ value: FieldValue) -> String {
  switch value {
  case .text(let text): text.text
  case .phrase(let text): "\"\(text.text)\""
  case .wildcard(let text): "{\(text.text)}"
  case .dates(let dates, _):
    "\(dates.lower.map(String.init) ?? "")..\(dates.upper.map(String.init) ?? "")"
  }
}

private func join(_ nodes: [QueryNode], _ symbol: String) -> String {
  "(\(nodes.map(sketch).joined(separator: symbol)))"
}
