// SPDX-License-Identifier: GPL-3.0-or-later

/// What the parser's completion scripts do not know: words that are no command's name are a search.
///
/// Without this the shells offer no options behind such words, or offer commands once more.
enum CompletionScript {
  /// The script with the name of the command put in where it was left out; any other text as it is.
  static func namingSearch(in text: String) -> String {
    edits.reduce(text) { $0.replacing($1.found, with: $1.put) }
  }

  /// Should the parser come to write other scripts, scripts/manual-check says so.
  private static let edits: [(found: String, put: String)] = [
    // bash: the last word may be the beginning of a command's name.
    (
      found: #"    local -r subcommand="${unparsed_words[0]}""# + "\n",
      put: #"""
          if [[ "${#unparsed_words[@]}" -gt 1 && ! "${unparsed_words[0]}" =~ ^(\#(names("|")))$ ]]; then
              unparsed_words=(search "${unparsed_words[@]}")
          fi
          local -r subcommand="${unparsed_words[0]}"

      """#
    ),
    // fish: the word at the cursor is not among the tokens.
    (
      found: "        switch $unparsed_tokens[1]\n",
      put: """
              if set -q unparsed_tokens[1]; and not contains -- $unparsed_tokens[1] \(names(" "))
                  set -p unparsed_tokens search
              end
              switch $unparsed_tokens[1]

      """
    ),
    // zsh: the first word stands where a command's function has its name.
    (
      found: #"            "_splitsearch_${words[1]}" && ret=0"# + "\n            ;;\n",
      put: #"""
                  "_splitsearch_${words[1]}" && ret=0
                  ;;
              *)
                  _splitsearch_search && ret=0
                  ;;

      """#
    ),
  ]

  private static func names(_ separator: String) -> String {
    Invocation.Command.allCases.map(\.rawValue).joined(separator: separator)
  }
}
