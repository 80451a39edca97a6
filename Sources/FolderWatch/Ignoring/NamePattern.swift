// SPDX-License-Identifier: GPL-3.0-or-later

/// A pattern for one name, without any `/`.
struct NamePattern: Hashable, Sendable {
  /// What one part of a name may be.
  enum Element: Hashable, Sendable {
    /// This byte.
    case byte(UInt8)
    /// One byte, whichever.
    case any
    /// One of these bytes.
    case one(of: ByteSet)
    /// Any bytes, or none.
    case many
  }

  private let elements: [Element]
  /// No shorter name matches.
  private let minimumByteCount: Int

  init(_ elements: [Element]) {
    self.elements = elements
    minimumByteCount = elements.count { $0 != .many }
  }

  /// Whether `name` matches as a whole.
  ///
  /// When something does not match, only the last `*` is tried with a byte more: if the ones before
  /// it took more, nothing would match that does not now. So the time is at most that of the
  /// name's length multiplied by the pattern's, and a pattern longer than the name is not tried.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    guard minimumByteCount <= name.count else { return false }
    var (element, index) = (0, name.startIndex)
    var retry: (element: Int, index: Int)?
    while index < name.endIndex {
      if element < elements.count {
        if elements[element] == .many {
          element += 1
          retry = (element, index)
          continue
        }
        if matches(elements[element], name[index]) {
          element += 1
          index += 1
          continue
        }
      }
      guard let last = retry else { return false }
      (element, index) = (last.element, last.index + 1)
      retry = (element, index)
    }
    return elements[element...].allSatisfy { $0 == .many }
  }

  private func matches(_ element: Element, _ byte: UInt8) -> Bool {
    switch element {
    case .byte(let wanted): byte == wanted
    case .any: true
    case .one(let bytes): bytes.contains(byte)
    case .many: false
    }
  }
}
