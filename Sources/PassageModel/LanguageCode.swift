// SPDX-License-Identifier: GPL-3.0-or-later

/// The codes that documents' languages are known by: the primary subtags of BCP 47, each language by
/// one code only.
package enum LanguageCode {
  /// The language of `tag`, such as `de` of `de-AT`, `DE` or `deu`.
  ///
  /// - Returns: its code; nil if the tag does not begin with the code of a language, or with that of
  ///   none in particular (`und`, `mul`).
  package static func primary(of tag: String) -> String? {
    let subtag = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    if let preferred = aliases[subtag] { return preferred }
    return codes.contains(subtag) ? subtag : nil
  }

  /// ISO 639-1, and languages that have a code of three letters only.
  private static let codes: Set<String> = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia \
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo \
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl \
    ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk \
    tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu akk alt ang arc arn ast \
    ban bar bho bua ceb chm chr ckb cop crs dsb egy enm fil frm fro fur gmh goh got grc gsw haw hmn \
    hsb kbd kha koi krc lif lmo lus mai mfe mni mwl myv nah nap nds new non nso ota pms pro rom rup \
    sah sat scn sco sux syr szl tpi tum tyv udm vec war xal yue
    """.split(separator: " ").map(String.init)
  )

  /// Withdrawn codes, and those of three letters that are often written where BCP 47 has two.
  private static let aliases: [String: String] = [
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr",
    "alb": "sq", "ara": "ar", "arm": "hy", "aze": "az", "baq": "eu", "bel": "be", "ben": "bn",
    "bos": "bs", "bul": "bg", "bur": "my", "cat": "ca", "ces": "cs", "chi": "zh", "cmn": "zh",
    "cym": "cy", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en",
    "epo": "eo", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr",
    "geo": "ka", "ger": "de", "gle": "ga", "glg": "gl", "gre": "el", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "hye": "hy", "ice": "is", "ind": "id", "isl": "is", "ita": "it",
    "jpn": "ja", "kat": "ka", "kaz": "kk", "khm": "km", "kor": "ko", "lao": "lo", "lat": "la",
    "lav": "lv", "lit": "lt", "mac": "mk", "may": "ms", "mkd": "mk", "mon": "mn", "msa": "ms",
    "mya": "my", "nep": "ne", "nld": "nl", "nno": "nn", "nob": "nb", "nor": "no", "per": "fa",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk",
    "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tam": "ta", "tha": "th",
    "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "wel": "cy", "yid": "yi", "zho": "zh",
  ]
}
