"""What compares in English. Beside a fact or two names it has to be a claim; elsewhere it may not.

Grammar carries it: degrees of adjectives, “than”, “as … as”, and the prepositions and verbs that
set one thing above another when what follows is a thing. What only looks like it stands by a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.english.forms import degrees, phrases, verbs
from macros.language.steps import CALL, Step, allowed, numbers

_SIZED: Final = degrees(
    "big broad cheap costly dear deep dense dull easy fast few firm grave great heavy high "
    "large lean light long low narrow poor quick rich rare safe scarce sharp short slack slim "
    "slow small soft sparse steady steep stiff strong swift tall thick thin tight tiny tough "
    "weak wealthy wide young"
)
_MORE: Final = r"(?:more|most|less|least|fewer|fewest)"
_WHOSE: Final = r"(?:the|its|their|that|those|any\w*|all|every\w*|other|each|what|none|no)"
_THING: Final = rf"(?:{CALL}|(?-i:[A-Z])|{_WHOSE}\b|(?:rivals|peers|competitors|forecast|expect))"
"""What one thing is held against: a fact, a name, or what is told of by a pronoun."""
# After “more”, an adjective says of what kind, and not how many: “more precise”.
_DEGREE: Final = (
    r"(?!(?:(?:capit|riv|tot|de|propos|met)al|\w*ment|(?:pati|ag|tal|cli)ent|\w*[dnl]ing|money|"
    r"expensive|profitable|valuable|efficient|\w*speed|need|traffic|memory|energy|suppl(?:y|"
    r"ies)|slowly|quickly|rapidly|cheaply)\b)(?:\w{3,}(?:ly|[ai]ble|ful|ous|ive|al|ant|ent|ic|"
    r"[ao]ry|ed|ing|less|ish|ise|act)|exact|recent|important|likely|open|like|to|so|about|"
    r"certain|sure|plain|clear)"
)
_BEATING: Final = verbs(
    "overtake overshadow leapfrog exceed surpass eclipse dwarf undercut dominate lag trounce"
)
# Also nouns, or other verbs: they compare if what follows is a thing.
_BEATING_A_THING: Final = verbs("top pass match rival best pip trump tower")
_RANKS: Final = phrases(
    "\\w+-leading, leading the way, market leader, industry leader, run for * money, laggard*, "
    "front-runner*, also-ran, runner-up, number one, winner*, loser*, los* out to, lost out to, "
    "unrival*, unmatched, unequal*, peerless, undisputed, supremacy, dominan*, the crown, "
    "catch-up, atop, ground for \\w+ to make up, on a par, neck and neck, dead heat, same "
    "league, league of its own, second fiddle, cut above, no match for, can* match, can’t match,"
    " could not match, head start, upper hand, the edge on, lion’s share, a peak of, within an? "
    "\\w+ of, hot on the heels, at the heels, hold* a candle, measur* up, stack* up, keep* pace "
    "with, kept pace with, keep* up with, kept up with, abreast of, parity with, tied with, "
    "pale, pales, by far, by a mile, comparatively, in comparison, by comparison, in contrast "
    "to, majority of, bulk of, fraction of"
)
_LEADING: Final = r"(?:ahead|behind|in front)"

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        r"\b(?:no|any) (?:longer|more)\b(?! than)|\b(?:once|some|any|tell|read|say|know|to|"
        r"for) more\b(?! than)|\bmore (?:or less|and more|often than not|to (?:come|say))\b|"
        rf"\bat (?:(?:the )?(?:very )?)(?:least|most|latest|best)\b(?!.{{0,2}}{CALL})|"
        r"\b(?:not least|none the (?:less|more))\b|\b(?:least|most) of all\b|"
        r"\bmuch less\b(?= an? )|\bmore than (?:(?:an?|just|once|ever|enough|merely|only|happy|"
        r"welcome|ready|foreign)\b)|\bmore an?\b|\bmost (?:readers|people)\b|\b(?:rather|other|"
        r"another|else|earlier|later) than\b(?! (?-i:[A-Z]))|\bbeat a retreat\b|"
        r"\blarger than life\b|\bovertaken by events\b",
    ),
    # Of what kind it is, and not how much: a higher court is another court.
    allowed(
        "kind",
        r"\b(?:deep|clos|long)er look\b|\b(?:wid|broad|narrow)er sense\b|\b(?:low|upp|"
        r"high)er bound\b|\blonger[- ]terms?\b|\bhigh(?:er|est) (?:up\b|courts?|education)|"
        r"\blower(?:-| )(?:case|house|court)\b|\bgreater (?-i:[A-Z])\w+|\bmost-favoured\b",
    ),
    allowed(
        "correlation", rf"\bthe (?:more|less|{_SIZED})\b[^.;:\n]{{1,80}}, the (?:\w+er|more|less)\b"
    ),
    allowed(
        "degree", rf"\b(?:more|most|less|least) {_DEGREE}\b(?! than (?:(?-i:[A-Z])|th(?:at|ose)\b))"
    ),
    allowed(
        "degree",
        r"\b(?:bigg|great|larg|deep)e(?:r|st) (?:\w+ )?(?:question|problem|risk|challenge|"
        r"mistake|surprise|difference|doubt|worr|fear|obstacle|threat|issue|strength|weakness|"
        r"weight|detail)",
    ),
    allowed("additional", rf"{CALL} more\b(?! than)|\b(?:one|a few|several) more\b(?! than)"),
    allowed(
        "place in the text",
        r"\b(?:see|listed|named|given|mentioned|shown|explained|described|quoted|set out|says|"
        r"said|noted|linked|as|tables?|lists?|charts?|section|those|row|footnote|"
        r"further) (?:above|below)\b",
    ),
    allowed(
        "time or place",
        r"\b(?:go|goes|went|gone|going|look\w*|plan\w*|think\w*|l(?:ie|ies|ay|ying)|years?|"
        r"months?|days?|road|work) ahead\b(?! of)|\bgo-ahead\b|\bahead of (?:time|schedule|"
        r"itself|20\d\d|"
        rf"{_WHOSE}? ?(?:vote|hearing|meeting|launch|event|listing|summit|election))\b|"
        r"\b(?:way|chance|time|hard) to catch up\b",
    ),
)

FOUND: Final = numbers(
    "words",
    rf"\b(?:twice|half|{CALL}(?: times)?) (?:as \w+(?: as)?|the (?:pace|size|rate)|"
    rf"(?-i:[A-Z]))\b",
    r"\bas (?!soon|well|far|long|such|part)(?:\w{3,}) (?:(?!and\b)\w+ ){0,3}?as\b",
    rf"(?<!{CALL} )\b(?!other|rather|either|wheth|anoth|matt|old|new)"
    r"\w+(?:er|more|less|worse)\b(?: \w+){0,2} than\b(?! an? )",
    rf"(?:\b\w+-)?\b{_SIZED}\b(?: than\b)?",
    rf"\b(?:no |not )?(?<!\bat ){_MORE}\b(?: than\b)?",
    r"\bbetter than\b|\b(?:better|worse|best|worst)(?= (?:growth|sales|revenues?|results?|"
    r"margins?|demand|quarters?|profits?)\b)|\b(?:the|its|their) worst\b",
    # “outgrew”, “outspends”: almost every verb made so compares, and few nouns are.
    r"\bout(?!dat|come|put|age|let|lin|look|sid|sourc|set|right|standing|door|fit|going|reach|"
    r"break|cry|law|back|post|skirt|burst|lay|flow|of|er)[a-z]{3,}\b",
    rf"\b(?:{_BEATING}(?: behind)?|overt(?:ook|aken)|beat(?:s|en|ing)?|trail(?:s|ed|"
    rf"ing)?(?! of\b)|"
    r"(?:catch(?:es|ing)?|caught) up|f[ae]ll(?:s|ing|en)? short of|(?:los[et]s?|losing|gain\w*|"
    r"cede[sd]?) ground|(?:eats?|ate|eaten|eating) into|chip(?:s|ped|ping)? away at|slip(?:s|"
    r"ped)? behind|worlds? apart|(?:in the|a) shadow of|(?:t[ao]kes?|took|st[eo]le|steals?|"
    r"w[io]ns?|grab\w*|snatch\w*) (?:\w+ ){0,3}?(?:share|market|customers|ground|crown) from|"
    r"(?:gain|clos)(?:s|ed|es|ing) on|pull(?:s|ed|ing)? (?:away from|past|ahead)|edg(?:e[sd]?|"
    r"ing) out|c[ao]m(?:e|es|ing) (?:first|out on top)|rank(?:s|ed|ing)? (?:\w+ )?(?:first|"
    r"second|third|last|above|below|ahead|behind)|"
    rf"(?:le(?:aves?|aving|ft)) (?:{_THING}\w* ){{1,3}}(?:behind|in the (?:dust|shade)))\b",
    # Verbs that compare if what follows is a thing, and nouns or other verbs if not.
    rf"\b(?:{_BEATING_A_THING}|ca(?:tch(?:es)?|ught)|m(?:oved?|oves) past|(?:go|goes|went|"
    rf"gone) past)(?: (?:over|above))?(?= (?:{CALL}|(?-i:[A-Z])|(?:that|those) of\b|(?:the|"
    rf"its) (?:list|table|ranking|rivals?|peers?)"
    r"\b))(?! \ue000 (?:on|to)\b)",
    # Prepositions and adverbs of order.
    rf"\b(?:un|(?<!s )(?<!would ))like (?=(?-i:[A-Z])|{CALL})",
    rf"\b(?:versus|vs\.?) (?={_THING})",
    r"\b(?:nobody|no[ -]one|none|no other)\b(?=[^.,;:]{0,40} (?:like|as|but|so)\b)",
    r"\b(?:is|are|was|were|be|became) (?:the )?(?:first|last) to\b",
    rf"(?:\b(?:ahead|in front) of|\b(?:far |well |just )?(?:above|below|beneath|beyond)|"
    r"(?:(?<=, )|(?<=ly ))behind|(?:^|(?<=[,;] ))compared (?:with|to)|\blevel with|"
    r"\b(?:relative|next(?= to (?-i:[A-Z]))|second(?: only)?|superior|inferior|runner-up) to)"
    rf"\b(?= {_THING})",
    r"(?<!\btake )(?<!\btakes )(?<!\btook )(?<!\bhand )(?<!\bwon )\b(?:leads?|edge|advantage|"
    r"hand|margin|towers?|prevail\w*|wins?|victory|start|premium|dominance|gains?) over\b",
    rf"\b(?:far|well|close|way|further|f[ae]ll(?:s|ing|en)?|just|still|remains?|is|are|was|were|"
    rf"run(?:s|ning)?|draws?|drew) {_LEADING}\b|\bahead\b|\bbehind(?=[.,;])|\bbehind (?:in|on|"
    rf"by|its rivals?|the rest)\b|"
    r"\bin front\b",
    # Nouns of rank and of likeness.
    _RANKS,
    r"\b(?:record-\w+|(?:a|an|new|its|their) record\b(?: (?:high|low)s?)?(?! of)|an? (?:high|"
    r"low)\b(?= of\b|[.,;])|(?:record|all-time) (?:highs?|lows?|quarters?|profits?|revenues?|"
    r"sales|losses)|(?:top|first|leading) (?:\w+ )?(?:spot|place|position|rank)|(?:top|"
    r"bottom) of the (?:list|table|ranking|league)|(?:close|distant|clear) (?:second|third)|"
    r"(?:w[io]ns?|los[et]s?) (?:\w+ ){0,4}(?:battle|race|contest|war|duel|title)|(?:nearly|"
    r"almost) (?:all|every|none)(?= (?:of|its|their|the|customers?|clients?|users?)\b)|"
    r"a multiple of(?= (?-i:[A-Z])))\b",
    # Distances that change, and the lead.
    r"\b(?:narrow(?:s|ed|ing)|widen(?:s|ed|ing)?|to narrow)\b|\b(?:clos\w+|"
    r"shr[aiu]nk\w*) (?:the|its|that) (?:gap|distance|lead)\b|\b(?:gap|distance|"
    r"lead)\b[^.;:,\n]{0,50}?\b(?:clos(?:es|ed|ing)|shr[aiu]nk\w*|gr[eo]ws?|open(?:s|ed))\b",
    r"(?:\b(?:in|into|takes?|took|taken|ha[sd]|have|holds?|held|keeps?|kept|lost|loses?|the|its|"
    r"their|an?)|[’']s)(?: \w+)? lead\b(?! (?:to|investor|role|time|author|bank|manager|"
    r"partner)s?\b)|\bleads\b(?! (?:to|the (?:round|charge|way|team|company|project|reader|"
    r"consortium))\b)|"
    rf"\bled (?:by {CALL}|with {CALL}|the (?:market|field|pack|table)\b)",
)

_OVER: Final[frozenset[Bound]] = frozenset({"more_than", "over"})
_UP_TO: Final[frozenset[Bound]] = frozenset({"up_to"})
_REACHING: Final[frozenset[Bound]] = frozenset({"up_to", "reaching"})
_SAID: Final[Mapping[str, frozenset[Bound]]] = {
    "more than|greater than|higher than|just over|well over|above|passed|passes|topped|topping|"
    "tops|"
    "crossed|exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing": _OVER,
    "less than|fewer than|lower than|just under|below": frozenset({"less_than"}),
    "at least|no less than|not less than|no fewer than": frozenset({"at_least"}),
    "at most|up to|no more than|not more than": _UP_TO,
    "as much as|as many as|as high as": _REACHING,
    "nearly|almost": frozenset({"nearly"}),
}
MEANT: Final = {word: bounds for words, bounds in _SAID.items() for word in words.split("|")}
"""What bound of the fact behind it each such word says."""

MORE: Final = (
    r"\b(?:more|greater|larger|largest|bigger|biggest|faster|fastest|higher|highest|above|"
    r"exceed\w*|ahead|outpace\w*|outgrew|leads?|led|most|passed|overtook|wider|widened)\b"
)
LESS: Final = (
    r"\b(?:less|smaller|smallest|slower|slowest|lower|lowest|below|fewer|fewest|behind|"
    r"narrow\w*|shrank|trails?|trailed|shorter|cheaper|cheapest)\b"
)
"""What says that the first of two is the larger, and that it is the smaller."""

CONDITION: Final = r"\b(?:if|whether|unless|suppose|supposing|assuming|would|could|might|in case)\b"
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = (
    r"\bhow (?:much|many|far|fast|large|big|quickly|differently|closely|long|"
    r"wide)\b[^\ue002]*\ue002|^[#\s]*(?:who|what|which|where|"
    r"how)\b[^\ue002]{0,40}\ue002\W*(?:\{|$)"
)
"""What makes it a question, asked or told; the comparison is the mark."""
