// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

// Whether whole texts are there, and documents are found by what they are to be found by.
extension IndexCheck.Inspection {
  /// Puts a document's text together and looks whether its passages stand where they say.
  mutating func inspectText(
    of record: DocumentRecord,
    _ stored: [RawPassage]
  ) throws(IndexError) {
    var passages: [Passage] = []
    let text: SourceText
    do throws(IndexError) {
      for raw in stored { passages.append(try raw.decoded().passage) }
    } catch {
      // Was found when the passage was looked at.
      return
    }
    let gaps = try reader.gaps(of: record.number)
    do throws(IndexError) {
      text = try gaps.text(of: record, with: passages)
    } catch {
      findings.append(error.message)
      return
    }
    var ruler = TextRuler(text)
    for passage in passages {
      let range = passage.range.bytes
      let measured = ruler.measure(range)
      guard measured == (passage.range, passage.lines),
        text.utf8[..<range.lowerBound].suffix(passage.prefix.utf8.count)
          .elementsEqual(passage.prefix.utf8),
        text.utf8[range.upperBound...].starts(with: passage.suffix.utf8)
      else {
        findings.append(
          "passage \(passage.ordinal) of document \(record.number) stands elsewhere in the text "
            + "than it says"
        )
        continue
      }
    }
  }

  /// Looks for gaps that belong to no document.
  mutating func inspectKeysOfGaps() throws(IndexError) {
    let known = Set(records.keys.map { IndexSchema.Key.gaps(of: $0) })
    for key in try reader.metadataKeys(prefix: IndexSchema.Key.gapsPrefix) {
      guard let slash = key.lastIndex(of: "/"), known.contains(String(key[...slash])) else {
        findings.append("\(key) belongs to no document")
        continue
      }
    }
  }

  /// Sets the entries of one kind by which documents are found against the records.
  mutating func inspectLookups(_ prefix: String) throws(IndexError) {
    let found = Set(try reader.metadataKeys(prefix: prefix))
    var wanted: Set<String> = []
    for record in records.values {
      wanted.formUnion(DocumentLookup.keys(of: record).filter { $0.hasPrefix(prefix) })
    }
    for key in wanted.subtracting(found).sorted() { findings.append("\(key) is missing") }
    for key in found.subtracting(wanted).sorted() {
      findings.append("\(key) leads to a document that it should not lead to")
    }
  }
}
