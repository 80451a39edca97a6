// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A citation as plain text.
struct TextCitation {
  /// The citation.
  let written: String

  init(_ quotation: SourcedQuotation, _ references: [Reference]) {
    let source = SourceDescription(quotation)
    // No line of the quotation but the first can begin as the source line does.
    let words = quotation.words.unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }.joined(separator: "\n ")
    var lines = [
      "“\(words)”",
      "— \(source.line(escape: \.self, mark: \.self))\(source.lines)",
      quotation.tellingAnchor.description,
    ]
    if let stamp = quotation.stamp { lines.append(stamp.description) }
    if !references.isEmpty {
      lines.append("")
      lines += references.map { reference in
        "[\(reference.label)] \(SourceDescription.line(reference.text) ?? "")"
      }
    }
    written = lines.map { $0 + "\n" }.joined()
  }
}
