// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Spanish.
  static let spanish = """
    a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos aun \
    aunque cada como con contra cual cuales cuando cuanta cuantas cuanto cuantos cuya cuyas cuyo \
    cuyos de del desde donde dos durante e el ella ellas ello ellos en entre era eran es esa \
    esas ese eso esos esta estaba estaban estan estar estas este esto estos fue fueron ha habia \
    habian han has hasta hay he la las le les lo los mas me mi mientras mis mucho muchos muy \
    nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para \
    pero poco por porque pues que quien quienes se sea segun ser si sido siempre sin sino sobre \
    son su sus tal tambien tampoco tan tanto te tiene tienen toda todas todo todos tras tu tus u \
    un una unas uno unos usted ustedes y ya yo
    """
}
