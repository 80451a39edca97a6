// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Swedish.
  ///
  /// `är` is left out: folded it is the year (`år`).
  static let swedish = """
    alla allt an annan annat att av bara blev bli blir da dar darfor de dem den denna deras dess \
    dessa det detta dig din ditt du efter ej eller en ett fick for fran genom ha hade han hans \
    har henne hennes hon honom hur i icke in inga ingen inom inte jag kan kunde man med medan \
    mellan men mer mig min mina mitt mot mycket nagon nagot nagra nar ni nu och om oss pa sa \
    sadan samt sedan sig sin sina sitt ska skall skulle som till trots under upp ut utan vad var \
    vara varfor varit varje vars vem vems vi vid vilka vilken vilket
    """
}
