// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

// Formatting style:
//  - One section for each target, its test target beside it; from the bottom of the house up
//  - Dependencies are listed on separate lines and sorted alphabetically

import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle",
  package: "swift-service-lifecycle"
)

let unixSignals = Target.Dependency.product(
  name: "UnixSignals",
  package: "swift-service-lifecycle"
)

let package = Package(
  name: "splitsearch",
  products: [
    .executable(name: "splitsearch", targets: ["splitsearch"]),
    .executable(name: "splitsearchd", targets: ["splitsearchd"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // MARK: C and C++ boundary

    .systemLibrary(name: "CAllocator", path: "CShim/Allocator"),
    .systemLibrary(name: "CCrypto", path: "CShim/Crypto"),
    .systemLibrary(name: "CFileSystem", path: "CShim/FileSystem"),
    .systemLibrary(name: "CServiceManager", path: "CShim/ServiceManager"),
    .target(
      name: "CCharsetShim",
      path: "CShim/Charset",
      linkerSettings: [
        .linkedLibrary("icui18n"),
        .linkedLibrary("icuuc"),
      ]
    ),
    .target(name: "CConfigShim", path: "CShim/Config"),
    .target(
      name: "CHTMLShim",
      path: "CShim/HTML",
      // The archive: to load the shared library would cost the client 0.3 ms at each start.
      linkerSettings: [.linkedLibrary(":libgumbo.a")]
    ),
    .target(name: "CJSONShim", path: "CShim/JSON"),
    .target(
      name: "CLanguageShim",
      path: "CShim/Language",
      linkerSettings: [.linkedLibrary("cld2")]
    ),
    .target(
      name: "CMarkdownShim",
      path: "CShim/Markdown",
      linkerSettings: [.linkedLibrary("md4c")]
    ),
    .target(
      name: "CTextShim",
      path: "CShim/Text",
      linkerSettings: [.linkedLibrary("icuuc")]
    ),
    .target(
      name: "CXapianShim",
      path: "CShim/Xapian",
      linkerSettings: [.linkedLibrary("xapian")]
    ),

    // MARK: PassageModel

    .target(name: "PassageModel", swiftSettings: swiftSettings),
    .testTarget(
      name: "PassageModelTests",
      dependencies: [
        "PassageModel",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: JSONValues

    .target(name: "JSONValues", swiftSettings: swiftSettings),
    .testTarget(
      name: "JSONValuesTests",
      dependencies: [
        "JSONValues",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: SystemFiles

    .target(
      name: "SystemFiles",
      dependencies: [
        "CFileSystem"
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SystemFilesTests",
      dependencies: [
        "SystemFiles",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: Settings

    .target(
      name: "Settings",
      dependencies: [
        "CConfigShim",
        "PassageModel",
        "SystemFiles",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SettingsTests",
      dependencies: [
        "Settings",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: TextAnalysis

    .target(
      name: "TextAnalysis",
      dependencies: [
        "CTextShim",
        "CXapianShim",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "TextAnalysisTests",
      dependencies: [
        "CXapianShim",
        "TestSupport",
        "TextAnalysis",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: DocumentReading

    .target(
      name: "DocumentReading",
      dependencies: [
        "CCharsetShim",
        "CMarkdownShim",
        "JSONValues",
        "PassageModel",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "DocumentReadingTests",
      dependencies: [
        "CMarkdownShim",
        "DocumentReading",
        "JSONValues",
        "PassageModel",
        "ReadingInvariants",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: PassageSplitting

    .target(
      name: "PassageSplitting",
      dependencies: [
        "CTextShim",
        "PassageModel",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "PassageSplittingTests",
      dependencies: [
        "DocumentReading",
        "PassageModel",
        "PassageSplitting",
        "ReadingInvariants",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: LanguageDetection

    .target(
      name: "LanguageDetection",
      dependencies: [
        "CLanguageShim",
        "PassageModel",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "LanguageDetectionTests",
      dependencies: [
        "LanguageDetection",
        "PassageModel",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: PassageIndex

    .target(
      name: "PassageIndex",
      dependencies: [
        "CXapianShim",
        "PassageModel",
        "SystemFiles",
      ],
      path: "Index",
      exclude: [
        "FORMAT.md"
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "PassageIndexTests",
      dependencies: [
        "CXapianShim",
        "PassageIndex",
        "PassageModel",
        "SystemFiles",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: QuoteMatching

    .target(
      name: "QuoteMatching",
      dependencies: [
        "PassageModel"
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "QuoteMatchingTests",
      dependencies: [
        "EditInvariants",
        "PassageModel",
        "QuoteMatching",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: CitationFormats

    .target(
      name: "CitationFormats",
      dependencies: [
        "CHTMLShim",
        "CJSONShim",
        "CMarkdownShim",
        "JSONValues",
        "PassageModel",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "CitationFormatsTests",
      dependencies: [
        "CHTMLShim",
        "CJSONShim",
        "CMarkdownShim",
        "CitationFormats",
        "CitationInvariants",
        "PassageModel",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: QueryLanguage

    .target(name: "QueryLanguage", swiftSettings: swiftSettings),
    .testTarget(
      name: "QueryLanguageTests",
      dependencies: [
        "QueryInvariants",
        "QueryLanguage",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: PassageSearch

    .target(
      name: "PassageSearch",
      dependencies: [
        "PassageIndex",
        "PassageModel",
        "QueryLanguage",
        "QuoteMatching",
        "SystemFiles",
        "TextAnalysis",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "PassageSearchTests",
      dependencies: [
        "IndexerService",
        "PassageIndex",
        "PassageModel",
        "PassageSearch",
        "SearchInvariants",
        "TestSupport",
        "TextAnalysis",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: ResultPrinting

    .target(
      name: "ResultPrinting",
      dependencies: [
        "JSONValues",
        "PassageModel",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "ResultPrintingTests",
      dependencies: [
        "PassageModel",
        "ResultPrinting",
        "TestSupport",
      ],
      exclude: [
        "Golden"
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: StatusReading

    .target(
      name: "StatusReading",
      dependencies: [
        "PassageIndex",
        "PassageModel",
        "ResultPrinting",
        "SystemFiles",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "StatusReadingTests",
      dependencies: [
        "PassageIndex",
        "PassageModel",
        "ResultPrinting",
        "StatusReading",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: FolderWatch

    .target(
      name: "FolderWatch",
      dependencies: [
        "CFileSystem"
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "FolderWatchTests",
      dependencies: [
        "FolderWatch",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: Digests

    .target(
      name: "Digests",
      dependencies: [
        "CCrypto"
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: IndexExport

    .target(
      name: "IndexExport",
      dependencies: [
        "Digests",
        "PassageIndex",
        "PassageModel",
        "ResultPrinting",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: IndexerService

    .target(
      name: "IndexerService",
      dependencies: [
        serviceLifecycle,
        "Digests",
        "DocumentReading",
        "FolderWatch",
        "LanguageDetection",
        "PassageIndex",
        "PassageModel",
        "PassageSplitting",
        "TextAnalysis",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "IndexerServiceTests",
      dependencies: [
        "DocumentReading",
        "FolderWatch",
        "IndexExport",
        "IndexerService",
        "PassageIndex",
        "PassageModel",
        "TestSupport",
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: StandardStreams

    .target(name: "StandardStreams", swiftSettings: swiftSettings),

    // MARK: Programs

    .executableTarget(
      name: "splitsearch",
      dependencies: [
        argumentParser,
        "CitationFormats",
        "PassageIndex",
        "PassageModel",
        "PassageSearch",
        "ResultPrinting",
        "Settings",
        "StandardStreams",
        "StatusReading",
      ],
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "splitsearchd",
      dependencies: [
        argumentParser,
        logging,
        serviceLifecycle,
        unixSignals,
        "CAllocator",
        "CServiceManager",
        "FolderWatch",
        "IndexExport",
        "IndexerService",
        "PassageIndex",
        "PassageModel",
        "ResultPrinting",
        "Settings",
        "StandardStreams",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "SystemFiles",
        "TestSupport",
        "splitsearch",
        "splitsearchd",
      ],
      exclude: [
        "Golden"
      ],
      swiftSettings: swiftSettings
    ),

    // MARK: Benchmarks

    .executableTarget(
      name: "anchor-proof",
      dependencies: [
        "CitationFormats",
        "Digests",
        "DocumentReading",
        "EditInvariants",
        "IndexerService",
        "PassageIndex",
        "PassageModel",
        "PassageSearch",
        "PassageSplitting",
        "TestSupport",
      ],
      path: "Benchmarks/AnchorProof",
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "citation-samples",
      dependencies: [
        "CitationFormats",
        "CitationInvariants",
        "DocumentReading",
        "PassageModel",
        "TestSupport",
      ],
      path: "Benchmarks/CitationSamples",
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "passages-bench",
      dependencies: [
        "DocumentReading",
        "IndexerService",
        "PassageIndex",
        "PassageModel",
        "PassageSearch",
        "PassageSplitting",
        "TextAnalysis",
      ],
      path: "Benchmarks/PassagesBench",
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "reading-bench",
      dependencies: [
        "CitationFormats",
        "DocumentReading",
        "PassageModel",
        "PassageSplitting",
      ],
      path: "Benchmarks/ReadingBench",
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "search-proof",
      dependencies: [
        "PassageIndex",
        "PassageModel",
        "PassageSearch",
        "SearchInvariants",
        "TestSupport",
        "TextAnalysis",
      ],
      path: "Benchmarks/SearchProof",
      swiftSettings: swiftSettings
    ),

    // MARK: Test support

    .target(
      name: "TestSupport",
      dependencies: [
        "CXapianShim"
      ],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "EditInvariants",
      dependencies: [
        "PassageModel",
        "QuoteMatching",
        "TestSupport",
      ],
      path: "Tests/EditInvariants",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "CitationInvariants",
      dependencies: [
        "PassageModel"
      ],
      path: "Tests/CitationInvariants",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "QueryInvariants",
      dependencies: [
        "QueryLanguage"
      ],
      path: "Tests/QueryInvariants",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "ReadingInvariants",
      dependencies: [
        "PassageModel"
      ],
      path: "Tests/ReadingInvariants",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "SearchInvariants",
      dependencies: [
        "PassageIndex",
        "PassageModel",
        "PassageSearch",
        "TextAnalysis",
      ],
      path: "Tests/SearchInvariants",
      swiftSettings: swiftSettings
    ),
  ],
  cLanguageStandard: .c17,
  cxxLanguageStandard: .cxx17
)

// MARK: Fuzzing

// Only on demand: instrumented code is slow, and its flags are forbidden in dependencies.
if Context.environment["SPLITSEARCH_FUZZ"] != nil {
  for target in package.targets where target.type == .regular {
    target.swiftSettings?.append(
      .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library", "-enable-testing"])
    )
    if target.swiftSettings == nil {
      target.cxxSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]
    }
  }
  let fuzzSettings = swiftSettings + [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
  package.targets += [
    .executableTarget(
      name: "citations-fuzz",
      dependencies: [
        "CitationFormats",
        "PassageModel",
      ],
      path: "Benchmarks/CitationFuzz",
      exclude: [
        "Seeds",
        "citation.dict",
      ],
      swiftSettings: fuzzSettings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    ),
    .executableTarget(
      name: "query-fuzz",
      dependencies: [
        "QueryInvariants"
      ],
      path: "Benchmarks/QueryFuzz",
      exclude: [
        "query.dict"
      ],
      swiftSettings: fuzzSettings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    ),
    .executableTarget(
      name: "reading-fuzz",
      dependencies: [
        "DocumentReading",
        "PassageModel",
        "PassageSplitting",
        "ReadingInvariants",
      ],
      path: "Benchmarks/ReadingFuzz",
      swiftSettings: fuzzSettings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    ),
  ]
}

// MARK: Some tests alone

// Only on demand: with sanitizers all is built anew, and most of it for nothing.
if let names = Context.environment["SPLITSEARCH_TESTS"]?.split(separator: " ").map(String.init) {
  let targets = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })
  var needed: Set<String> = []
  var waiting = names
  while let name = waiting.popLast() {
    guard let target = targets[name], needed.insert(name).inserted else { continue }
    waiting += target.dependencies.compactMap { dependency in
      switch dependency {
      case .byNameItem(let name, _), .targetItem(let name, _): name
      default: nil
      }
    }
  }
  package.products = []
  package.targets.removeAll { !needed.contains($0.name) }
}
