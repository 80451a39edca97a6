// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// What the program is asked to do.
struct ProofOptions {
  enum Command: String {
    case edits
    case matcher
    case slices
  }

  static let usage = """
    usage: anchor-proof edits|matcher|slices [FOLDER…] [--count N] [--seed S] [--kind NAME]
    """

  let command: Command
  /// Folders of documents.
  private(set) var folders: [String] = []
  /// How many quotations, or rounds, at least.
  private(set) var count = 100_000
  private(set) var seed: UInt64 = 1
  /// The only kind of text to take.
  private(set) var kind: String?
  /// Whether arguable places and wrong states are printed, too.
  private(set) var isVerbose = false

  init?(_ arguments: ArraySlice<String>) {
    guard let command = arguments.first.flatMap(Command.init) else { return nil }
    self.command = command
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--count":
        guard let count = rest.popFirst().flatMap(Int.init) else { return nil }
        self.count = count
      case "--seed":
        guard let seed = rest.popFirst().flatMap(UInt64.init) else { return nil }
        self.seed = seed
      case "--kind":
        guard let kind = rest.popFirst() else { return nil }
        self.kind = kind
      case "--verbose": isVerbose = true
      default:
        guard !argument.hasPrefix("-") else { return nil }
        folders.append(argument)
      }
    }
  }

  /// The kinds of text that are made up, and those of the folders.
  func kinds() throws -> [any TextKind] {
    let kinds = inventedKinds + (try folders.map(SampleFolder.read))
    return kinds.filter { kind == nil || $0.name == kind }
  }
}
