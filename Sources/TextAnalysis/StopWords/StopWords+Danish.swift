// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Danish.
  static let danish = """
    af alle alt altid anden andet andre at bade blev blive bliver da de dem den denne der deres \
    derfor dermed det dette dig din dine disse dit dog du efter eller en end er et flere for \
    fordi fra gennem ham han hans har havde have hende hendes her hos hun hvad hvem hver hvilke \
    hvilken hvilket hvis hvor hvordan hvorfor hvornar i ikke ind ingen jeg jo kan kun kunne man \
    mange med meget mellem men mens mere mig min mine mit mod ned nogen noget nogle nu ogsa om \
    op os over pa sa sadan samt se selv sig sin sine sit skal skulle som thi til ud uden under \
    vaere vaeret var ved vi vil ville vor vores
    """
}
