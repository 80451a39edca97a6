// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// Characters of Chinese that are hardly ever a part of another word, and question words and
  /// conjunctions of two characters, simplified and traditional.
  ///
  /// More characters (和, 由, 以 …) make nothing better that was measured, but they are in names.
  static let chinese = """
    的 了 是 在 与 與 及 吗 嗎 呢 么 麼 哪 什么 什麼 哪个 哪個 哪些 哪一 哪里 哪裡 怎么 怎麼 多少 几个 幾個 \
    为何 為何 何时 何時 如何 因为 因為 所以 以及 他们 他們 它们 它們 这个 這個 那个 那個
    """
}
