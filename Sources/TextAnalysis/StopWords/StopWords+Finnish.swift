// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Finnish.
  static let finnish = """
    ei eika eivat ellei en enta eri esim et etta han hanelle hanen hanesta hanet hanta he heidan \
    heidat heille heista heita ilman itse ja jo joiden joihin joilla joille joissa joista joita \
    joka jokainen joko jolla jolle jolloin jolta jona jonka jos jossa josta jota jotka jotta \
    kanssa kautta keiden keita keneen kenelle kenen kenet keta ketka koska kuin kuinka kuka \
    kukin kun kunka kuten me meidan meilla meille meista meita mihin mika mikaan mikali mikin \
    milla mille milloin milta mina minka minne minua minulla minun minut missa mista mita mitka \
    moni monta mukaan mutta muu muun muut myos naiden naita nama ne niiden niihin niilla niille \
    niin niista niita noin nuo nyt ole oleva olevat oli olin olisi olivat olla olleet ollut on \
    ovat paitsi se seka sen siella siina siita sika silla sille sina sita taalla tahan tai tama \
    taman tasta tata te teidan tuo vaan vai vaikka vain viela voi voivat
    """
}
