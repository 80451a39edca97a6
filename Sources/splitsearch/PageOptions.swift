// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PassageModel
import PassageSearch

/// Which hits to print.
struct PageOptions: ParsableArguments {
  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("How many passages to print: 1 to 1000.", valueName: "count")
  )
  var limit = 10

  @Option(help: ArgumentHelp("How many passages to skip first.", valueName: "count"))
  var offset = 0

  @Option(
    help: ArgumentHelp(
      "Print at most so many passages of each document.",
      discussion: "The best of each; what is left out is not counted either.",
      valueName: "count"
    )
  )
  var perDocument: Int?

  @Option(
    help: ArgumentHelp(
      "Count all matching passages by these.",
      discussion: "Any of \(FacetKind.names), with commas between them.",
      valueName: "names"
    ),
    completion: .list(FacetKind.allCases.map(\.rawValue))
  )
  var facets: String?

  @Flag(help: "Tell where the weight of each passage comes from.")
  var explain = false

  func validate() throws {
    guard (1...1000).contains(limit) else {
      throw ValidationError("'--limit' is \(limit); it must be 1 to 1000")
    }
    // The engine counts documents in 32 bits.
    guard (0...Int(Int32.max)).contains(offset) else {
      throw ValidationError("'--offset' is \(offset); it must be 0 to \(Int32.max)")
    }
    if let perDocument, !(1...1000).contains(perDocument) {
      throw ValidationError("'--per-document' is \(perDocument); it must be 1 to 1000")
    }
    if let wrong = facetNames.first(where: { FacetKind(rawValue: $0) == nil }) {
      throw ValidationError("'--facets' has no '\(wrong)'; there are \(FacetKind.names)")
    }
  }

  private var facetNames: [String] {
    facets.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  /// Each once.
  private var facetKinds: [FacetKind] {
    facetNames.compactMap(FacetKind.init(rawValue:)).reduce(into: []) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
  }

  func request(_ query: String) -> SearchRequest {
    SearchRequest(
      query: query,
      limit: limit,
      offset: offset,
      perDocument: perDocument,
      facets: facetKinds,
      explains: explain
    )
  }
}

extension FacetKind {
  /// All of them, as one says it.
  fileprivate static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
