// SPDX-License-Identifier: GPL-3.0-or-later

/// What an anchor points at: a stretch of a document, or the document as a whole.
package struct AnchorPlace: Hashable, Sendable {
  /// The name of the watched folder.
  package let folder: String
  /// Where the document lies below that folder.
  package let path: RelativePath
  /// The stretch, in characters of the document's text; nil for all of it.
  package let characters: Range<Int>?

  /// Makes a place of its parts.
  package init(folder: String, path: RelativePath, characters: Range<Int>?) {
    self.folder = folder
    self.path = path
    self.characters = characters
  }

  /// Reads an anchor as it is printed, with or without its checks: `FOLDER/PATH#char=START,END`.
  ///
  /// - Throws: what is wrong with it.
  package init(_ anchor: String) throws(AnchorFault) {
    let parts = anchor.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts.first ?? ""
    guard let slash = place.firstIndex(of: "/") else {
      throw AnchorFault(reason: "it does not begin with FOLDER/PATH")
    }
    guard let name = PercentEncoding.decode(place[..<slash]),
      let path = PercentEncoding.decode(place[place.index(after: slash)...])
    else { throw AnchorFault(reason: "a % has no two hexadecimal digits behind it") }
    guard !name.isEmpty, !path.isEmpty else {
      throw AnchorFault(reason: "the name of the folder or of the document is empty")
    }
    folder = String(decoding: name, as: UTF8.self)
    self.path = RelativePath(bytes: path)
    characters = try parts.count > 1 ? Self.characters(parts[1]) : nil
  }

  /// The stretch that a fragment names; its checks are behind a semicolon.
  private static func characters(_ fragment: Substring) throws(AnchorFault) -> Range<Int> {
    let scheme = "char="
    guard fragment.hasPrefix(scheme) else {
      throw AnchorFault(reason: "what follows # is not char=START,END")
    }
    let ends = fragment.dropFirst(scheme.count).prefix { $0 != ";" }
      .split(separator: ",", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), start >= 0 else {
      throw AnchorFault(reason: "what follows char= is not two numbers with a comma between them")
    }
    guard start <= end else { throw AnchorFault(reason: "it ends at \(end), before it begins") }
    return start..<end
  }
}

/// Why a text is no anchor.
package struct AnchorFault: Error, Hashable, Sendable {
  /// Half a sentence.
  package let reason: String
}
