# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Annotations by the rules of the data model, and as JSON-LD."""

import json
import re

from pyld import jsonld

from .expected import difference, references

OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
# The terms of http://www.w3.org/ns/anno.jsonld that are used here (Web Annotation Vocabulary,
# appendix A). The document itself is not fetched: tests reach no network.
CONTEXT = {
    "id": "@id",
    "type": "@type",
    "Annotation": OA + "Annotation",
    "SpecificResource": OA + "SpecificResource",
    "TextQuoteSelector": OA + "TextQuoteSelector",
    "TextPositionSelector": OA + "TextPositionSelector",
    "FragmentSelector": OA + "FragmentSelector",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "target": {"@type": "@id", "@id": OA + "hasTarget"},
    "source": {"@type": "@id", "@id": OA + "hasSource"},
    "selector": {"@type": "@id", "@id": OA + "hasSelector"},
    "motivation": {"@type": "@vocab", "@id": OA + "motivatedBy"},
    "highlighting": OA + "highlighting",
    "exact": OA + "exact",
    "prefix": OA + "prefix",
    "suffix": OA + "suffix",
    "start": {"@type": XSD + "nonNegativeInteger", "@id": OA + "start"},
    "end": {"@type": XSD + "nonNegativeInteger", "@id": OA + "end"},
    "value": RDF + "value",
    "conformsTo": {"@type": "@id", "@id": "http://purl.org/dc/terms/conformsTo"},
    "created": {"@type": XSD + "dateTime", "@id": "http://purl.org/dc/terms/created"},
    "creator": {"@type": "@id", "@id": "http://purl.org/dc/terms/creator"},
    "name": "http://xmlns.com/foaf/0.1/name",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}
KEYS = {
    "annotation": {"@context", "id", "type", "motivation", "created", "target"},
    "target": {
        "id", "type", "source", "selector", "digest", "lookalike", "headings", "lines", "references",
    },
    "source": {"id", "type", "format", "language", "title", "creator", "date"},
}  # fmt: skip


def load(url, options):
    """Only the one context that is known."""
    if url != "http://www.w3.org/ns/anno.jsonld":
        raise ValueError(f"asks for {url}")
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


def check(written, expected):
    """The faults of one citation."""
    annotation = json.loads(written)
    target = annotation["target"]
    for name, thing in (("annotation", annotation), ("target", target), ("source", target["source"])):
        if not set(thing) <= KEYS[name]:
            yield f"{name} with {set(thing) - KEYS[name]}"
    # Section 3.1: the context is there, one id, the type Annotation, one target or more.
    contexts = annotation["@context"]
    if contexts[0] != "http://www.w3.org/ns/anno.jsonld" or annotation["type"] != "Annotation":
        yield "no annotation"
    # Section 3.3.1: dateTime with the time zone Z.
    created = annotation.get("created")
    if created != (f"{expected['day']}T00:00:00Z" if expected.get("day") else None):
        yield f"created {created!r}"
    yield from difference("anchor", target["id"], expected["anchor"])
    yield from difference("source", target["source"]["id"], expected["source"])
    selectors = {selector["type"]: selector for selector in target["selector"]}
    quote, position = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
    yield from difference("quotation", quote["exact"], expected["text"])
    yield from difference("prefix", quote.get("prefix", ""), expected["prefix"])
    yield from difference("suffix", quote.get("suffix", ""), expected["suffix"])
    if [position["start"], position["end"]] != expected["characters"]:
        yield f"position {position}"
    fragment = selectors["FragmentSelector"]
    if f"{target['id'].split('#')[0]}#{fragment['value']}" != expected["anchor"]:
        yield f"fragment {fragment}"
    if fragment["conformsTo"] != "http://tools.ietf.org/rfc/rfc5147":
        yield f"fragment {fragment}"
    if len(target.get("references", [])) != len(references(expected)):
        yield "references"
    yield from expansion_faults(annotation, expected)


def expansion_faults(annotation, expected):
    """Whether JSON-LD loses nothing of it, and every address is absolute."""
    expanded = jsonld.expand(annotation, {"documentLoader": load, "processingMode": "json-ld-1.1"})
    (one,) = expanded
    (target,) = one[OA + "hasTarget"]
    if target["@id"] != "splitsearch:/" + expected["anchor"]:
        yield f"target {target['@id']}"
    addresses = [one["@id"], target["@id"], target[OA + "hasSource"][0]["@id"]]
    for address in addresses:
        if not re.match(r"[a-z]+:", address):
            yield f"no absolute address: {address}"
    if len(target[OA + "hasSelector"]) != 3:
        yield "selectors are lost"
    own = "splitsearch:/terms#"
    for key in ("digest", "lookalike"):
        if (own + key in target) != (expected.get(key) is not None):
            yield f"{key} is lost"
    items = [e for e in references(expected) if e.get("item")]
    kept = [r for r in target.get(own + "references", []) if own + "item" in r]
    if len(items) != len(kept):
        yield "items of references are lost"
