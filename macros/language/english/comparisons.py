"""What compares in English. Beside a fact or two names it has to be a claim; elsewhere it may not.

The words are those with which one thing is set above another. What only looks like them stands by
a rule; each rule's words are in the corpora of the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.steps import CALL, Step, allowed, number

_SIZED: Final = (
    r"(?:larg|bigg|small|high|low|great|fast|slow|quick|cheap|costli|dear|heavi|steep|rich|wid|"
    r"narrow|long|short|deep|few|thinn|tall)(?:er|est)"
)
_MORE: Final = r"(?:more|most|less|least|fewer|fewest)"
# After “more”, an adjective says of what kind, and not how many: “more precise”.
_DEGREE: Final = (
    r"(?!(?:(?:capit|riv|tot|de|propos|met)al|\w*ment|(?:pati|ag|tal|cli)ent|\w*[dnl]ing|money|"
    r"expensive|profitable|valuable|efficient|\w*speed|need|traffic|memory|energy|suppl(?:y|ies)|"
    r"slowly|quickly|rapidly|cheaply)\b)(?:\w{3,}(?:ly|[ai]ble|ful|ous|ive|al|ant|ent|ic|[ao]ry|ed|"
    r"ing|less|ish|ise|act)|exact|recent|important|likely|open|like|to|so|about|certain|sure|plain|"
    r"clear)"
)

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        r"\b(?:no|any) (?:longer|more)\b(?! than)|\b(?:once|some|any|tell|read|say|know|to) more\b"
        r"(?! than)|\bmore (?:or less|and more|often than not|to come)\b|\bsooner or later\b|"
        rf"\bat (?:(?:the )?(?:very )?)(?:least|most|latest|best)\b(?!.{{0,2}}{CALL})|"
        r"\bnot least\b|\b(?:least|most) of all\b|\bnone the (?:less|more)\b|"
        r"\bmuch less\b(?= an? )|"
        r"\bno(?:thing)? (?:more|less) than an?\b|\bmore than (?:(?:an?|just|once|ever|enough|"
        r"merely|only|happy|welcome|ready|foreign)\b)|\bmore an?\b|\bmost (?:readers|people)\b|"
        r"\b(?:rather|other|another|else) than\b|\bbetter (?:read|known|off|left)\b|"
        r"\b(?:deeper|closer|longer) look\b|\b(?:wid|broad|narrow)er sense\b|\bbeat a retreat\b|"
        r"\b(?:low|upp|high)er bound\b|\blonger[- ]terms?\b|\bfurther (?:above|below)\b|"
        r"\bhigh(?:er|est) (?:courts?|education)\b|\blower(?:-| )case\b|\bmost-favoured\b|"
        r"\blarger than life\b|\bovertaken by events\b|\bin front of\b",
    ),
    allowed(
        "idiom",
        r"\b(?:go|goes|went|gone|going|look\w*|plan\w*|think\w*|l(?:ie|ies|ay|ying)|years?|months?|"
        r"days?|road|work) ahead\b(?! of)|\bgo-ahead\b|\bahead of (?:time|schedule|itself|20\d\d|"
        r"(?:the|its|their|a) (?:vote|hearing|meeting|launch|event|listing|summit|election))\b|"
        r"\b(?:way|chance|time|hard) to catch up\b|\bthe last but\b|\b(?:first|last) part\b",
    ),
    allowed(
        "correlation", rf"\bthe (?:more|less|{_SIZED})\b[^.;:\n]{{1,80}}, the (?:\w+er|more|less)\b"
    ),
    allowed("degree", rf"\b(?:more|most|less|least) {_DEGREE}\b"),
    allowed(
        "degree",
        r"\b(?:bigg|great|larg|deep)e(?:r|st) (?:\w+ )?(?:question|problem|risk|challenge|mistake|"
        r"surprise|difference|doubt|worr|fear|obstacle|threat|issue|strength|weakness|weight|"
        r"detail)",
    ),
    allowed("additional", rf"{CALL} more\b(?! than)|\b(?:one|a few|several) more\b(?! than)"),
    allowed(
        "place in the text",
        r"\b(?:see|listed|named|given|mentioned|shown|explained|described|quoted|set out|says|said|"
        r"noted|linked|as|tables?|lists?|charts?|section|those|row|footnote) (?:above|below)\b",
    ),
)

FOUND: Final[tuple[Step, ...]] = (
    number(
        "words", rf"\b(?:twice|half|{CALL}(?: times)?) (?:as \w+(?: as)?|the (?:pace|size|rate))\b"
    ),
    number("words", r"\bas (?!soon|well|far|long|such|part)(?:\w{3,}) (?:\w+ ){0,3}?as\b"),
    number(
        "words",
        rf"(?<!{CALL} )\b(?!other|rather|either|wheth|anoth|matt|old|new|earl|lat|soon)"
        r"\w+(?:er|more|less|worse)\b(?: \w+){0,2} than\b(?! an? )",
    ),
    number("words", rf"(?:\b\w+-)?\b{_SIZED}\b(?: than\b)?"),
    number("words", rf"\b(?:no |not )?(?<!\bat ){_MORE}\b(?: than\b)?"),
    number(
        "words",
        r"\b(?:strong|weak)e(?:r|st)\b(?! than an? )|\b(?:better|worse|best|worst)"
        r"(?= (?:growth|sales|revenues?|results?|margins?|demand|quarters?|profits?|than)\b)",
    ),
    # “outgrew”, “outspends”: almost every verb made so compares, and few nouns are.
    number(
        "words",
        r"\bout(?!dat|come|put|age|let|lin|look|sid|sourc|set|right|standing|door|fit|going|reach|"
        r"break|"
        r"cry|law|back|post|skirt|burst|lay|flow|of|er)[a-z]{3,}\b",
    ),
    number(
        "words",
        r"\b(?:overt(?:akes?|ook|aken|aking)|overshadow\w*|leapfrog\w*|exceed\w*|surpass\w*|"
        r"eclips\w+|dwarf\w*|undercut\w*|dominat\w+|beat(?:s|en|ing)?|trail(?:s|ed|ing)?(?! of\b)|"
        r"lag(?:s|ged|ging)?\b(?: behind)?|(?:catch(?:es|ing)?|caught) up|f[ae]ll(?:s|ing|"
        r"en)? short of|"
        r"(?:los[et]s?|losing|gain\w*|cede[sd]?) ground|pull(?:s|ed|ing)? (?:away from|past)|"
        r"unrivall?ed|unmatched|unequall?ed|peerless|on a par|level with|neck and neck|"
        r"no match for|edg(?:e[sd]?|ing) out|(?:can(?:not|[’']t)|could not) match|"
        r"second to|head start|number one|runner-up|lion[’']s share|(?:record|all-time)[ -]"
        r"(?:highs?|lows?|quarters?|profits?|revenues?|sales|losses)|c[ao]m(?:e|es|ing) (?:first|"
        r"out on top)|rank(?:s|ed|ing)? (?:\w+ )?(?:first|second|last|above|below|ahead|behind)|"
        r"(?:close|distant|clear) (?:second|third)|(?:nearly|almost) (?:all|every|none)"
        r"(?= (?:of|its|their|the|customers?|clients?|users?)\b)|(?:majority|bulk|fraction) of)\b",
    ),
    number(
        "words",
        r"\b(?:top(?:s|ped)|pass(?:es|ed)|(?:go|goes|went|gone|moved?) past|match(?:es|ed))"
        rf"(?= (?:{CALL}|(?-i:[A-Z])|the (?:list|table|ranking)))",
    ),
    number(
        "words",
        r"\b(?:narrow(?:s|ed|ing)|widen(?:s|ed|ing)?|to narrow)\b|\b(?:clos\w+|"
        r"shr[aiu]nk\w*) (?:the|its|"
        r"that) (?:gap|distance|lead)\b|\b(?:gap|distance|lead)\b[^.;:,\n]{0,50}?\b(?:clos(?:es|ed|"
        r"ing)"
        r"|shr[aiu]nk\w*|gr[eo]ws?|open(?:s|ed))\b",
    ),
    number(
        "words",
        r"\bahead\b(?: of\b)?|\b(?:far|well|close|way|further|f[ae]ll(?:s|ing|en)?|just|still|"
        r"remains?) "
        r"behind\b|\bbehind (?:in|on|by|its rivals?|the rest)\b|\bin front\b",
    ),
    number(
        "words",
        r"(?:\b(?:in|into|takes?|took|taken|ha[sd]|have|holds?|held|keeps?|kept|lost|loses?|the|"
        r"its|their|"
        r"an?)|[’']s)(?: \w+)? lead\b(?! (?:to|investor|role|time|author|bank|manager|"
        r"partner)s?\b)|"
        r"\bleads\b(?! (?:to|the (?:round|charge|way|team|company|project|consortium))\b)|"
        rf"\bled (?:by {CALL}|with {CALL}|the (?:market|field|pack|table)\b)",
    ),
    number(
        "words",
        rf"\b(?:above|below)(?= (?:{CALL}|(?:the|its|their|those)\b|(?-i:[A-Z])|forecasts?|"
        rf"expect))",
    ),
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

CONDITION: Final = r"\b(?:if|whether|unless|suppose|supposing|assuming|would|could|might|in case)\b"
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = (
    r"\bhow (?:much|many|far|fast|large|big|quickly|differently|closely|long|wide)\b"
    r"[^\ue002]*\ue002|"
    r"^[#\s]*(?:who|what|which|where|how)\b[^\ue002]{0,40}\ue002\W*(?:\{|$)"
)
"""What makes it a question, asked or told; the comparison is the mark."""
