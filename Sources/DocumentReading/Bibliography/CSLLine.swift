// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// Makes one readable line of a CSL-JSON item.
///
/// It reads `Author (Year). Title. Container 3(2), 1-9.` and is no citation style: it says what
/// the item says, so that a reader knows which work is meant.
enum CSLLine {
  /// More names than these are not told one by one.
  private static let shownNameCount = 6

  /// The line; of an item that says nothing, its type or its label.
  static func text(of item: [String: JSONValue]) -> String {
    let authors = names(item["author"])
    let editors = names(item["editor"])
    var byline = authors.isEmpty ? editors : authors
    if authors.isEmpty, !editors.isEmpty { byline += " (ed.)" }
    if let year = year(item["issued"]) { byline += byline.isEmpty ? "(\(year))" : " (\(year))" }
    var sentences = [byline, text(item["title"])]
    if let container = container(item) {
      sentences.append(
        !authors.isEmpty && !editors.isEmpty && isCollection(item)
          ? "In: \(editors) (ed.), \(container)" : container
      )
    }
    let publisher = [text(item["publisher-place"]), text(item["publisher"])]
    sentences.append(publisher.filter { !$0.isEmpty }.joined(separator: ": "))
    let line = sentences.filter { !$0.isEmpty }.map(closed).joined(separator: " ")
    if !line.isEmpty { return line }
    return item["DOI"]?.scalarText ?? item["URL"]?.scalarText ?? item["id"]?.scalarText ?? ""
  }

  private static func isCollection(_ item: [String: JSONValue]) -> Bool {
    ["chapter", "paper-conference", "entry-encyclopedia"].contains(item["type"]?.string ?? "")
  }

  private static func closed(_ sentence: String) -> String {
    sentence.last.map { ".!?…。".contains($0) } ?? true ? sentence : sentence + "."
  }

  /// What it stands in, and where there.
  private static func container(_ item: [String: JSONValue]) -> String? {
    let title = text(item["container-title"])
    var place = title
    let volume = text(item["volume"])
    if !volume.isEmpty { place += place.isEmpty ? "vol. \(volume)" : " \(volume)" }
    let issue = text(item["issue"])
    if !issue.isEmpty { place += "(\(issue))" }
    let pages = text(item["page"])
    if !pages.isEmpty { place += place.isEmpty ? "pp. \(pages)" : ", \(pages)" }
    return place.isEmpty ? nil : place
  }

  private static func year(_ date: JSONValue?) -> String? {
    let years = date?["date-parts"]?.array?.compactMap { $0.array?.first?.scalarText } ?? []
    if !years.isEmpty { return years.prefix(2).joined(separator: "–") }
    let stated = text(date?["literal"] ?? date?["raw"])
    return stated.isEmpty ? nil : stated
  }

  private static func names(_ value: JSONValue?) -> String {
    let all = (value?.array ?? []).map(name).filter { !$0.isEmpty }
    let isCut = all.count > shownNameCount || all.last == "others"
    let shown = all.prefix(shownNameCount).filter { $0 != "others" }.joined(separator: "; ")
    return isCut && !shown.isEmpty ? shown + " et al." : shown
  }

  private static func name(_ value: JSONValue) -> String {
    let literal = text(value["literal"])
    guard literal.isEmpty else { return literal }
    let family = ["non-dropping-particle", "family"].map { text(value[$0]) }
      .filter { !$0.isEmpty }.joined(separator: " ")
    let given = ["given", "dropping-particle"].map { text(value[$0]) }
      .filter { !$0.isEmpty }.joined(separator: " ")
    return [family, given, text(value["suffix"])].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A string or a number on one line, without the tags that CSL-JSON allows.
  private static func text(_ value: JSONValue?) -> String {
    guard let text = value?.scalarText else { return "" }
    let bare = text.contains("<") ? withoutTags(text) : text
    let utf8 = Array(bare.utf8)
    return utf8.lineOfText(in: 0..<utf8.count)
  }

  private static func withoutTags(_ text: String) -> String {
    [
      "<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>",
      "<span style=\"font-variant:small-caps;\">", "<span style=\"font-variant: small-caps;\">",
      "<span class=\"nocase\">", "</span>",
    ]
    .reduce(text) { $0.split(separator: $1, omittingEmptySubsequences: false).joined() }
  }
}
