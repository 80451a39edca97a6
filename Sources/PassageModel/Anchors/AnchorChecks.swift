// SPDX-License-Identifier: GPL-3.0-or-later

/// The checks of an anchor.
struct AnchorChecks {
  private(set) var length: Int?
  private(set) var md5: String?
  private var lengthEncoding: String?
  private var md5Encoding: String?

  /// A length counts characters, whatever bytes they are: the encoding matters to the MD5.
  var encoding: String? { md5Encoding ?? lengthEncoding }

  /// Reads what stands behind the position.
  init(reading parts: some Collection<AnchorPart>) throws(AnchorFault) {
    for part in parts {
      let (name, rest) = part.divided(by: "=")
      guard let rest else {
        if ["length", "md5"].contains(where: { $0.hasPrefix(name.text) }) {
          throw AnchorParser.cutOff(at: name.place, behind: name.isEmpty ? ";" : name.text)
        }
        throw Self.unknownCheck(name)
      }
      let values = rest.split(separator: ",", limit: 2)
      let encoding = try values.dropFirst().first.map(Self.encoding)
      switch name.text {
      case "length" where length == nil:
        length = try values[0].number(behind: "length=")
        lengthEncoding = encoding
      case "md5" where md5 == nil:
        md5 = try Self.md5(values[0])
        md5Encoding = encoding
      case "length", "md5":
        throw AnchorFault(
          reason: "its check \(name.text)= stands there twice",
          at: name.place,
          advice: AnchorParser.copyAgain
        )
      default: throw Self.unknownCheck(name)
      }
    }
  }

  private static func md5(_ part: AnchorPart) throws(AnchorFault) -> String {
    let digits = part.text.unicodeScalars
    guard digits.allSatisfy(\.properties.isASCIIHexDigit), digits.count == 32 else {
      throw AnchorFault(
        reason: "its check md5= has \(digits.count) characters, not 32 hexadecimal digits",
        at: part.place,
        advice: AnchorParser.copyAgain
      )
    }
    return part.text
  }

  /// - SeeAlso: RFC 2978 section 2.3 (mime-charset), and the names that IANA has registered.
  private static func encoding(_ part: AnchorPart) throws(AnchorFault) -> String {
    guard !part.isEmpty else { throw AnchorParser.cutOff(at: part.place, behind: ",") }
    let isName = part.bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_.:+".utf8.contains(byte)
      }
    }
    guard isName else {
      throw AnchorFault(
        reason: "'\(part.text)' is no name of an encoding",
        at: part.place,
        advice: AnchorParser.copyAgain
      )
    }
    return part.text
  }

  private static func unknownCheck(_ part: AnchorPart) -> AnchorFault {
    AnchorFault(
      reason: "'\(part.text)' is no kind of check",
      at: part.place,
      advice: "behind a ; stands length=CHARACTERS or md5=DIGITS"
    )
  }
}
