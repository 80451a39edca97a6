// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of German.
  static let german = """
    aber als am an auch auf aus bei beim bin bis bist da dabei dadurch dafur damit dann daran \
    darauf daraus darin daruber darum das dass davon dazu dein deine deinem deinen deiner dem \
    den denen denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch \
    dort du durch ein eine einem einen einer eines er es etwa etwas euch euer eure fur gegen \
    habe haben hat hatte hatten hattest hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren \
    ihrer ihres im in indem ins ist ja jede jedem jeden jeder jedes jene jenem jenen jener jenes \
    kann kein keine keinem keinen keiner konnen konnte konnten man manche mehr mein meine meinem \
    meinen meiner mich mir mit muss mussen musste nach neben nicht nichts noch nun nur ob oder \
    ohne sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so solche solchen \
    sollte sondern sowie uber um und uns unser unsere unter viel viele vielen vom von vor war \
    waren warum was wegen weil welche welchem welchen welcher welches wem wen wenn wer werde \
    werden wessen wie wieder wieviel wieviele will wir wird wo wobei wodurch wofur woher wohin \
    womit woran worin wurde wurden zu zum zur zwischen
    """
}
