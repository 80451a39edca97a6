// SPDX-License-Identifier: GPL-3.0-or-later

/// An entry of a BibTeX file.
struct BibTeXEntry {
  /// What it is of, as `misc`.
  let type: String
  /// By what it is known.
  let key: String
  private var fields: [(name: String, value: String)] = []

  init(type: String, key: String) {
    self.type = type
    self.key = key
  }

  /// Adds a field whose value is prose; none if there is no value.
  mutating func add(_ name: String, _ text: String?) {
    guard let text, !TeXEscape.text(text).isEmpty else { return }
    fields.append((name, TeXEscape.text(text)))
  }

  /// Adds a title, in further braces, so that no style changes the case of its letters.
  mutating func add(title: String?) {
    guard let title, !TeXEscape.text(title).isEmpty else { return }
    fields.append(("title", "{\(TeXEscape.text(title))}"))
  }

  /// Adds a field that is an address and is not escaped.
  mutating func add(_ name: String, address: String?) {
    guard let address, !address.isEmpty else { return }
    fields.append((name, TeXEscape.address(address)))
  }

  /// Adds names; those that BibTeX would take apart are put in braces.
  mutating func add(_ name: String, names: [String]) {
    let names = names.map(TeXEscape.text).filter { !$0.isEmpty }
    guard !names.isEmpty else { return }
    let kept = names.map { name in
      let words = name.lowercased().split(separator: " ")
      let commas = name.count { $0 == "," }
      let isWhole =
        commas > 1 || words.contains("and") || words == ["others"]
        || name.hasPrefix(",") || name.hasSuffix(",")
      return isWhole ? "{\(name)}" : name
    }
    fields.append((name, kept.joined(separator: " and ")))
  }

  /// The entry, on lines of its own.
  var written: String {
    let lines = fields.map { "  \($0.name) = {\($0.value)},\n" }
    return "@\(type){\(key),\n\(lines.joined())}\n"
  }
}
