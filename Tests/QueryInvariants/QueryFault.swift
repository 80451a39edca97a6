// SPDX-License-Identifier: GPL-3.0-or-later

internal import QueryLanguage

/// What must be true of any query, whatever was typed; nil if all of it is.
package func queryFault(in query: String) -> String? {
  let parsed = ParsedQuery(query)
  let isBlank = query.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  guard let root = parsed.root else { return isBlank ? nil : "nothing of it was read" }
  if isBlank { return "something was read in a blank query" }
  if Set(parsed.notes).count != parsed.notes.count { return "a note is said twice" }
  if case .not = root { return "the root is a negation" }
  var survey = TreeSurvey()
  survey.visit(root)
  return survey.fault ?? coverageFault(of: survey.leaves, in: query)
    ?? plainnessFault(of: parsed, survey) ?? readingAgainFault(of: root, depth: survey.depth)
}

/// Each leaf is what stands in its range; no two share a byte; between them are operators only.
private func coverageFault(of leaves: [TreeSurvey.Leaf], in query: String) -> String? {
  let bytes = Array(query.utf8)
  var end = 0
  for leaf in leaves.sorted(by: { $0.text.range.lowerBound < $1.text.range.lowerBound }) {
    let range = leaf.text.range
    guard range.lowerBound >= end, range.upperBound <= bytes.count, !range.isEmpty else {
      return "the range \(range) overlaps another or is outside of the query"
    }
    var written = String(decoding: bytes[range], as: UTF8.self).unicodeScalars[...]
    if leaf.isQuoted { written = written.dropFirst().dropLast() }
    if !written.elementsEqual(leaf.text.text.unicodeScalars) {
      return "'\(leaf.text.text)' does not stand in \(range)"
    }
    if let fault = gapFault(bytes[end..<range.lowerBound]) { return fault }
    end = range.upperBound
  }
  return gapFault(bytes[end...])
}

/// Whether something other than operators and names of fields stands between two leaves.
private func gapFault(_ bytes: ArraySlice<UInt8>) -> String? {
  let gap = String(decoding: bytes, as: UTF8.self).unicodeScalars
  for part in gap.split(whereSeparator: { !$0.isLetterOrNumber && $0 != "/" && $0 != ":" })
  where part.contains(where: \.isLetterOrNumber) {
    let word = String(part)
    let isField =
      word.hasSuffix(":")
      && (["language", "authors"].contains(word.dropLast().lowercased())
        || QueryField(rawValue: word.dropLast().lowercased()) != nil)
    let isDistance = word.hasPrefix("NEAR/") && word.utf8.dropFirst(5).allSatisfy { $0 < 0x3A }
    if !isField, !isDistance, !["AND", "OR", "NOT", "NEAR"].contains(word) {
      return "'\(word)' was lost"
    }
  }
  return nil
}

private func plainnessFault(of parsed: ParsedQuery, _ survey: TreeSurvey) -> String? {
  let hasOnlyWords = survey.leaves.count == survey.wordCount
  let isPlain =
    switch parsed.root {
    case .words: true
    case .group(let group): hasOnlyWords && group.optional.count == survey.nodeCount - 1
    default: false
    }
  return parsed.isPlain == isPlain ? nil : "isPlain is \(parsed.isPlain)"
}

/// What is written for a tree is read as the same tree.
private func readingAgainFault(of root: QueryNode, depth: Int) -> String? {
  // Written out, each level has its parentheses, and only so many of them are read.
  guard depth < 28 else { return nil }
  let written = root.canonicalQuery
  guard written.utf8.count < 2000 else { return nil }
  let again = ParsedQuery(written).root?.canonicalQuery
  return again == written ? nil : "'\(written)' is read as '\(again ?? "")'"
}
