// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Norwegian.
  static let norwegian = """
    a alle alt andre at av bare ble blei bli blir da de deg dei dem den denne der dere deres \
    derfor dersom det dette di din disse ditt du eg ein eit eitt eller en enn er et ett etter \
    flere for fordi fra fram gjennom ha hadde han hans har henne hennes her hos hun hva hvem \
    hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje ingen inn ja jeg kan \
    korleis kun kunne kva kvar kven man mange med meg meget mellom men mens mer min mine mitt \
    mot mye na naer nar noe noen nokon og ogsa om opp oss over pa sa samt seg selv siden sin \
    sine sitt sjolv skal skulle slik som til ut uten vaere vaert var vart ved vi vil ville
    """
}
