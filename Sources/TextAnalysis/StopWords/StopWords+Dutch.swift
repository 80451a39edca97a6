// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Dutch.
  static let dutch = """
    aan al alle als altijd ander andere anderen behalve bij daar daarin daarmee daarom daarvan \
    dan dat de deze die dit doch doen door dus echter een en er geen haar had hadden heb hebben \
    heeft hem het hier hij hoe hoeveel hun ik in is ja je jij jullie kan kon konden kunnen maar \
    me meer men met mij mijn moest moet moeten na naar nadat niet niets nog nu of om omdat onder \
    ons onze ook op over per sinds te tegen ten ter terwijl toch toen tot tussen u uit uw van \
    veel vele via voor vooral waar waarbij waardoor waarin waarmee waarom waarop waarvan wanneer \
    want waren was wat we wel welk welke werd werden wie wij wil worden wordt zal ze zelf zich \
    zij zijn zo zoals zonder zou zouden
    """
}
