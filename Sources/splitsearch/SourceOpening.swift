// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import PassageModel

/// The file of a quotation in the program that its reader uses for files.
struct SourceOpening {
  private let path: String
  private let line: Int
  private let program: String

  /// Chooses the program: what shows the file at a line, an editor before a pager.
  init(_ quotation: SourcedQuotation) throws {
    let scheme = "file://"
    let decoded = PercentEncoding.decode(quotation.document.uri.dropFirst(scheme.count)) ?? []
    path = String(decoding: decoded, as: UTF8.self)
    line = quotation.lines.lowerBound
    let variables = ["VISUAL", "EDITOR", "PAGER"]
    program =
      variables.compactMap { name in getenv(name).map { String(cString: $0) } }
      .first { !$0.allSatisfy(\.isWhitespace) } ?? "less"
    guard access(path, R_OK) == 0 else {
      throw Failure(
        status: ExitStatus.unusable,
        code: "input-output",
        message: "\(path): cannot be opened: \(String(cString: strerror(errno)))",
        hint: "without --open its text is shown from the index"
      )
    }
  }

  /// Becomes the program; returns only by throwing.
  func run() throws {
    // The variables hold a command with its options, as git and man take them.
    let arguments = ["sh", "-c", "exec \(program) \"$@\"", "sh"] + place
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    // A pager must be told to end by whoever reads it, as every program is.
    signal(SIGPIPE, SIG_DFL)
    execv("/bin/sh", pointers)
    throw Failure(
      status: ExitStatus.unusable,
      code: "input-output",
      message: "\(program): cannot be run: \(String(cString: strerror(errno)))"
    )
  }

  /// The arguments that name file and line, as the program wants them.
  private var place: [String] {
    let name = program.split(separator: " ").first?.split(separator: "/").last.map(String.init)
    switch name {
    case "code", "codium", "cursor": return ["--goto", "\(path):\(line)"]
    case "subl", "zed", "hx", "helix", "micro", "mate": return ["\(path):\(line)"]
    case "cat", "more", "bat", "batcat": return [path]
    default: return ["+\(line)", path]
    }
  }
}
