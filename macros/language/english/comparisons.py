"""What compares quantities in English, and what only looks as if it did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.steps import Step, allowed, number

_MARK: Final = "\ue000"
_MORE: Final = r"(?:more|most|less|least)"
_SIZES: Final = (
    "larger|largest|bigger|biggest|smaller|smallest|higher|highest|lower|lowest|greater|greatest|"
    "faster|fastest|slower|slowest|quicker|quickest|cheaper|cheapest|costlier|costliest|dearer|"
    "pricier|heavier|heaviest|steeper|steepest|richer|richest|wider|widest|narrower|narrowest|"
    "longer|longest|shorter|shortest|deeper|deepest|fewer|fewest|thinner|taller|tallest"
)
_RESULTS: Final = (
    "growth|sales|revenues?|results?|margins?|demand|quarters?|profits?|earnings|returns?|"
    "numbers|figures|cash flows?"
)
# After “more”, these are things or quantities in spite of how they end.
_THINGS: Final = (
    "capital|deals?|rival|total|proposal|approval|trial|material|signal|percent|cent|client|content|"
    r"talent|rent|patent|agent|\w*ments?|plant|merchant|tenant|giant|grant|spending|funding|"
    "computing|training|financing|housing|hiring|lending|borrowing|building|engineering|pricing|"
    "speed|need|seed|traffic|music|executive|table|cable|salary|memory|inventory|factory|story|"
    "supply|assembly|family|ally|money|slowly|quickly|rapidly|sharply|steeply|cheaply|expensive|"
    "valuable|profitable|productive|numerous|frequent|frequently|lucrative|costly|efficient|"
    "indebted|widely|heavily"
)
_DEGREE: Final = (
    rf"(?!(?:{_THINGS})\b)(?:[a-z]{{3,}}(?:ly|able|ible|ful|ous|ive|al|ant|ent|ic|ary|ory|ed|ing|"
    r"less|ish)|open|common|honest|modest|complex|robust|precise|exact|certain|accurate|mature|"
    r"secure|severe|remote|sure|difficult|abstract|concrete|correct|direct|distinct|strict|"
    r"like|to|about|so|smooth|clear|plain|stable|even|subtle|familiar|popular|clever|sober|fair|specific)"
)
_EVENTS: Final = (
    "time|schedule|its time|(?:the|its|their|a) (?:vote|hearing|meeting|launch|event|listing|"
    "deadline|summit|election|flotation|call|announcement|conference)"
)
_UNMEASURED: Final = (
    "questions?|problems?|risks?|challenges?|mistakes?|surprises?|differences?|doubts?|unknowns?|"
    "worr(?:y|ies)|fears?|obstacles?|threats?|picture|story|issue|irony|virtue|weakness|strength|"
    "good|weight|detail|care"
)

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        r"\bno longer\b|\bany longer\b|\b(?:no|any) more\b(?! than)|\bonce more\b|\bmore or less\b|"
        r"\bmore and more\b|\bless and less\b|\bwhat(?: is|’s|'s) more\b|\bmore often than not\b|"
        rf"\bat (?:the very )?(?:least|most)\b(?![^.,;]{{0,2}}{_MARK})|"
        r"\b(?:last but )?not least\b|\b(?:least|most) of all\b|\bfor the most part\b|"
        r"\bmuch less\b(?= (?:a|an|the|any|to|by|in)\b)|\bnothing (?:more|less)\b(?: than\b)?|"
        r"\b(?:the more|the less) the merrier\b|\bmake the most of\b|\bmore to come\b|"
        r"\b(?:far |much |little )?more than (?:a |an )?(?:matter|question|word|name|slogan|"
        r"rumour|hint|happy|welcome|willing|ready|foreign|meets|just|simply|only|merely|enough)\b|"
        r"\b(?:read|learn|find out|hear|tell|know|say|says|said|see) more\b(?! than)|"
        r"\b(?:or|and) (?:more|less|fewer)(?! than)(?=[\s,.;]*(?:$|[.,;)]))|"
        r"\bovertaken by events\b|"
        r"\b(?:still|even) less\b(?= (?:is|does|did) )|\bsooner or later\b",
    ),
    allowed(
        "idiom",
        r"\b(?:go|goes|went|gone|going|look\w*|press\w*|forge\w*|plan\w*|think\w*) ahead\b"
        r"(?! of (?:its|their|the) rivals?)|\bgo-ahead\b|\bl(?:ie|ies|ay|ying) ahead\b|"
        rf"\bahead of (?:{_EVENTS}|itself|themselves|20\d\d)\b|"
        r"\b(?:years?|months?|weeks?|days?|quarters?|road|task|work|battles?|path) ahead\b|"
        r"\blarger than life\b|\b(?:highest|lower|higher) (?:courts?|education|houses?|case)\b|"
        r"\bGreater [A-Z]\w+|\blonger[ -]?term\b|\bhigher[ -]ups?\b|\bat (?:its|their) widest\b|"
        r"\bmost-favoured\b|\bin front of\b|\bbeaten track\b|\b(?:the )?in-house lead\b",
    ),
    allowed(
        "correlation",
        r"\bthe (?:more|less|larger|bigger|higher|lower|faster)\b[^.;:\n]{1,80}, "
        r"the (?:more|less|larger|bigger|higher|lower|faster|slower|better|worse)\b",
    ),
    allowed("degree", rf"\b{_MORE} {_DEGREE}\b"),
    allowed(
        "degree",
        rf"\b(?:bigger|biggest|greater|greatest|larger|deeper|deepest)"
        rf" (?:\w+ )?(?:{_UNMEASURED})\b",
    ),
    allowed("additional", rf"{_MARK} more\b(?! than)|\b(?:one|some|a few|several) more\b(?! than)"),
    allowed(
        "place in the text",
        r"\b(?:see|listed|named|given|mentioned|shown|explained|described|quoted|set out|noted|"
        r"linked|as|tables?|lists?|charts?|section|those|row|footnote) (?:above|below)\b",
    ),
)

FOUND: Final[tuple[Step, ...]] = (
    number("words", rf"\b(?:twice|half|{_MARK}(?: times)?) as \w+(?: as)?\b"),
    number(
        "words",
        r"\bas (?:many|much|large|big|high|low|fast|slow|cheap|expensive|few|small|heavy|wide)"
        r"(?: [a-z]+)? as\b",
    ),
    number("words", rf"(?:\b\w+-)?\b(?:{_SIZES})\b(?: than\b)?"),
    number("words", rf"\b(?:no |not )?{_MORE}\b(?: than\b)?"),
    number(
        "words",
        rf"\b(?:stronger|weaker|better|worse|strongest|weakest|best|worst)(?= (?:{_RESULTS}|"
        r"than (?:expected|forecast|feared))\b)",
    ),
    number(
        "words",
        r"\b(?:overt(?:akes?|ook|aken|aking)|outgr(?:ows?|ew|own|owing)|outpac(?:es?|ed|ing)|"
        r"outstrip(?:s|ped|ping)?|outsells?|outsold|outselling|outspen(?:ds?|t|ding)|"
        r"outperform(?:s|ed|ing)?|outnumber(?:s|ed|ing)?|outrank(?:s|ed|ing)?|leapfrog(?:s|ged)?|"
        r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|eclips(?:es?|ed|ing)|dwarf(?:s|ed|ing)?|"
        r"undercuts?|undercutting|narrow(?:s|ed|ing)|widen(?:s|ed|ing)?|(?:to|will|did) narrow|"
        r"trail(?:s|ed|ing)(?! of\b)|lag(?:s|ged|ging)\b(?: behind)?|lag behind|"
        r"(?:catch(?:es|ing)?|caught) up|beat(?:s|en|ing)?|"
        r"fall(?:s|ing|en)? short of|fell short of)\b",
    ),
    number(
        "words",
        r"\b(?:clos(?:es?|ed|ing)|shr(?:ink|inks|ank|unk|inking)) (?:the|its|that) "
        r"(?:gap|distance|lead)\b|"
        r"\b(?:gap|distance|lead)\b[^.;:,\n]{0,50}?\b(?:clos(?:es|ed|ing)|shr(?:inks?|ank|unk|inking)|"
        r"grew|grows|opened|opens)\b",
    ),
    number("words", r"\bahead\b(?: of\b)?|\bin front\b"),
    number(
        "words",
        r"\b(?:far|well|close|way|further|fall(?:s|ing|en)?|fell|slip(?:s|ped)|just|"
        r"still) behind\b|"
        r"\b(?:is|are|was|were) behind (?:in|on|by|its rivals?|the rest)\b",
    ),
    number(
        "words",
        r"(?:\b(?:in|into|takes?|took|taken|has|had|have|holds?|held|keeps?|kept|lost|loses?|the|its|"
        r"their|wide|narrow|clear|big|small|slim|commanding|a|retook)|[’']s) lead\b"
        r"(?! (?:to|investor|role|time|author|bank|manager|underwriter|developer|partner)s?\b)|"
        r"\bleads\b(?! (?:to|the (?:round|charge|way|team|company|project|consortium|group))\b)|"
        rf"\bled (?:by {_MARK}|with {_MARK}|the (?:market|field|pack|table)\b)",
    ),
    number("words", r"\b(?:on a par with|level with|neck and neck)\b"),
    number(
        "words",
        r"\b(?:number one|second to none|lion[’']s share|c[ao]m(?:e|es|ing) out on top|"
        r"(?:close|distant|clear) (?:second|third)|unrivall?ed|unmatched|unequall?ed|peerless|"
        r"pull(?:s|ed|ing)? (?:away from|past)|(?:los[et]s?|losing|gain\w*|cede[sd]?) ground|"
        r"a (?:comfortable|healthy|handsome|sizeable|huge|large) lead|"
        r"(?:nearly|almost) (?:all|every|none)"
        r"(?= (?:of|its|their|the|customers?|clients?|users?)\b))",
    ),
    number(
        "words",
        r"\b(?:record|all-time)[ -](?:highs?|lows?|quarters?|profits?|revenues?|sales|losses)\b",
    ),
    number("words", r"\b(?:majority|bulk|fraction)(?= of\b)"),
    number(
        "words",
        rf"\b(?:tops|topped|topping|passed|passes|crossed)(?= {_MARK})|"
        r"\btop(?:s|ped)? the (?:list|table|ranking)s?\b",
    ),
    number(
        "words",
        rf"\b(?:above|below)(?= (?:{_MARK}|(?:the|its|their|that|those|his|our)\b|(?-i:[A-Z])|"
        r"(?:forecasts?|expectations|consensus|average|par|plan)\b))",
    ),
)

_BEFORE: Final = rf"(?= (?:just |well )?{_MARK})"
BOUNDS: Final[Step] = number(
    "words",
    r"\b(?:no |not )?(?:more|less|fewer|greater|higher|lower) than"
    + _BEFORE
    + r"|\b(?:at least|at most|up to|as (?:much|many|high|low) as|nearly|almost|just over|"
    r"well over|"
    r"just under|above|below|passed|passes|topped|topping|tops|crossed|"
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?)" + _BEFORE,
)
"""A word that belongs to the number that follows."""

_ABOVE: Final[frozenset[Bound]] = frozenset({"more_than", "over"})
_AS_MUCH: Final[frozenset[Bound]] = frozenset({"up_to", "reaching"})
_BELOW: Final[frozenset[Bound]] = frozenset({"less_than"})
MEANT: Final[Mapping[str, frozenset[Bound]]] = {
    **dict.fromkeys(
        (
            "more than",
            "greater than",
            "higher than",
            "just over",
            "well over",
            "above",
            "passed",
            "passes",
            "topped",
            "topping",
            "tops",
            "crossed",
            "exceed",
            "exceeds",
            "exceeded",
            "exceeding",
            "surpass",
            "surpasses",
            "surpassed",
            "surpassing",
        ),
        _ABOVE,
    ),
    **dict.fromkeys(("less than", "fewer than", "lower than", "just under", "below"), _BELOW),
    **dict.fromkeys(
        ("at least", "no less than", "not less than", "no fewer than"), frozenset({"at_least"})
    ),
    **dict.fromkeys(
        (
            "at most",
            "up to",
            "no more than",
            "not more than",
        ),
        frozenset({"up_to"}),
    ),
    **dict.fromkeys(("as much as", "as many as", "as high as"), _AS_MUCH),
    **dict.fromkeys(("nearly", "almost"), frozenset({"nearly"})),
}
"""What bound of the fact each such word says."""

CONDITION: Final = r"\b(?:if|whether|unless|suppose|supposing|assuming|would|could|might|in case)\b"
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = (
    r"\bhow (?:much|many|far|fast|large|big|quickly|differently|closely|long|wide)\b"
    r"[^\ue002]*\ue002|"
    r"^[#\s]*(?:who|what|which|where|how)\b[^\ue002]{0,40}\ue002\W*(?:\{|$)"
)
"""What makes it a question, asked or told; the comparison is the mark."""

ONLY_BOUND: Final = frozenset(
    ("nearly", "almost", "at least", "at most", "up to", "just over", "well over", "just under")
)
"""Bound words that compare nothing where no quantity follows."""
