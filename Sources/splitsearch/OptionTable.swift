// SPDX-License-Identifier: GPL-3.0-or-later

import Settings

/// The options of all commands, as far as it takes to tell them from words of a query.
enum OptionTable {
  struct Option {
    let name: String
    let letter: Character?
    let takesValue: Bool

    fileprivate init(_ name: String, letter: Character? = nil, takesValue: Bool = true) {
      self.name = name
      self.letter = letter
      self.takesValue = takesValue
    }

    /// The option as it is written out.
    var written: String { "--" + name }
  }

  static let options = [
    Option("limit", letter: "n"),
    Option("offset"),
    Option("per-document"),
    Option("facets"),
    Option("explain", takesValue: false),
    Option("context"),
    Option("section", takesValue: false),
    Option("open", takesValue: false),
    Option("as"),
    Option("quote"),
    Option("references", takesValue: false),
    Option("fix", takesValue: false),
    Option("quiet", letter: "q", takesValue: false),
    Option("format"),
    Option("json", takesValue: false),
    Option("color"),
    Option("index"),
    Option("config"),
    Option("user", takesValue: false),
    Option("system", takesValue: false),
    Option("version", takesValue: false),
    Option("help", letter: "h", takesValue: false),
  ]

  /// What ArgumentParser answers by itself, for shells and for the makers of manuals.
  static func isForParser(_ argument: String) -> Bool {
    ["---completion", "--generate-completion-script", "--experimental-dump-help"]
      .contains { argument == $0 || argument.hasPrefix($0 + "=") }
  }

  /// The option that an argument names, with the value in the same argument.
  ///
  /// - Returns: nil if the argument is a word: it has no `-`, or one and is no known option.
  /// - Throws: if it begins with `--` and is no known option.
  static func option(_ argument: String) throws(Failure) -> (Option, value: String?)? {
    guard argument.hasPrefix("-") else { return nil }
    guard argument.hasPrefix("--") else { return short(argument.dropFirst()) }
    let parts = argument.dropFirst(2)
      .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let value = parts.count > 1 ? parts[1] : nil
    guard let option = options.first(where: { $0.name == parts.first }) else {
      throw unknown(parts.first ?? "")
    }
    guard value == nil || option.takesValue else {
      throw .usage("option '\(option.written)' takes no value")
    }
    return (option, value)
  }

  /// A letter alone, or with digits after it: `-n5` is an option, `-nuclear` a word.
  private static func short(_ argument: Substring) -> (Option, value: String?)? {
    guard let option = options.first(where: { $0.letter == argument.first && $0.letter != nil })
    else { return nil }
    let value = argument.dropFirst()
    if value.isEmpty { return (option, nil) }
    guard option.takesValue, value.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return (option, String(value))
  }

  private static func unknown(_ name: String) -> Failure {
    let hint =
      NearestWord.among(options.map(\.name), to: name).map { "did you mean '--\($0)'?" }
      ?? "words that begin with '--' go after a '--' of its own"
    return .usage("unknown option '--\(name)'", hint: hint)
  }
}
