// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import PassageSearch
internal import SearchInvariants

/// Proves that a search returns exactly what it should, and soon.
@main
enum SearchProof {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else {
      print("usage: search-proof exactness|worst INDEX…")
      exit(64)
    }
    var isGood = true
    for index in arguments[2...] {
      switch arguments[1] {
      case "exactness": isGood = try Exactness(index).prove() && isGood
      case "worst": isGood = try WorstQueries(index).time() && isGood
      default:
        print("search-proof: there is no \(arguments[1])")
        exit(64)
      }
    }
    exit(isGood ? 0 : 1)
  }
}
