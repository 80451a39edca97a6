// SPDX-License-Identifier: GPL-3.0-or-later

/// How headings of reference lists are called, in small letters.
enum ReferenceHeadingNames {
  /// Names that mean nothing else.
  static let certain: Set<String> = [
    // English
    "bibliographic references", "bibliography", "citations", "cited literature", "cited sources",
    "cited works", "endnotes", "footnotes", "footnotes and references", "list of references",
    "literature cited", "notes and citations", "notes and references", "notes and sources",
    "reference list", "references", "references and footnotes", "references and further reading",
    "references and notes", "references and sources", "references cited", "sources and references",
    "sources cited", "works cited",
    // German
    "bibliografie", "bibliographie", "einzelnachweise", "einzelnachweise und anmerkungen",
    "anmerkungen und einzelnachweise", "endnoten", "fussnoten", "fußnoten", "literaturangaben",
    "literaturnachweise", "literaturverzeichnis", "quellenangaben", "quellennachweise",
    "quellen- und literaturverzeichnis", "quellenverzeichnis",
    // Russian
    "библиографические ссылки", "библиографический список", "библиография",
    "использованная литература", "использованные источники", "концевые сноски", "литература",
    "примечания", "примечания и ссылки", "список использованной литературы",
    "список использованных источников", "список использованных источников и литературы",
    "список источников", "список литературы", "список литературы и источников", "сноски",
    "сноски и примечания", "ссылки и примечания", "цитируемая литература",
    // Spanish
    "bibliografía", "bibliografía citada", "lista de referencias", "literatura citada",
    "notas al pie", "notas a pie de página", "notas y referencias", "obras citadas",
    "fuentes citadas", "referencias", "referencias bibliográficas", "referencias y notas",
    // Chinese
    "参考文献", "參考文獻", "参考资料", "參考資料", "参考书目", "參考書目", "参考来源", "參考來源",
    "引用文献", "引用文獻", "引文", "注释", "注釋", "註釋", "注解", "註解", "脚注", "腳注", "腳註",
    "尾注", "尾註", "注释与参考文献", "注释和参考文献", "参考文献与注释", "文献", "文獻",
    // French, Italian, Portuguese
    "références", "notes et références", "références bibliographiques", "riferimenti",
    "riferimenti bibliografici", "bibliografia", "referências", "referências bibliográficas",
  ]

  /// Names that may also head ordinary notes.
  static let possible: Set<String> = [
    "citation", "further reading", "literature", "notes", "reference", "refs", "sources",
    "anmerkungen", "belege", "literatur", "literatur und quellen", "nachweise", "quellen",
    "quellen und literatur", "referenzen",
    "источники", "источники и литература", "комментарии", "литература и источники", "ссылки",
    "citas", "fuentes", "notas", "notas finales",
    "来源", "來源", "引用", "资料来源", "資料來源", "注", "註", "附注", "附註", "参考", "參考", "书目",
    "notes et sources", "sources et notes", "note", "fonti", "fontes",
  ]
}
