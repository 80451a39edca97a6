// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials
package import PassageModel

/// Prints answers as JSON, schema 1: one object, on one line, without the line's end.
///
/// - SeeAlso: Documentation/json-output.md, which a change here changes too.
package struct JSONPrinter: Sendable {
  /// The version of the schema.
  package static let schema = 1

  /// Makes a printer.
  package init() {}

  /// The answer to a query; `qid` names the query in a batch.
  package func line(for page: ResultPage, qid: String? = nil) throws -> String {
    try encode(PageObject(page, qid: qid))
  }

  /// An error in place of an answer; `qid` names the query in a batch.
  package func line(for failure: PrintedFailure, qid: String? = nil) throws -> String {
    try encode(FailureObject(failure, qid: qid))
  }

  private func encode(_ object: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return escapingControls(String(decoding: try encoder.encode(object), as: UTF8.self))
  }

  /// Escapes what JSON allows in strings but what would reach a terminal as a command.
  ///
  /// Such characters stand in strings only, so the value stays the same.
  private func escapingControls(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: TerminalText.isUnsafe) else { return json }
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard TerminalText.isUnsafe(scalar) else {
        escaped.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        escaped.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
    }
    return String(escaped)
  }
}
