// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes new places into the bytes of a file, and touches nothing else.
package enum CitationEditor {
  /// The bytes of a file with corrections in them.
  ///
  /// - Parameters:
  ///   - corrections: of what was found in just these bytes, in any order.
  ///   - bytes: of the whole file.
  /// - Returns: the same bytes where nothing has another value than before, however it is spelled.
  /// - Throws: `changed` if the file does not hold what was found in it.
  package static func applying(
    _ corrections: [Correction],
    to bytes: [UInt8]
  ) throws(FileFault) -> [UInt8] {
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for correction in corrections {
      for place in correction.found.fixes {
        guard let text = correction.text(at: place), text != place.text else { continue }
        edits.append((place.range, place.spelling.bytes(of: text)))
      }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var reached = 0
    for (range, text) in edits {
      guard range.lowerBound >= reached, range.upperBound <= bytes.count else {
        throw FileFault(.changed, reason: "it is not the file in which these citations were found")
      }
      result += bytes[reached..<range.lowerBound]
      result += text
      reached = range.upperBound
    }
    return result + bytes[reached...]
  }
}
