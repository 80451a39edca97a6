// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of a document: all of a quotation, or its first and last ones, and what stands around it.
///
/// - SeeAlso: "URL Fragment Text Directives", WICG, section 3.2 (syntax).
package struct TextDirective: Hashable, Sendable, CustomStringConvertible {
  /// What stands before them; empty if that is not said.
  package let prefix: String
  /// The words, or the first of them; not empty.
  package let start: String
  /// The last of them; empty if `start` is all of them.
  package let end: String
  /// What follows them; empty if that is not said.
  package let suffix: String

  /// Makes a directive of its parts; nil if `start` is empty.
  package init?(prefix: String = "", start: String, end: String = "", suffix: String = "") {
    guard !start.isEmpty else { return nil }
    self.prefix = prefix
    self.start = start
    self.end = end
    self.suffix = suffix
  }

  /// The directive as it stands in an anchor, without the `:~:` before it.
  package var description: String {
    var parts: [String] = []
    if !prefix.isEmpty { parts.append(Self.encode(prefix) + "-") }
    parts.append(Self.encode(start))
    if !end.isEmpty { parts.append(Self.encode(end)) }
    if !suffix.isEmpty { parts.append("-" + Self.encode(suffix)) }
    let directive = "text=" + parts.joined(separator: ",")
    // In prose a full stop behind an anchor ends the sentence, and not the anchor.
    return directive.hasSuffix(".") ? directive.dropLast() + "%2E" : directive
  }

  /// A `-` has a meaning of its own here, and a `/` could end an address that is only looked at.
  private static func encode(_ text: String) -> String {
    PercentEncoding.encode(text.utf8, keeping: "")
  }
}
