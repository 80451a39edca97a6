// SPDX-License-Identifier: GPL-3.0-or-later

enum RomanceSentences {
  static let spanish: [[String]] = [
    ["Este es uno.", "Este es dos.", "¿Y tres?"],
    ["¿Qué hora es?", "¡Ya es tarde!", "Vamos."],
    ["El Sr. García y la Sra. López llegaron.", "Luego se fueron."],
    ["Vive en EE. UU. desde 1990.", "Es feliz."],
    ["Nació en EE. UU.", "Los otros no."],
    ["Véase pág. 12, núm. 4 y cap. 3.", "No hay más."],
    ["Murió en 44 a. C. en Roma.", "El Senado calló."],
    ["Fue en el año 44 a. C.", "La ciudad lloró."],
    ["Compró libros, plumas, etc.", "Todo era barato."],
    ["«Así es.»", "Después se fue."],
    ["«¿Por qué?», preguntó él.", "Nadie lo sabía."],
    ["—¡Alto! —gritó el hombre.", "Se detuvo."],
    ["El Dr. J. M. Pérez lo vio.", "Lo dijo."],
    ["Por ejemplo, p. ej. Madrid es grande.", "Es la capital."],
    ["Esperó... y esperó.", "Ella vino."],
    ["Está probado.[1]", "Luego se olvidó."],
  ]

  static let french: [[String]] = [
    ["C’est un.", "C’est deux.", "Et trois ?"],
    ["M. Dupont et Mme Curie sont venus.", "Ils ont parlé."],
    ["César est mort en 44 av. J.-C. à Rome.", "Le Sénat se tut."],
    ["C’était en 44 av. J.-C.", "La ville pleura."],
    ["Les fruits, p. ex. Golden, sont bons.", "Ils sont chers."],
    ["« C’est fini. »", "Puis il partit."],
    ["« Pourquoi ? » demanda-t-il.", "Personne ne savait."],
    ["Voir p. 12, chap. 3 et vol. II.", "Il n’y a rien d’autre."],
    ["Il attendit… et attendit.", "Elle vint."],
    ["C’est prouvé.[1]", "Puis on l’oublia."],
  ]
}
