// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Portuguese.
  ///
  /// `sao` is left out: it is a saint, too.
  static let portuguese = """
    a ainda alem algum alguma algumas alguns ao aos apos aquela aquelas aquele aqueles aquilo as \
    assim ate cada com como contra cuja cujas cujo cujos da das de dela delas dele deles depois \
    desde dessa desse desta deste do dos durante e ela elas ele eles em embora entre era eram \
    essa essas esse esses esta estao estas estava estavam este estes eu foi foram ha havia isso \
    isto ja la lhe lhes mais mas me mesmo meu meus minha minhas muito muitos na nao nas nem \
    nenhum nessa nesse nesta neste no nos nossa nossas nosso nossos num numa o onde os ou outra \
    outras outro outros para pela pelas pelo pelos por porque quais qual quando quanta quantas \
    quanto quantos que quem se seja sem sempre ser seu seus so sob sobre sua suas tal tambem tao \
    te tem tinha tinham toda todas todo todos tu tua tuas um uma umas uns voce voces
    """
}
