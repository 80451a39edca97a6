// SPDX-License-Identifier: GPL-3.0-or-later

/// Analyzers for documents of many languages, each made when it is first asked for.
///
/// Languages whose words are treated alike share one. One caller at a time.
package final class AnalyzerPool {
  private var analyzers: [StemmingRule: Analyzer] = [:]
  private var byLanguage: [String?: Analyzer] = [:]

  /// An analyzer keeps what it has learned, which is megabytes: more than this many are forgotten.
  private static let maximumCount = 6

  /// Makes an empty pool.
  package init() {}

  /// The analyzer for documents in `language`, as `Analyzer` takes it.
  package func analyzer(for language: String?) -> Analyzer {
    if let known = byLanguage[language] { return known }
    let rule = StemmingRule(documentLanguage: language)
    if analyzers[rule] == nil, analyzers.count >= Self.maximumCount {
      analyzers = [:]
      byLanguage = [:]
    }
    let analyzer = analyzers[rule] ?? Analyzer(language: language)
    analyzers[rule] = analyzer
    byLanguage[language] = analyzer
    return analyzer
  }
}
