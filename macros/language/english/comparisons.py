"""What compares in English by its grammar: beside a fact or two names it has to be a claim.

“Than”, “as … as”, degrees of adjectives, and the few verbs, prepositions and nouns that say nothing
but an order. There is no end of other ways: who names two entities is told so by their names. What
only looks like a comparison stands by a rule.
"""

from __future__ import annotations

from typing import Final

from macros.language.pattern_steps import CALL, Step, allowed, numbers


def _degrees(stems: str) -> str:
    """Return a pattern of the comparatives and superlatives of adjectives, such as “bigger”."""
    return rf"(?:{'|'.join(stems.split())})e(?:r|st)"


_SIZED: Final = _degrees(
    "bigg broad cheap dear deep dens dull fast few firm grav great high larg lean light long low "
    "narrow poor quick rich rar scarc sharp short slack slimm slow small soft spars steep strong "
    "swift tall thick thinn tight tough weak wid"
)
# “riskier”, “the boldest”: of these endings there are few nouns.
_IER: Final = (
    r"(?!supp|carr|earl|front|prem|barr|cour|outl|multipl|cash|financ|clas|identif|qualif|ampl|"
    r"sold|doss|glac|cop|not)(?-i:[a-z])\w{2,}ier"
)
_EST: Final = (
    r"(?:(?<=\bthe )|(?<=\bits )|(?<=\btheir )|(?<=’s ))(?:\w+[- ])?(?!(?:inter|for|hon|mod|earn|"
    r"manif|dig|harv|prot|cont|(?:con|re|in|be)?qu|arr|beh|lat|gu|pri|(?:north|south)?w|ch|cr|"
    r"[bnprt])est\b)\w{2,}est"
)
# What is of much, and not of what kind: only of these do “more” and “most” say how much.
_MEASURED: Final = (
    r"(?:expensive|profitable|valuable|efficient|productive|numerous|costly|powerful|popular|"
    r"(?:slow|quick|rapid|cheap|heavi|steep|sharp)ly|\w+,? \ue000)"
)
_RIVALS: Final = (
    r"(?:rivals?|peers?|competitors?|others|rest|field|market|list|table|ranking|average|forecasts?|"
    r"estimates?|expect\w*|targets?|goals?|hopes?|plan(?:ned)?|budget)"
)
_THING: Final = rf"(?:{CALL}|(?-i:[A-Z])|(?:(?:that|those) of|what)\b|(?:(?:the|its) )?{_RIVALS}\b)"
"""What one thing is held against: a fact, a name, or what is told of by a pronoun."""

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        r"\bno (?:longer|(?:later|earlier|sooner) than|more than (?:that|to|an?))\b|"
        r"\bmore often than not\b|\bmore than (?:an? (?!year|quarter|month|decade)|"
        r"(?:just|once|ever|merely|only|happy|welcome|ready|foreign)\b)|\b(?:another|else|sooner|"
        r"earlier|later) than\b(?! (?-i:[A-Z]))|\b(?:rather|other) than\b|\bless an? \w+ than\b",
    ),
    # A higher court is another court, and no court is higher for it.
    allowed(
        "kind",
        r"\b(?:deep|clos|long)er (?:look|version|terms?)\b|\blonger-term\b|\b(?:wid|broad|"
        r"narrow)er sense\b|\b\w+est-(?:serv|stand|runn|know)\w+|\b(?:low|upp|high)e(?:r|st) "
        r"(?:bound|up|case|courts?|house|education)\b|\bgreater (?:good|(?-i:[A-Z])\w+)|"
        r"\b(?:bigg|great|larg|deep)e(?:r|st) (?:\w+ )?(?:question|problem|risk|challenge|mistake|"
        r"surprise|difference|doubt|worr|threat|say)",
    ),
    allowed("correlation", rf"\bthe {_SIZED}\b[^.;:\n]{{1,80}}, the (?:\w+er|more|less)\b"),
    allowed("degree", r"\b(?:more|less) \w+(?:[ai]ble|ive|ful|ous) than\b(?! (?-i:[A-Z]))"),
)

FOUND: Final = numbers(
    # One thing held against another.
    rf"\b(?:twice|half|double|{CALL}(?: times)?) (?:as \w+(?: as)?|the (?:pace|size|rate)|what|"
    rf"that of|(?-i:[A-Z]))\b",
    r"\bas (?:much|many)(?=[,.:;])|\bno other \w+ (?:ha[sd]|is|was|can|does|did)\b|"
    r"\bas (?!soon|well|far|long|such|part)\w{3,} (?:(?!and\b)\w+ ){0,3}?as\b",
    rf"(?<!{CALL} )\b(?!old|new)(?:\w+er|more|less|worse)\b(?: [^\s.,;:“”]+){{0,6}}? than\b",
    # Degrees.
    rf"(?:\b\w+-)?\b(?:{_SIZED}|{_IER}|lesser)\b|\b{_EST}\b|\b(?:its|their) worst\b|\b(?:do|does|"
    rf"did|fares?) (?:better|worse)\b|\b(?:best|worst) (?=(?:quarter|year|month|result)s?\b)",
    rf"(?<!\bat )\b(?:more|most|less|least|fewer|fewest) {_MEASURED}|\bmost of (?:its?|"
    rf"their)\b|\bthe (?:most|least|fewest)\b(?= of\b|[.,;])|(?<!{CALL} )(?<!no )(?<!or )(?<!once )"
    rf"\b(?:more|less|fewer)(?=[.,;:]+(?:\s|$))",
    # “outgrew”, “outspends”: almost every verb made so compares, and few nouns are.
    r"\bout-?(?!dat|come|put|age|let|lin|look|sid|sourc|set|right|standing|door|fit|going|reach|"
    r"break|cry|law|back|post|skirt|burst|lay|flow|of|er|in\b|to\b)[a-z]{3,}\b",
    r"\b(?:overt(?:akes?|aking|ook|aken(?! by events))|(?:exceed|surpass|eclips|dwarf|trounc|"
    r"undercutt?|lagg?)(?:e?[sd]|ing|)|(?:lag\w*|fell) behind|beat(?:s|en|ing)?(?! an? ))\b",
    rf"\b(?:(?:far |well |just )?(?:above|below)|(?:far|well) (?:under|over)|ahead of|short of|"
    rf"second (?:behind|(?:only )?to)|topp?(?:s|ed|ing)|miss(?:es|ed|ing))\b(?= {_THING})",
    # What says an order, or a part.
    rf"\b(?:(?:rank|came|come)(?:s|ed|) first(?=,? with)|in first place|market leader|runner-up|"
    rf"lion’s share|(?:bulk|majority|fraction) of|on a par|in excess of|unprecedented|(?:lead|"
    rf"head)s?(?= the {_RIVALS})|(?:an?|new|\w+-year) (?:record )?(?:high|low|peak)(?= of|[.,;])|"
    rf"(?:record|all-time) (?:high|low)s?|(?:narrow|widen)(?:s|ed|ing))\b",
)

MORE: Final = (
    rf"\b(?:{_degrees('great larg bigg fast high wid')}|more|most|above|exceed\w*|ahead|outpace\w*|"
    rf"outgrew|leads?|led|passed|overtook|widened)\b"
)
LESS: Final = (
    rf"\b(?:{_degrees('small slow low short cheap few')}|less|below|behind|narrow\w*|shrank|"
    rf"trail\w*)\b"
)
"""What says that the first of two is the larger, and that it is the smaller."""

CONDITION: Final = (
    r"\b(?:if|whether|unless|suppos\w+|assuming|would|could(?! not)|might|(?-i:may)|in case)\b"
)
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = (
    r"\bhow (?:much|many|far|fast|large|big|quickly|differently|closely|long|"
    r"wide)\b[^\ue002]*\ue002|^[#\s]*(?:who|what|which|where|how)\b[^\ue002]{0,40}\ue002\W*(?:\{|$)"
)
"""What makes it a question, asked or told; the comparison is the mark."""
