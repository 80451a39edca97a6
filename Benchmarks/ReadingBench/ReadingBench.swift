// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import Foundation
internal import PassageModel
internal import PassageSplitting

/// What reading makes of the files of a folder, for scripts that compare it with the truth.
@main
enum ReadingBench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let command = arguments.first, let folder = arguments.dropFirst().first else {
      print("reading-bench headings|references|encodings|speed FOLDER")
      exit(64)
    }
    let files = try Folder(path: folder).files()
    switch command {
    case "encodings": for file in files { encoding(of: file) }
    default: exit(64)
    }
  }

  private static func encoding(of file: Folder.File) {
    do {
      let document = try file.read()
      print(file.name, document.encoding, document.replacedByteCount, separator: "\t")
      if CommandLine.arguments.count > 3 {
        try? Data(document.text.utf8).write(
          to: URL(filePath: CommandLine.arguments[3] + "/" + file.name)
        )
      }
    } catch {
      print(file.name, "-", error, separator: "\t")
    }
  }
}
