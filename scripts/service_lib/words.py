# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and texts, made by chance from a seed."""

COMMON = (
    "marsh ridge delta fjord mesa bluff glen heath river stone winter harbour letter engine cloud "
    "garden market signal copper island window thunder village bridge pepper lantern mountain "
    "question history captain orchard velvet sparrow kettle province canal treaty border journal"
).split()
FOREIGN = "Übung Straße déjà señor река зима деревня 你好 世界 文档 naïve ærlig Łódź".split()
# No vowels and no endings: no stemmer of any language changes such a word.
_LETTERS = "bcfghjkmnpqrtvwxz"


def unique(random, length=12):
    """A word that no other text holds."""
    return "zq" + "".join(random.choice(_LETTERS) for _ in range(length))


def sentence(random, count=12):
    words = random.choices(COMMON, k=count)
    if random.random() < 0.1:
        words.append(random.choice(FOREIGN))
    return " ".join(words).capitalize() + "."


def paragraphs(random, count, words=60):
    """So many paragraphs of about so many words each."""
    return "\n\n".join(
        " ".join(sentence(random) for _ in range(max(1, words // 12))) for _ in range(count)
    )
