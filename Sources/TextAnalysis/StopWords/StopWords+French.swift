// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of French.
  ///
  /// Of what is elided (`c'est`, `qu'il`) only whole words stand here: the rest of `l'homme` ranks.
  static let french = """
    a afin ai ainsi alors apres as au aucun aucune aujourd'hui auquel aussi autre autres aux \
    auxquelles auxquels avaient avait avant avec avoir avons ayant c'est c'etait ce ceci cela \
    celle celles celui ces cet cette ceux chaque chez comme comment d'un d'une dans de depuis \
    des dont du duquel elle elles en encore entre est et etaient etait etant etre eu eux fait \
    furent fut ici il ils j'ai je jusqu'a l'on la le lequel les leur leurs lors lorsque lui ma \
    mais me meme memes mes moi mon ne ni nos notre nous on ont ou par parce pas pendant peu peut \
    peuvent plus pour pourquoi qu'a qu'elle qu'elles qu'en qu'est qu'il qu'ils qu'on qu'un \
    qu'une quand que quel quelle quelles quels qui quoi sa sans se selon sera seront ses si son \
    sont sous sur ta tandis te tes toi ton tous tout toute toutes tres tu un une vers vos votre \
    vous y
    """
}
