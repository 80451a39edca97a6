// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// Reads files of CSL-JSON: an array of items, or one item.
///
/// - SeeAlso: CSL 1.0.2, `csl-data.json`.
enum CSLBibliography {
  private static let format = "CSL-JSON"

  /// The entries of a file, each with its item as it was given.
  static func references(in utf8: [UInt8]) throws(ReadingError) -> [Reference] {
    let file: JSONValue
    do throws(JSONFault) {
      file = try JSONValue(parsing: utf8)
    } catch {
      throw .malformed(format, line: error.line, error.reason)
    }
    var references: [Reference] = []
    for (index, item) in (file.array ?? [file]).enumerated() {
      guard case .object(let members) = item else {
        throw .malformed(format, "item \(index + 1) is no object")
      }
      guard let label = members["id"]?.scalarText, !label.isEmpty else {
        throw .malformed(format, "item \(index + 1) has no \"id\"")
      }
      references.append(Bibliography.reference(label: label, item: members))
    }
    return references
  }
}
