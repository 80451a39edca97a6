// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads the stamp of a citation: `cited 2026-11-30; sha256:…; look-alike 0.31`.
struct StampReader {
  private(set) var day: String?
  private(set) var digest: (text: String, range: Range<Int>)?
  private(set) var lookalike: (value: Double, range: Range<Int>)?
  /// What is wrong with it: half a sentence.
  private(set) var fault: String?

  /// Whether a text, read from its first character that is no blank, is meant as a stamp.
  static func begins(_ utf8: ArraySlice<UInt8>) -> Bool {
    let start = utf8.drop { $0 <= UInt8(ascii: " ") }
    if start.starts(with: "sha256:".utf8) || start.starts(with: "look-alike ".utf8) { return true }
    guard start.starts(with: "cited ".utf8) else { return false }
    // Prose says 'cited 5 times'.
    let day = start.dropFirst(6).prefix(5)
    return day.count == 5 && day.last == UInt8(ascii: "-")
      && day.dropLast().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Reads `range` of `utf8`, which begins as a stamp does.
  init(_ range: Range<Int>, of utf8: [UInt8]) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = utf8[start..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? range.upperBound
      read(utf8.trimmed(start..<end), of: utf8)
      start = end + 1
    }
  }

  private mutating func read(_ range: Range<Int>, of utf8: [UInt8]) {
    guard !range.isEmpty, fault == nil else { return }
    let bytes = utf8[range]
    func value(_ name: String) -> String {
      String(decoding: bytes.dropFirst(name.utf8.count), as: UTF8.self)
    }
    if bytes.starts(with: "cited ".utf8) {
      day = Self.day(value("cited "))
      if day == nil || range.count > 64 { fault = "the day in its stamp is not YYYY-MM-DD" }
    } else if bytes.starts(with: "sha256:".utf8) {
      let digits = bytes.dropFirst("sha256:".utf8.count)
      let isWhole = digits.count == 64 && digits.allSatisfy(Self.isHexadecimal)
      if isWhole {
        digest = (String(decoding: bytes, as: UTF8.self), range)
      } else {
        fault = "the digest in its stamp has not 64 hexadecimal digits"
      }
    } else if bytes.starts(with: "look-alike ".utf8) {
      let number = bytes.count < 64 ? Double(value("look-alike ")) : nil
      if let number, (0...1).contains(number) {
        lookalike = (number, range.lowerBound + "look-alike ".utf8.count..<range.upperBound)
      } else {
        fault = "the look-alike in its stamp is no number from 0 to 1"
      }
    } else {
      fault = "its stamp holds something else than a day, a digest and a look-alike"
    }
  }

  /// `text`, if it is a day.
  static func day(_ text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) })
    else { return nil }
    return text
  }

  /// Whether it is a digit from 0 to f.
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}

extension StampReader {
  /// Where the first stamp stands in `range`: up to a closing mark, or the end of its line.
  static func firstStamp(in range: Range<Int>, of utf8: [UInt8]) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound {
      let isAtWord = start == range.lowerBound || !AnchorCharacter.isLetter(utf8[start - 1])
      if isAtWord, "csl".utf8.contains(utf8[start]),
        begins(utf8[start..<min(range.upperBound, start + 16)])
      {
        let end = utf8[start..<range.upperBound].firstIndex {
          $0 < 0x20 || ")]}>\"'*_`|".utf8.contains($0)
        }
        return utf8.trimmedStamp(start..<(end ?? range.upperBound))
      }
      start += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// `range` without the end of a sentence, which the last part of a stamp does not have.
  fileprivate func trimmedStamp(_ range: Range<Int>) -> Range<Int> {
    var end = trimmed(range).upperBound
    while end > range.lowerBound, AnchorCharacter.endsSentence(self[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }
}
