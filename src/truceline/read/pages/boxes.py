"""Boxes that a page itself calls newsletter, donation, advertisement: taken out before the body is looked for."""

import re

from lxml import html

from truceline.model.report import LeftOutKind
from truceline.read.pages.tree import visible_text

# Parts of class names and ids, as content systems give them. "support" alone is a layout's word too often; "paywall"
# alone is what schema.org lets pages call the part of the story that is paid for.
NAMES: dict[LeftOutKind, str] = {
    "newsletter": r"newsletter|mailing-?list|email-?sign-?up|sign-?up-(?:box|form|widget)",
    "plea": r"donat(?:e|ion)|support-?us|support-?(?:box|banner|strip|block)|appeal-?(?:box|banner)|fundrais|plea\b"
    r"|membership-?(?:box|banner|widget|promo)|contribute-?(?:box|banner)|reader-?revenue",
    "subscription": r"paywall[\w-]*(?:banner|bar|box|card|cta|form|message|modal|notice|offer|overlay|popup|wall)"
    r"|subscribe-?(?:box|banner|widget|form|cta)|subscription-?(?:box|banner|widget|promo)",
    "cookies": r"cookie-?(?:banner|bar|consent|notice|wall|law)|gdpr|consent-?(?:banner|popup)",
    "advertisement": r"advert(?:isement)?s?\b|ad-?(?:slot|unit|container|wrapper|banner)\b|sponsored-?(?:content|box)",
    "related": r"related-?(?:posts?|articles?|stories|news|content|links)|read-?(?:more|also)-?(?:box|block|links?)",
    "author_box": r"author-?(?:bio|box|card|info|profile|about|description|details|block)|about-?(?:the-?)?authors?"
    r"|contributors?\b(?!-)|writer-?(?:bio|box|card)",
    "other": r"(?:poll|quiz|survey)(?:-?(?:box|block|container|widget|form))?(?![\w-])",
}
BOXES = {kind: re.compile(rf"(?<![a-z])(?:{names})", re.IGNORECASE) for kind, names in NAMES.items()}
LARGEST = 150  # words; what is larger wraps the story
LEAST_OUTSIDE = 0.6  # share of the page's words that must stand outside


def without_boxes(root: html.HtmlElement) -> html.HtmlElement:
    """The tree itself, without the boxes."""
    whole = len(visible_text(root).split())
    for element in list(root.iter("*")):
        if box_kind(element) and element.getparent() is not None and _is_box(element, whole):
            element.drop_tree()
    return root


def _is_box(element: html.HtmlElement, whole: int) -> bool:
    """Small beside the page, and no frame of the story."""
    if element.tag in ("html", "body", "main", "article") or element.find(".//h1") is not None:
        return False
    words = len(visible_text(element).split())
    return words <= LARGEST and words <= (1 - LEAST_OUTSIDE) * whole


def box_kind(element: html.HtmlElement) -> LeftOutKind | None:
    """What a page calls an element, where that is no part of a story."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if named == " ":
        return None
    return next((kind for kind, pattern in BOXES.items() if pattern.search(named)), None)
