// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that begin a sentence where a name would go on with another: pronouns, articles,
/// conjunctions, prepositions and what else opens sentences and is no name.
enum SentenceOpeners {
  private static let lists: [(languages: TextLanguages, words: String)] = [
    (
      .english,
      """
      a about above according across additionally after again against all also although always
      among an and another any are as at because before besides between both but by can could did
      do does during each early either even eventually every few finally first following for from
      given great had has have he hence her here hers his how however i if in indeed instead into
      is it its it's just last later like many meanwhile more moreover most much my near neither
      never nevertheless next no nobody none nor not nothing now of often on once one only or
      other others otherwise our over overall people perhaps several she should similarly since so
      some sometimes soon still such than that the their then there thereafter therefore these
      they this those though three through throughout thus to today together too two under unlike
      until upon was we were what when whenever where whereas whether which while who whom whose
      why will with within without would yes yet you your
      """
    ),
    (
      .german,
      """
      aber alle allerdings als also am an anders andere auch auf aus außer außerdem bei beide
      bereits bis da dabei dadurch dafür dagegen daher damals damit danach dann daneben daran
      darauf daraus darin darüber darum darunter das dass davon davor dazu dem den denn dennoch
      der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort
      du durch ebenso ein eine einem einen einer eines einige er erst erstmals es etwa falls fast
      für ganz gegen gemäß gleichzeitig hat heute hier hierbei hierfür hierzu ich ihr ihre ihrem
      ihren ihrer im immer in indem infolge ist ja jede jeder jedes jedoch jener jetzt kein keine
      laut man manche mehr mehrere mit mittlerweile nach nachdem neben nicht noch nun nur ob
      obwohl oder oft ohne schließlich schon sei sein seine seinem seinen seiner seit seitdem
      selbst sie sind so sobald sofern sogar soll sollte solche somit sondern sonst soweit sowie
      später statt stets trotz trotzdem über überall um und unter vermutlich viele vielmehr vom
      von vor während war waren warum was wegen weil weiter weitere weiterhin welche wenn wer
      werden wie wieder will wir wird wo wobei wurde wurden zu zudem zuerst zuletzt zum zunächst
      zur zusammen zwar zwei zwischen
      """
    ),
    (
      .spanish,
      """
      a además ahora al algunas algunos ante antes aquel aquella aquí así aun aunque bajo cada
      casi como con contra cuando cuanto de debido del desde después donde dos durante el él ella
      ellas ellos en entonces entre era es esa ese eso esta está estas este esto estos existe
      finalmente fue fueron había hacia hasta hay igualmente incluso la las le les lo los luego
      mientras más mi muchas muchos muy nada ni no nos o otra otras otro otros para pero por
      porque posteriormente primero pues que quien se según ser si sí sin sobre solo son su sus
      también tampoco tanto tiene todas todo todos tras tres tu un una unas uno unos usted y ya yo
      """
    ),
    (
      .french,
      """
      afin ainsi alors après au aucun aujourd aussi autre autres aux avant avec beaucoup bien car
      ce ceci cela celle celui cependant certains ces cet cette ceux chaque chez comme contre dans
      davantage de depuis des deux donc dont du durant elle elles en encore enfin ensuite entre et
      il ils je jusque la le les leur leurs lors lorsque mais malgré même mes mon ne ni non nos
      notre nous on or où outre par parmi pendant peu plus plusieurs pour pourquoi pourtant puis
      puisque quand que quel quelle quelques qui sa sans se selon ses si son sont sous souvent sur
      tandis tous tout toute toutefois toutes très trois tu un une vers voici voilà vous
      """
    ),
    (
      .all,
      """
      а без благодаря более большинство будет ведь была были было быть в вместе во вот впервые
      впоследствии все всего всё вслед вторая второй где да даже далее для до его ее её если есть
      еще ещё за затем здесь и из из-за или именно иногда итак их к каждый как какой ко когда
      кроме кто лишь между мне многие может можно мой мы на над надо наиболее наконец например нас
      наш не некоторые нет несмотря ни но ныне о об обычно однако он она они оно от перед по под
      позднее позже поскольку после потом поэтому при причем причём про против с сам сегодня
      сейчас сначала снова со согласно среди так также такая такие таким такой там тем теперь то
      тогда только тот ты у уже хотя чем через что чтобы эта эти это этого этой этот эту я
      является
      """
    ),
  ]

  private static let table: [WordKey: TextLanguages] = {
    var table: [WordKey: TextLanguages] = [:]
    for list in lists {
      for word in list.words.split(whereSeparator: \.isWhitespace) {
        guard word.utf8.count <= WordKey.maximumLength else { continue }
        table[WordKey(word), default: []].formUnion(list.languages)
      }
    }
    return table
  }()

  /// Whether a word begins sentences in any of the languages.
  static func contain(_ word: WordKey, in languages: TextLanguages) -> Bool {
    table[word].map { !$0.isDisjoint(with: languages) } ?? false
  }
}
