// SPDX-License-Identifier: GPL-3.0-or-later

/// What `splitsearch help query` says.
///
/// Documentation/query-language.md is the description in full.
enum QueryHelp {
  static let text = """
    OVERVIEW: What a query may hold. Plain words are enough.

    WORDS:
      peaceful coexistence    passages about these words: the more of them, the
                              rarer and the closer together, the higher. Words are
                              found in all their forms.

    TO DEMAND AND TO EXCLUDE:
      "cold war"              exactly these words, one after the other
      peace +treaty           'treaty' has to be there
      peace -war              without 'war'; also -"cold war" and -(war OR crisis)
      peace AND treaty        both
      treaty OR accord        at least one
      peace NOT war           the one without the other
      (treaty OR accord) AND peace
      peace NEAR/5 treaty     at most 5 words from one to the other, in any order

      Operators are written in capitals. NOT binds tightest, then NEAR, AND, OR.
      Other words beside them only rank: peace treaty AND accord.

    WORDS AS WRITTEN:
      revision*   *ism        * stands for any letters, or none
      colo?r                  ? for exactly one, within a word only

    FIELDS: a word, a "quotation" or a wildcard directly behind the colon
      title:peace             the document's title
      heading:"cold war"      the headings above the passage
      path:notes/*.md         where the file lies: a part or a pattern of the path
      folder:reports          the folder that is indexed
      type:md   lang:en       the type of the file, the language of the document
      author:Kuhn             who wrote it
      cites:Kuhn              the passage leans on a reference that says 'Kuhn'
      modified:2024-01..2024-06
                              when the file was changed; also 2024, 2024-01-15,
                              2023.., ..2023, >2023, <=2023

    IN A SHELL: what holds " * ? ( ) < or > goes between single quotes.
      splitsearch '"cold war" NEAR/5 thaw* -title:index'

    What cannot be meant so is read as plain words, and a note says why.
    """
}
