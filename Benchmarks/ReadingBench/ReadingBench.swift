// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import Foundation
internal import PassageModel

/// What reading makes of the files of a folder, as lines for scripts that compare it with the truth,
/// and how fast it is.
@main
enum ReadingBench {
  private static let commands: [String: @Sendable (Folder) throws -> Void] = [
    "headings": headings,
    "references": references,
    "speed": Speed.measure,
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.elementsEqual(["hostile"]) {
      let isWithin = HostileCitations.measure()
      exit(Hostile.measure() && isWithin ? 0 : 1)
    }
    if arguments.elementsEqual(["hostile-citations"]) {
      exit(HostileCitations.measure() ? 0 : 1)
    }
    guard arguments.count == 2, let name = arguments.first, let command = commands[name],
      let path = arguments.last
    else {
      print("usage: reading-bench \(commands.keys.sorted().joined(separator: "|")) FOLDER")
      print("       reading-bench hostile|hostile-citations")
      exit(64)
    }
    try command(Folder(path: path))
  }

  /// Lines of file, level, heading; those of reference lists and the title are left out.
  private static func headings(of folder: Folder) throws {
    for file in try folder.files() {
      for heading in try file.read().headings {
        print(file.name, heading.level, heading.text, separator: "\t")
      }
    }
  }

  /// Lines of file, `entry`, label, nothing, text, URL, DOI; and of file, `marker`, label, offset in
  /// characters, and the text of the entry it leads to or nothing.
  private static func references(of folder: Folder) throws {
    for file in try folder.files() {
      let document = try file.read()
      for entry in document.references {
        let (url, doi) = (entry.url ?? "", entry.doi ?? "")
        print(file.name, "entry", entry.label, "", entry.text, url, doi, separator: "\t")
      }
      let lookup = ReferenceLookup(document.references)
      let utf8 = document.text.utf8
      var (offset, characters) = (0, 0)
      for marker in document.markers {
        characters += utf8[offset..<marker.range.lowerBound].count { $0 & 0xC0 != 0x80 }
        offset = marker.range.lowerBound
        let text = lookup.citation(marker).reference?.text ?? ""
        print(file.name, "marker", marker.label, characters, text, separator: "\t")
      }
    }
  }
}
