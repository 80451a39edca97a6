// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows the headings under which documents list their references.
enum ReferenceHeading {
  /// Names that mean nothing else.
  private static let plain: Set<String> = [
    "bibliography", "citations", "endnotes", "footnotes", "list of references", "literature cited",
    "notes and references", "reference list", "references", "references and notes", "works cited",
    "einzelnachweise", "literaturverzeichnis", "fußnoten", "quellenverzeichnis",
    "литература", "примечания", "список литературы", "сноски", "библиография",
    "références", "bibliographie", "referencias", "bibliografía", "riferimenti", "bibliografia",
    "参考文献", "參考文獻", "参考资料", "參考資料", "注释", "注釋", "脚注", "腳注",
  ]

  /// Names that may also head ordinary notes: they count only in documents that use markers.
  private static let ambiguous: Set<String> = [
    "notes", "sources", "literature", "further reading", "anmerkungen", "literatur", "quellen",
    "источники", "notas", "fuentes", "notes et références", "sources et notes",
  ]

  /// Whether `heading` announces a list of references.
  static func matches(_ heading: String, documentHasMarkers: Bool) -> Bool {
    let name = normalized(heading)
    return plain.contains(name) || (documentHasMarkers && ambiguous.contains(name))
  }

  /// Lower case, without a number before it and a colon behind it.
  private static func normalized(_ heading: String) -> String {
    guard heading.utf8.count <= 80 else { return "" }
    let name = heading.lowercased().drop { "0123456789. ".contains($0) }
    return String(name.hasSuffix(":") ? name.dropLast() : name)
  }
}
