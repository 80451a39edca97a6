// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

/// Reads what `RecordEncoder` wrote.
///
/// Whatever the bytes are, it either returns values or throws `corrupt`.
struct RecordDecoder {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An error that says where the record is damaged.
  func damage(_ what: String) -> IndexError {
    IndexError(code: .corrupt, message: "the index is damaged: a record \(what) at byte \(offset)")
  }

  /// Makes sure that the record ends here.
  func finish() throws(IndexError) {
    guard offset == bytes.count else { throw damage("goes on") }
  }

  mutating func byte() throws(IndexError) -> UInt8 {
    guard offset < bytes.count else { throw damage("ends too early") }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func unsigned() throws(IndexError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      let next = try byte()
      let bits = UInt64(next & 0x7F)
      guard shift < 63 || bits <= 1 else { throw damage("holds a number that is too large") }
      value |= bits << UInt64(shift)
      if next & 0x80 == 0 { return value }
    }
    throw damage("holds a number that is too long")
  }

  mutating func signed() throws(IndexError) -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func int() throws(IndexError) -> Int {
    Int(try signed())
  }

  mutating func bool() throws(IndexError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw damage("holds neither true nor false")
    }
  }

  mutating func byteArray() throws(IndexError) -> [UInt8] {
    let count = try self.count()
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  mutating func string() throws(IndexError) -> String {
    guard let string = String(validating: try byteArray(), as: UTF8.self) else {
      throw damage("holds text that is no UTF-8")
    }
    return string
  }

  mutating func optionalString() throws(IndexError) -> String? {
    try bool() ? try string() : nil
  }

  mutating func range() throws(IndexError) -> Range<Int> {
    let lower = try int()
    let (upper, overflow) = lower.addingReportingOverflow(
      Int(Int64(bitPattern: try unsigned()))
    )
    guard !overflow, lower <= upper else { throw damage("holds a range that is none") }
    return lower..<upper
  }

  mutating func array<Element>(
    by element: (inout RecordDecoder) throws(IndexError) -> Element
  ) throws(IndexError) -> [Element] {
    let count = try self.count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  /// A count of bytes or of elements, each of which takes a byte at least: so it is never more than
  /// what is left, and damage cannot ask for memory without end.
  private mutating func count() throws(IndexError) -> Int {
    let value = try unsigned()
    guard value <= UInt64(bytes.count - offset) else { throw damage("ends too early") }
    return Int(value)
  }
}
