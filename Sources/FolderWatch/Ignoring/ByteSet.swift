// SPDX-License-Identifier: GPL-3.0-or-later

/// A set of bytes.
struct ByteSet: Hashable, Sendable {
  private var words = SIMD4<UInt64>()

  /// Makes a set of the bytes that satisfy `isMember`.
  init(where isMember: (UInt8) -> Bool = { _ in false }) {
    for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
  }

  /// Whether `byte` is one of them.
  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  /// Adds a byte.
  mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  /// Adds all bytes of `other`.
  mutating func formUnion(_ other: ByteSet) {
    words |= other.words
  }

  /// All bytes that are not in it.
  var inverted: ByteSet { ByteSet { !contains($0) } }
}

extension ByteSet {
  /// The bytes of a POSIX character class such as `alpha`, of ASCII only; nil if there is no such
  /// class.
  init?(posixClass name: some Sequence<UInt8>) {
    func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
    func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isGraphic(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
    switch String(decoding: Array(name), as: UTF8.self) {
    case "alnum": self.init { isLetter($0) || isDigit($0) }
    case "alpha": self.init(where: isLetter)
    case "blank": self.init { $0 == 0x20 || $0 == 0x09 }
    case "cntrl": self.init { $0 < 0x20 || $0 == 0x7F }
    case "digit": self.init(where: isDigit)
    case "graph": self.init(where: isGraphic)
    case "lower": self.init(where: isLower)
    case "print": self.init { isGraphic($0) || $0 == 0x20 }
    case "punct": self.init { isGraphic($0) && !isLetter($0) && !isDigit($0) }
    // git's own idea of it: neither vertical tab nor form feed.
    case "space": self.init { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
    case "upper": self.init(where: isUpper)
    case "xdigit": self.init { isDigit($0) || (0x41...0x46).contains($0 & ~0x20) }
    default: return nil
    }
  }
}
