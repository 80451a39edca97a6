// SPDX-License-Identifier: GPL-3.0-or-later

/// The abbreviations of the languages we read, and what a full stop behind each can mean.
///
/// One table for all languages: the language of a text is seldom known here, and a sentence in one
/// names people and books of another. A word that is no abbreviation in some other language stands
/// in the weakest role that serves (`art` only before a number). What is not listed and begins a
/// sentence in lower case needs no entry: Unicode's rules see to that.
enum Abbreviations {
  /// What the next word must be for the sentence to go on behind the full stop.
  enum Role {
    /// Anything: it is always followed by what it belongs to.
    case always
    /// A number, in digits or Roman.
    case number
    /// Anything but a word that begins sentences: it may stand amid a name or at the end.
    case amidName
    /// Lower case, as behind any other word: it stands here against the rules for initials.
    case never
    /// Anything, unless a number stands before it: `г. Москва`, but `1917 г. Потом`.
    case nameWithoutNumber
    /// A name in the genitive: `завод им. Ленина`, but `овладело им. Каждая`.
    case genitive
    /// A word that is not Russian: `(англ. Apollo program)`.
    case foreign
    /// As `never`, but it goes on while the sentence has only said when: `В 1917 г. Ленин`.
    case date
  }

  /// Entries with a capital letter are abbreviations only if they are written with one.
  private static let lists: [(role: Role, words: String)] = [
    // English.
    (.always, "Mr Mrs Ms Messrs Mmes Dr Drs Prof Rev Hon Gen Col Capt Lt Sgt Maj Cmdr Adm Gov"),
    (.always, "Sen Rep Pres Supt Insp Cpl Pvt Brig Cdr Cmdt Fr Msgr Wm Geo Chas Jas Thos Jno Robt"),
    (.always, "Edw Dept cf viz esp approx vs v e.g i.e incl ibid.p"),
    (.number, "fig figs eq eqs eqn vol vols pp p ch chap chaps art arts sec secs sect para paras"),
    (.number, "AD c b d n fl no nos pt pts pl pls ver ed.p app lib cap bk ll ff rm ext flt cl"),
    (.number, "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"),
    (.number, "ibid ib Ex Exod Eccles Zech Mic Mal Chron Lev Num Deut Josh Judg Sam Kgs Ps Prov"),
    (.number, "Eccl Isa Jer Ezek Dan Hos Matt"),
    (.number, "Mk Lk Jn Rom Cor Gal Eph Phil Thess Tim Heb Rev Cf"),
    (.amidName, "Co Corp Inc Jr Sr Ltd Bros St Ste Mt Mts Ft Esq al Ed Eds ed eds trans Univ Assn"),
    (.amidName, "Ave Blvd Rd Ph.D Pty Pte Cie Mass Conn Penn Calif Ariz Colo Wash"),
    (.amidName, "Tenn Fla Ala Ga Ky Va Vt Minn Wis Ill Ind Mich Neb Okla Tex"),
    (.never, "a.m p.m a.d b.c etc"),
    // German.
    (.always, "Dipl Ing Mag Hl Fa Hr Frl Gebr Hrsg hrsg bzw z.b d.h vgl sog ggf ggfs evtl inkl"),
    (.always, "exkl zzgl einschl insb insbes bspw geb ca engl frz griech russ hebr türk poln"),
    (.always, "tschech s i.s i.v v.m Ev m.w o.g s.o s.u i.d u.d d.j a.m"),
    (.number, "nr nrn abs ziff buchst lit kap abb tab anm anl bd bde s.p hs jg rn rdnr rz sp bl"),
    (.number, "BGBl RGBl ABl BAnz Bundesgesetzbl Reichsgesetzbl GVBl Tel Mai Okt Dez Jän Art Hft"),
    (.number, "H.p Z.p tit teilbd unterabs alin"),
    (.amidName, "u.a u.ä o.ä i.d.r e.v a.d Chr Jh Jhd Jhs Jhdt Mio Mrd Std Min Sek Tsd Mill Str"),
    (.amidName, "dgl dergl Prof.em Abt Bez Kfm Inh vorm nachm m.e u.u z.t z.zt a.a i.a n.c v.c"),
    (.amidName, "med phil jur rer nat habil h.c"),
    (.never, "usw usf"),
    // French.
    (.always, "MM Mme Mmes Mlle Mlles Mgr p.ex c.-à-d env av apr"),
    (.number, "éd chap févr janv avr juill déc sept tome coll réf"),
    (.amidName, "j.-c"),
    // Spanish.
    (
      .always, "Sra Srta Sres Sras Dra Dña Excmo Excma Gral Sto Sta Cnel Pbro Fray p.ej ej aprox"
    ),
    (.always, "Mons Av Avda Lic Arq Ing Dn EE"),
    (.number, "pág págs núm núms cap caps párr ene abr dic inc apdo tít arts vers"),
    (.amidName, "Ud Uds Vd Vds EE.UU UU a.c d.c a.d cía Hnos"),
    // Russian.
    (.always, "т.е т.к т.н т.о ул пл просп пер бул наб проф акад доц лейт напр тов гр пос дер хут"),
    (.amidName, "ген кап Дж Вл Ив Ал Дм"),
    (.number, "стр рис табл гл ст п пп ч кн вып т тт илл ил разд абз прим эт кв корп стб лл л ум"),
    (.number, "ок соч род янв февр мар апр авг сент окт нояб дек"),
    (.nameWithoutNumber, "г р о с д см ср св"),
    (.genitive, "им"),
    (.foreign, "англ нем лат фр франц исп греч итал яп кит араб польск тур перс ивр санскр чеш"),
    (.foreign, "швед норв дат фин венг порт голл нидерл"),
    (.date, "г.г гг в вв н.э"),
    (.number, "руб коп"),
    (.never, "т.д т.п др пр проч тыс млн млрд"),
  ]

  private struct Entry {
    let role: Role
    let isCapitalized: Bool
  }

  private static let entries: [WordKey: Entry] = {
    var entries: [WordKey: Entry] = [:]
    for list in lists {
      for word in list.words.split(separator: " ") {
        let entry = Entry(role: list.role, isCapitalized: word.first?.isUppercase == true)
        // The first list that has a word wins.
        if entries[WordKey(word)] == nil { entries[WordKey(word)] = entry }
      }
    }
    return entries
  }()

  /// What a full stop behind the word means; nil if it is no abbreviation.
  static func role(of word: WordKey, isCapitalized: Bool) -> Role? {
    guard let entry = entries[word], isCapitalized || !entry.isCapitalized else { return nil }
    return entry.role
  }
}
