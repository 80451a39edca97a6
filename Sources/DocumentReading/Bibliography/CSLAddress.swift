// SPDX-License-Identifier: GPL-3.0-or-later

/// Addresses as bibliographies have them.
enum CSLAddress {
  /// The DOI in a field that is meant for one, from its `10.` on; nil if it holds none.
  static func doi(_ text: String) -> String? {
    var rest = text.trimmedOfBlanks
    for prefix in ["https://", "http://", "dx.", "www.", "doi.org/", "doi:", "urn:doi:"]
    where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count).trimmedOfBlanks
    }
    let parts = rest.split(separator: "/", maxSplits: 1)
    guard rest.hasPrefix("10."), parts.count == 2, isOneWord(rest) else { return nil }
    return rest
  }

  /// The URL in a field that is meant for one; nil if it holds none that can be followed.
  static func url(_ text: String) -> String? {
    let url = text.trimmedOfBlanks
    let hasScheme = ["https://", "http://", "ftp://"].contains { url.lowercased().hasPrefix($0) }
    return hasScheme && isOneWord(url) ? url : nil
  }

  private static func isOneWord(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  fileprivate var trimmedOfBlanks: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return String(self[start..<end])
  }
}
