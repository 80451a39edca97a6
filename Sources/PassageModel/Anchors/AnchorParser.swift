// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads an anchor part by part; each part knows its characters, so that a fault can say where it is.
struct AnchorParser {
  private let place: AnchorPart
  private let fragment: AnchorPart?

  /// Parts `text` into the document's place and the fragment.
  init(_ text: String) throws(AnchorFault) {
    let whole = try AnchorPart(text)
    guard !whole.isEmpty else {
      throw AnchorFault(reason: "it is empty", advice: AnchorParser.form)
    }
    let parts = whole.split(separator: "#", limit: 2)
    place = parts[0]
    fragment = parts.count > 1 ? parts[1] : nil
  }

  /// The anchor.
  func anchor() throws(AnchorFault) -> CitationAnchor {
    let (folder, path) = try document()
    guard let fragment else { return CitationAnchor(folder: folder, path: path) }
    guard !fragment.isEmpty else { throw Self.cutOff(at: fragment.place, behind: "#") }
    let (front, directive) = fragment.divided(by: ":~:")
    let excerpt = try directive.map { part throws(AnchorFault) in try TextDirective(reading: part) }
    guard !front.isEmpty else {
      return CitationAnchor(folder: folder, path: path, excerpt: excerpt)
    }
    let parts = front.unencoded.split(separator: ";")
    let position = try AnchorPosition(reading: parts[0])
    let checks = try AnchorChecks(reading: parts.dropFirst())
    return CitationAnchor(
      folder: folder,
      path: path,
      position: position,
      length: checks.length,
      md5: checks.md5,
      encoding: checks.encoding,
      excerpt: excerpt
    )
  }

  private func document() throws(AnchorFault) -> (String, RelativePath) {
    try refuseURL()
    let parts = place.split(separator: "/", limit: 2)
    guard parts.count > 1 else {
      throw AnchorFault(
        reason: "it has no / between a folder and a document",
        at: place.place,
        advice: Self.form
      )
    }
    guard !parts[0].isEmpty else {
      throw AnchorFault(
        reason: "it begins with /, where the name of a folder belongs",
        at: place.place,
        advice: "begin with the name of a folder of the index, not with a path of the system"
      )
    }
    guard let folder = parts[0].validText else {
      throw AnchorFault(
        reason: "the name of its folder is no UTF-8",
        at: place.place,
        advice: Self.copyAgain
      )
    }
    return (folder, try Self.path(parts[1]))
  }

  private static func path(_ part: AnchorPart) throws(AnchorFault) -> RelativePath {
    guard !part.isEmpty else {
      throw AnchorFault(
        reason: "it names a folder and no document",
        at: part.place,
        advice: "give the document's path below the folder behind the /"
      )
    }
    if let zero = part.place(of: 0) {
      throw AnchorFault(reason: "its path holds a zero byte", at: zero, advice: copyAgain)
    }
    // A slash is one whether it is encoded or not: no name of a file holds any.
    for component in part.components where ["", ".", ".."].contains(component.text) {
      throw AnchorFault(
        reason: component.isEmpty
          ? "its path has an empty name beside a /"
          : "its path goes through '\(component.text)'",
        at: component.place,
        advice: "give the path straight down from the folder, without '.', '..' and '//'"
      )
    }
    return RelativePath(bytes: part.bytes)
  }

  private func refuseURL() throws(AnchorFault) {
    let parts = place.split(separator: ":", limit: 2)
    guard let scheme = parts.first?.text.lowercased(), let rest = parts.dropFirst().first else {
      return
    }
    guard rest.text.hasPrefix("//") || ["doi", "file", "mailto", "urn"].contains(scheme) else {
      return
    }
    throw AnchorFault(
      reason: "it is a URL (\(scheme):)",
      at: place.place,
      advice: "give the anchor that is printed under a hit, FOLDER/PATH#char=START,END"
    )
  }

  /// What an anchor looks like.
  static let form = "an anchor reads FOLDER/PATH#char=START,END, as under each hit of a search"
  /// What to do about an anchor that cannot have been printed like this.
  static let copyAgain = "copy it again, as a whole"

  /// The fault of an anchor whose end is missing.
  static func cutOff(at place: Int, behind last: String) -> AnchorFault {
    AnchorFault(reason: "it is cut off behind '\(last)'", at: place, advice: copyAgain)
  }
}
