// SPDX-License-Identifier: GPL-3.0-or-later

/// A pattern for a path: patterns for its names, one after the other.
struct PathPattern: Hashable, Sendable {
  /// What stands between two `/`.
  enum Part: Hashable, Sendable {
    /// One name.
    case name(NamePattern)
    /// Any names, or none: `**`.
    case anyNames
  }

  private let parts: [Part]

  init(_ parts: [Part]) {
    self.parts = parts
  }

  /// Whether `path` matches as a whole.
  ///
  /// What is said of `*` in `NamePattern` is true here of `**`.
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var (part, index) = (0, 0)
    var retry: (part: Int, index: Int)?
    while index < names.count {
      if part < parts.count {
        switch parts[part] {
        case .anyNames:
          part += 1
          retry = (part, index)
          continue
        case .name(let pattern) where pattern.matches(names[index]):
          part += 1
          index += 1
          continue
        case .name: break
        }
      }
      guard let last = retry else { return false }
      (part, index) = (last.part, last.index + 1)
      retry = (part, index)
    }
    return parts[part...].allSatisfy { $0 == .anyNames }
  }
}
