// SPDX-License-Identifier: GPL-3.0-or-later

/// What TeX's commands for signs stand for.
enum TeXSigns {
  /// The combining mark of each accent.
  static let marks: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}",
    "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
    "t": "\u{361}",
  ]

  /// Commands that are signs.
  static let signs: [String: String] = [
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\t": " ", ",": " ", ";": " ", ":": " ", "\\": " ", "-": "", "/": "", "!": "", "@": "",
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
    "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„", "glqq": "„", "grqq": "“",
    "flqq": "«", "frqq": "»", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶",
    "textsection": "§", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "textexclamdown": "¡", "textquestiondown": "¿", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|",
    "textless": "<", "textgreater": ">", "textbullet": "•", "cdot": "·", "textperiodcentered": "·",
    "times": "×", "texttimes": "×", "pm": "±", "textpm": "±", "slash": "/", "textmu": "µ",
    "textordfeminine": "ª", "textordmasculine": "º", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "space": " ", "nobreakspace": " ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "to": "→", "rightarrow": "→", "leq": "≤", "geq": "≥",
  ]

  /// Commands that say how their text is to look, and nothing else.
  static let styles: Set<String> = [
    "emph", "textit", "textbf", "textsc", "textsf", "texttt", "textrm", "textsl", "textup",
    "textnormal", "textmd", "textsuperscript", "textsubscript", "mkbibquote", "mkbibemph",
    "mkbibitalic", "mkbibbold", "enquote", "text", "mbox", "hbox", "uppercase", "lowercase",
    "underline", "url", "path", "it", "itshape", "em", "bf", "bfseries", "sc", "scshape", "rm",
    "sf", "tt", "sl", "small", "relax", "protect", "ensuremath", "mathrm", "mathit", "mathbf",
    "mathcal", "mathbb", "mathsf", "mathtt", "boldsymbol", "MakeUppercase", "MakeLowercase",
  ]

  /// Commands whose argument is not to be seen.
  static let hidden: Set<String> = ["noopsort", "SortNoop", "printfirst"]
}
