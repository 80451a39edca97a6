// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// Proves that anchors slice out what they quote, and that quotations are found again where they
/// are, or not at all.
@main
enum AnchorProof {
  static func main() async throws {
    guard let options = ProofOptions(CommandLine.arguments.dropFirst()) else {
      print(ProofOptions.usage)
      exit(64)
    }
    let isGood =
      switch options.command {
      case .edits: try await LibraryRuns(options).prove()
      case .slices: try SliceRuns(options).prove()
      case .matcher: await MatcherRuns(options).prove()
      }
    exit(isGood ? 0 : 1)
  }
}
