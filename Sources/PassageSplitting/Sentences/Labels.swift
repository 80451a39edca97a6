// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that tell what the number or letter beside them is.
enum Labels {
  /// What stands before a number or letter that names something, as in `Section 1` or `vitamin C`.
  private static let labels = words(
    """
    abschnitt anhang appendix article artikel artículo capítulo case category chapitre chapter
    class exhibit figure grade group hepatitis kapitel option part paragraph phase plan point rule
    section sección step table tabelle teil title type typ vitamin volume глава группа категория
    класс пункт рисунок статья таблица тип часть витамин
    """
  )

  /// German words behind which a number with a full stop is an ordinal: `am 3. Oktober`.
  private static let beforeOrdinals = words(
    """
    ab als am an auf bis das dem den der des die dieser diesem diesen ein eine einem einen einer
    eines für ihre ihrem ihren im ins jede jedem jeden jeder jedes mit nach seine seinem seinen
    seit sowie und unser unter vom von vor zum zur über
    """
  )

  /// Words behind which no number ends a sentence: months and what else German counts.
  private static let afterOrdinals = words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jahrhundert jahrhunderts jahrhunderte jahrhunderten jahrtausend jahrtausends jh jhd jhdt
    lebensjahr weltkrieg weltkriegs weltkrieges jahrestag geburtstag auflage ausbildungsjahr
    """
  )

  /// What a sentence begins with that has only said when.
  private static let dateOpeners = words(
    """
    в во к ко с со до после на около от по уже еще ещё лишь только но и а летом весной осенью
    зимой весною осенью зимою однако затем позже позднее тогда начиная между
    """
  )

  static func contain(_ word: WordKey) -> Bool { labels.contains(word) }
  static func precedeOrdinal(_ word: WordKey) -> Bool { beforeOrdinals.contains(word) }
  static func followOrdinal(_ word: WordKey) -> Bool { afterOrdinals.contains(word) }
  static func openDate(_ word: WordKey) -> Bool { dateOpeners.contains(word) }

  private static func words(_ list: String) -> Set<WordKey> {
    Set(list.split(whereSeparator: \.isWhitespace).map { WordKey($0) })
  }
}
