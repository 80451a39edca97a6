// SPDX-License-Identifier: GPL-3.0-or-later

enum GermanSentences {
  static let cases: [[String]] = [
    ["Das ist eins.", "Das ist zwei!", "Und drei?"],
    ["Am 3. Oktober 1990 war es so weit.", "Alle kamen."],
    ["Im 19. Jahrhundert wuchs die Stadt.", "Dann brannte sie."],
    ["Er kam am 3. 10. 1990 an.", "Dann ging er."],
    ["Im 16. und 17. Jahrhundert herrschte die Pest.", "Viele starben."],
    ["Wie z. B. Katzen, d. h. Tiere, u. a. Hunde, die schlafen.", "Sie träumen."],
    ["Es gab Äpfel, Birnen usw.", "Alles war billig."],
    ["Die Kosten bzw. Preise von ca. 5 Mio. Euro stiegen.", "Das war viel."],
    ["Nach § 3 Abs. 2 Satz 1 Nr. 4 gilt das nicht.", "Es gilt § 5."],
    ["Das Gesetz vom 7. Juli 2005 (BGBl. I S. 1970) gilt.", "Es ist neu."],
    ["Prof. Dr. Müller aus St. Gallen kam.", "Er sprach."],
    ["Rom wurde 753 v. Chr. gegründet.", "Es wuchs."],
    ["Das war um 750 n. Chr.", "Die Stadt war klein."],
    [
      "Er wurde von Friedrich II. von Preußen und Kaiser Wilhelm II. Graf genannt, und das ist wahr."
    ],
    ["„So ist es.“", "Dann ging er."],
    ["»So ist es.«", "Dann ging er."],
    ["„Warum?“, fragte er.", "Keiner wusste es."],
    ["„Halt!“ rief der Mann.", "Er hielt."],
    ["Er wartete … und wartete.", "Sie kam."],
    ["Das gilt nach § 12.", "Die Verträge bleiben."],
    ["Er wurde 25.", "Danach zog er um."],
    ["Er starb 1990.", "Oktober war es, und kalt."],
    ["Der 2. Weltkrieg begann mit dem 1. September.", "Alle wussten es."],
    ["Es steht auf S. 12 und in Bd. II.", "Das reicht."],
    ["Das ist bewiesen.[1]", "Dann wurde es vergessen."],
    ["Er nannte sie als „Cow Ford“.", "1822 wurde sie umbenannt."],
    ["Das Haus gehört der Fa. Müller, vgl. Anm. 5 und Abb. 3.", "Es ist alt."],
  ]
}
