// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What the index stores where: the one table of it.
///
/// FORMAT.md explains each entry and says what changes when.
package enum IndexSchema {
  /// The format that this program writes and reads.
  package static let version = 4

  /// The longest term in bytes, its prefix included, where a zero byte counts twice.
  ///
  /// The limit is that of Xapian's glass backend.
  package static let maximumTermByteCount = 245

  /// The longest word that the vocabulary takes, in bytes.
  package static let maximumWordByteCount = 64

  /// A kind of term.
  package struct Field: Hashable, Sendable {
    /// What a term of the field says of a passage.
    package let name: String
    /// What its terms begin with.
    package let prefix: String
    /// How its terms are stored.
    package let kind: Kind
    /// A term as it is stored.
    package let example: String
  }

  /// How the terms of a field are stored.
  package enum Kind: Hashable, Sendable {
    /// Weighted by how often it occurs, with its positions in words.
    case text
    /// Without weight or positions: it only tells passages apart.
    case filter
  }

  /// Stems of the passage's words with their positions; stems of the headings above it and of its
  /// document's title weigh in without a position.
  package static let text = Field(name: "text", prefix: "", kind: .text, example: "coexist")
  /// Stems of the words of the document's title.
  package static let title = Field(name: "title", prefix: "S", kind: .filter, example: "Ssplit")
  /// Stems of the words of the headings above the passage.
  package static let heading = Field(
    name: "heading",
    prefix: "XH",
    kind: .filter,
    example: "XHorigin"
  )
  /// The language of the passage's document, the primary subtag of BCP 47; none if it is not known.
  package static let language = Field(
    name: "language",
    prefix: "L",
    kind: .filter,
    example: "Lde"
  )
  /// The decimal number of the passage's document, written by the index itself.
  package static let document = Field(
    name: "document",
    prefix: "Q",
    kind: .filter,
    example: "Q1024"
  )
  /// Every kind of term there is.
  package static let fields = [text, title, heading, language, document]

  /// A place for one sortable value of each passage.
  package enum ValueSlot: UInt32, Sendable, CaseIterable {
    /// The number of the passage's document: 4 bytes, the highest first.
    case document = 0
  }

  /// The keys of the metadata.
  package enum Key {
    /// The format of the index, decimal.
    package static let format = "format"
    /// What comes before a folder's name: the marks of it and of the mount points in it.
    package static let marksPrefix = "marks/"
    /// The revision, decimal.
    package static let revision = "revision"
    /// `1` if the index held all that its folders held, else `0`.
    package static let complete = "complete"
    /// The least document number that was never given, decimal.
    package static let nextDocument = "next-document"
    /// What stands before the name of a watched folder.
    package static let folderPrefix = "folder/"
    /// What stands before the number of a document.
    package static let documentPrefix = "document/"
    /// What stands before the number of a document whose gaps follow.
    package static let gapsPrefix = "gaps/"
    /// What stands before the hash of a document's place and its number.
    package static let placePrefix = "place/"
    /// What stands before the hash of a place where a document was, and its number.
    package static let formerPlacePrefix = "former/"
    /// What stands before the hash of a file's SHA-256 and the number of its document.
    package static let digestPrefix = "digest/"
    /// What stands before the hash of a file's MD5 and the number of its document.
    package static let md5Prefix = "md5/"
    /// The prefixes of all entries by which documents are found.
    package static let lookupPrefixes = [placePrefix, formerPlacePrefix, digestPrefix, md5Prefix]

    /// The key of a document's record: its number in 8 hexadecimal digits, so that keys sort as
    /// numbers.
    package static func document(_ number: DocumentNumber) -> String {
      documentPrefix + hexadecimal(number.rawValue)
    }

    /// What the keys of a document's gaps begin with: their pieces follow by number.
    package static func gaps(of number: DocumentNumber) -> String {
      gapsPrefix + hexadecimal(number.rawValue) + "/"
    }

    /// The key of one piece of a document's gaps, counted from 0.
    package static func gaps(of number: DocumentNumber, piece: Int) -> String {
      gaps(of: number) + hexadecimal(UInt32(piece))
    }

    /// All digits of a number, so that keys sort as numbers.
    static func hexadecimal<Number: FixedWidthInteger>(_ number: Number) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: Number.bitWidth / 4 - digits.utf8.count) + digits
    }
  }

  /// Whether the engine takes `bytes` as a term.
  package static func isValidTerm(_ bytes: some Collection<UInt8>) -> Bool {
    guard !bytes.isEmpty, bytes.count <= maximumTermByteCount else { return false }
    return bytes.count + bytes.count(where: { $0 == 0 }) <= maximumTermByteCount
  }
}
