// SPDX-License-Identifier: GPL-3.0-or-later

extension StopWords {
  /// The function words of Italian.
  static let italian = """
    a ad agli ai al alcune alcuni alla alle allo anche ancora avere aveva avevano c'e che chi ci \
    ciascuno cio come con contro cosa cosi cui da dagli dai dal dalla dalle dallo degli dei del \
    della delle dello di dove due durante e ed egli era erano essa esse essendo essere essi fa \
    fra fu furono gia gli ha hanno ho i il in io la le lei li lo loro lui ma me mentre mi mia \
    mie miei mio molti molto ne negli nei nel nella nelle nello noi non nostra nostro o ogni \
    oltre per perche pero piu poi quale quali quando quanta quante quanti quanto quasi quella \
    quelle quelli quello questa queste questi questo qui se senza si sia siano sono sopra su sua \
    sue sugli sui sul sulla sulle sullo suo suoi te ti tra tu tua tue tuo tuoi tutta tutte tutti \
    tutto un una uno vi voi vostra vostro
    """
}
