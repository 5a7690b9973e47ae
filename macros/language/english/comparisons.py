"""What compares in English. Beside a fact or two names it has to be a claim; elsewhere it may not.

Grammar carries it: “than”, “as … as”, degrees of adjectives, and the prepositions, verbs and nouns
of order when what follows is a thing to be held against. What only looks like it stands by a rule.
"""

from __future__ import annotations

from typing import Final

from macros.language.english.forms import degrees, phrases, verbs
from macros.language.steps import CALL, Step, allowed, numbers

_SIZED: Final = degrees(
    "big broad cheap dear deep dense dull fast few firm grave great high large lean light long low "
    "narrow poor quick rich rare scarce sharp short slack slim slow small soft sparse steep strong "
    "swift tall thick thin tight tough weak wide"
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
_NAME: Final = rf"(?:{CALL}|(?-i:[A-Z]))"
_RIVALS: Final = (
    r"(?:rivals?|peers?|competitors?|competition|field|pack|market|averages?|norm|forecasts?|"
    r"estimates?|expect\w*|targets?|budgets?|plan(?:ned)?|guidance|consensus|goals?|hopes?|record|"
    r"rest|pace)"
)
_THING: Final = (
    rf"(?:{_NAME}|(?:(?:that|those) of|any\w*|all|every\w*|each|what|none)\b|(?:(?:the|its|their|"
    rf"\w+’s) (?:\w+ )?)?{_RIVALS}\b)"
)
"""What one thing is held against: a fact, a name, or what is told of by a pronoun."""
# What is of much, and not of what kind: only of these does “more” say how much.
_MEASURED: Final = (
    r"(?:expensive|profitable|valuable|efficient|costly|numerous|powerful|popular|productive|"
    r"(?:slow|quick|rapid|cheap|heavi|free|steep|sharp)ly)"
)
_KIND: Final = r"\w{2,}(?:ly|[ai]ble|ful|ous|ive|[ai]c|ical|iar|[ao]ry|[ae]nt|ed|less|ish|act|ise)"
_BEATING: Final = verbs(
    "overtake overhaul overshadow dethrone leapfrog exceed surpass eclipse dwarf undercut dominate "
    "lag trounce"
)
# Also nouns, or other verbs: they compare if what follows is a thing.
_BEATING_A_THING: Final = verbs("top pass miss match pip trump tower catch defeat")
_ORDER: Final = r"(?:first|second|third|fourth|fifth|last)"
_LIST: Final = r"(?:list|table|ranking|league|class|pile|field|pack|market|world|industry|race)s?"
_APART: Final = r"(?:gap|gulf|chasm|distance|lead|advantage|edge|margin)"
_MOVES: Final = (
    r"(?:clos(?:es?|ed|ing)|shr[aiu]nk\w*|gr[eo]w(?:s|n|ing)?|open(?:s|ed)|melt\w*|vanish\w*|"
    r"narrow\w*|widen\w*|slip\w*|gone)"
)
_RANKS: Final = phrases(
    "\\w+-leading, market leader, front-runner*, laggard*, also-ran, runner-up, underdog*, gulf "
    "between, chasm between, hold* the record, the better of, number one, winner*, loser*, "
    "dominan*, the crown, catch-up, neck and neck, league of its own, cut above, no match for, "
    "head start, upper hand, the edge on, lion’s share, on a par, parity with, tied with, pale*, "
    "by far, within an? \\w+ of, on the heels of, ke*p* pace with, ke*p* up with, by a mile, in "
    "comparison, by comparison, in contrast to, majority of, bulk of, fraction of, far cry, short "
    "of, shy of, abreast of, in excess of, rings around, minnow, a peak of, los* out to, lost out "
    "to, and then some, st*l* a march, clear water, at the expense of, in the shadow of"
)

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        rf"\b(?:no|any) (?:longer|more)\b(?! than)|\b(?:once|some|any|tell|read|say|know|to|for|"
        rf"there is) more\b(?! than)|\bmore (?:or less|and more|often than not|to \w+)\b|"
        rf"\b(?:least|most) of all\b|\bat (?:(?:the )?(?:very )?)(?:least|most|latest|"
        rf"best)\b(?!.{{0,2}}{CALL})|\bnot least\b|\bnone the (?:less|more)\b|\b(?:much "
        rf")?less\b(?= an? )|\bmore than (?:an? (?!year|quarter|month|decade)|(?:just|once|ever|"
        rf"merely|only|happy|welcome|ready|foreign)\b)|\bmore an?\b|\bmost (?:readers|people)\b|"
        rf"\bunlike most\b|\b(?:rather|other|another|else|sooner|earlier|later) than\b(?! "
        rf"(?-i:[A-Z]))|\b(?:rather|other) than\b|\bsooner or later\b|\bbeat a retreat\b|"
        rf"\bovertaken by events\b|\babove all\b|\bfor better or worse\b",
    ),
    # Of what kind it is, and not how much: a higher court is another court.
    allowed(
        "kind",
        r"\b(?:deep|clos|long)er (?:look|version)\b|\b(?:wid|broad|narrow)er sense\b|"
        r"\blonger[- ]terms?\b|\b\w+est-(?:serv|stand|runn|know)\w+|\b(?:low|upp|high)e(?:r|st) "
        r"(?:bound|up|courts?|house|education)\b|\blower(?:-| )case\b|\bgreater (?:good|"
        r"(?-i:[A-Z])\w+)|\b(?:bigg|great|larg|deep)e(?:r|st) (?:\w+ )?(?:question|problem|risk|"
        r"challenge|mistake|surprise|difference|doubt|worr|threat|say)",
    ),
    allowed(
        "correlation", rf"\bthe (?:more|less|{_SIZED})\b[^.;:\n]{{1,80}}, the (?:\w+er|more|less)\b"
    ),
    allowed(
        "degree",
        rf"\b(?:more|most|less|least) (?!{_MEASURED}\b)(?:{_KIND}|exact|open|like|about|certain|"
        rf"sure|plain|clear)\b(?! than (?:(?-i:[A-Z])|th(?:at|ose)\b))",
    ),
    allowed("additional", rf"{CALL} more\b(?! than)|\b(?:one|a few|several) more\b(?! than)"),
)

FOUND: Final = numbers(
    "words",
    # One thing held against another.
    rf"\b(?:twice|half|double|{CALL}(?: times)?) (?:as \w+(?: as)?|the (?:pace|size|rate)|what|"
    rf"that of|(?-i:[A-Z]))\b",
    r"\bas (?!soon|well|far|long|such|part)\w{3,} (?:(?!and\b)\w+ ){0,3}?as\b|(?<!said )(?<!says "
    r")(?<!say )\b[as][so] (?:much|many|\w+ly(?=[.,;]))\b",
    rf"(?<!{CALL} )\b(?!old|new)(?:\w+er|more|less|worse)\b(?: [^\s.,;:“”]+){{0,6}}? than\b",
    rf"(?:\b\w+-)?\b(?:{_SIZED}|{_IER}|lesser)\b|\b{_EST}\b|\b(?:(?:its|their) worst|the worst(?= "
    rf"\w+ (?:in|since|of|ever|on)\b))\b|\b(?:fare\w*|do|does|doing|did) (?:better|worse)\b|"
    rf"\b(?:better|worse)(?= (?:growth|sales|results?|margins?|prices?|terms|placed)\b)|\b(?:best|"
    rf"worst) (?=(?:quarter|year|month|result)s?\b)",
    r"\b(?:no |not )?(?<!\bat )(?:more|most|less|least|fewer|fewest)\b",
    rf"(?<! is)(?<!are)(?<!was)(?<!were)(?<! be)(?<!been)(?<! and) compared (?:with|to)\b|"
    rf"^compared (?:with|to)\b|\b(?:versus|vs\.?) (?={_THING})|\bby (?:the|\w+’s)? ?standards?\b|"
    rf"\bset against\b|\bthe same (?:(?:amount|sum|size|price|rate|number|share|level) )?as\b|"
    rf"\bnot since\b|\bnever before\b|\bby an? (?:\w+ )?margin\b|\b(?:what|the way) {_NAME}[\w’]* "
    rf"(?:do(?:es)?|did|ha[sd])(?=[.,;])|\bbe the size of (?={_NAME})|\bmakes? {_NAME}\w* look\b|"
    rf"\b(?:un|(?<!s )(?<!, )(?<!would ))like (?={_NAME})",
    r"\b(?:nobody|no[ -]one|none|no other)\b(?=[^.,;:]{0,40} (?:like|as|but|so)\b)|\bno other \w+ "
    r"(?:ha[sd]|have|can|does|did|is|was)\b",
    # “outgrew”, “outspends”: almost every verb made so compares, and few nouns are.
    r"\bout-?(?!dat|come|put|age|let|lin|look|sid|sourc|set|right|standing|door|fit|going|reach|"
    r"break|cry|law|back|post|skirt|burst|lay|flow|of|er|in\b|to\b)[a-z]{3,}\b",
    rf"\b(?:{_BEATING}(?: behind)?|overt(?:ook|aken)|beat(?:s|en|ing)?|trail(?:s|ed|ing)?(?! "
    rf"of\b)|(?<!way to )(?<!chance to )(?<!time to )(?<!hard to )c(?:atch(?:es|ing)?|aught) up|"
    rf"(?:los[et]s?|losing|gain\w*|cede[sd]?|make\w* up) ground|(?:eats?|ate|eaten|eating) into|"
    rf"chip\w* away at|(?:slip|f[ae]ll)\w* behind|pull\w* (?:away from|ahead|clear)|(?:t[ao]kes?|"
    rf"took|st[eo]le|steals?|w[io]ns?|grab\w*|snatch\w*) (?:\w+ ){{0,3}}?(?:share|market|"
    rf"customers|ground) from|(?:gain|clos|inch|creep|edg)(?:s|ed|es?|ing) (?:on|in on|out|closer|"
    rf"nearer|past)|(?:le(?:aves?|aving|ft)|puts?) (?:{_THING}\w* ){{1,3}}(?:behind|in the "
    rf"(?:dust|shade)))\b",
    rf"\b(?:{_BEATING_A_THING}|caught|bested|comes close to|equals|a multiple of)(?: (?:over|"
    rf"above))?(?= (?:{_NAME}|(?:that|those) of\b|(?:(?:the|its) )?(?:{_LIST}|{_RIVALS})\b))(?! "
    rf"(?:\w+’s )?\ue000 (?:on|to)\b)(?! \w+’s \ue000)",
    rf"\b(?:to|can|could|cannot|can’t|could not|now) (?:match|rival|equal)\b(?! any\b)|"
    rf"\brival(?:s|led|ling)? (?=th(?:at|ose) of)|(?<!its )(?<!the )(?<!’s )\brival(?:s|led) "
    rf"(?={_NAME})",
    # Prepositions of order.
    rf"(?<!the )\bpast (?=(?-i:[A-Z])|th(?:at|ose) of\b)|\bleap\w* over\b|\b(?:(?:ahead|in front) "
    rf"of|(?:far |well |just )?(?:above|below|beneath|beyond)|(?:far|well|way) (?:under|over)|"
    rf"level with|in line with|(?:relative|(?:is|looks?|seems?) \w+ next|second(?: only)?) to|"
    rf"(?<=, )behind|(?<=ly )behind)\b(?= {_THING})|(?:^|(?<=[.,;:] ))next to (?={_NAME})|"
    rf"\b(?:superior|inferior)\b",
    rf"(?<!\btake )(?<!\btakes )(?<!\btook )(?<!\bhand )(?<!\bwon )\b(?:leads?|hand|towers?|wins?|"
    rf"prevail\w*|victory|start|premium|dominance|gains?|{_APART}) over\b",
    rf"\b(?:far|well|close|way|further|just|still|remains?|is|are|was|were|{_ORDER}|place|run\w*|"
    rf"pull\w*|nos\w+|edg\w+|dr[ae]w\w*) (?:ahead|behind)\b|\bin front\b|\bbehind(?=[.,;]| (?:in|"
    rf"on|by|its rivals?|the rest)\b)",
    # Ranks and records.
    rf"\b(?:rank(?:s|ed|ing)?|c[ao]m(?:e|es|ing)|finish\w*|place[sd]) (?:an? \w+ "
    rf")?(?:{_ORDER}\b(?! (?:week|month|year|summer|to)|, with the)|above|below|out on top)|"
    rf"\b(?:is|are|was|were|be|became) (?:the )?(?:first|second|last) (?:to|among)\b|(?<!in the "
    rf")\b(?:{_ORDER}|top|bottom) (?:\w+ )?(?:spot|place|position|rank)\b|\b(?:top|bottom|head) "
    rf"of the {_LIST}\b|\b(?:close|distant|clear) (?:second|third)\b",
    rf"\b(?:head|lead|led|mov|cap)(?:e?s|e?d|ing)? (?:(?:the|its|all|every) (?:\w+ )?(?:{_LIST}|"
    rf"{_RIVALS}|way)|atop)\b|\bleads?(?= in\b)|\ble(?:ads?|d|ading)\b(?! \w+’s)(?= (?:{_NAME}|by "
    rf"{CALL}|with {CALL})|[.,;])|\b(?:is|as|was|remains) the leading\b|\blead\b(?=[.,;:]|$| "
    rf"(?:over|on|of|by|is|was|has|from|at|now|\ue000))(?! investor)",
    _RANKS,
    r"\b(?:un(?:precedented|surpass\w+|parallel\w+|rival\w+|match\w+|equal\w+)|peerless|"
    r"record-\w+|(?:an?|new|its|their) record\b(?: (?:high|low)s?)?(?! of)|(?:an?|new|\w+-year) "
    r"(?:high|low)\b(?= of\b|[.,;])|(?:record|all-time) (?:highs?|lows?|quarters?|profits?|"
    r"revenues?|sales|losses)|(?:w[io]ns?|los[et]s?) (?:\w+ ){0,4}(?:battle|race|contest|war|duel|"
    r"title)|(?:nearly|almost) (?:all|every|none)(?= (?:of|its|their|the|\w+s)\b)|(?:about|"
    r"roughly|nearly|almost) equal|the equals? of|equal to|each other close|run(?:s|ning)? "
    r"(?-i:[A-Z])\w+ close|dr[ae]wn? level)\b",
    # Distances that change.
    rf"\b(?:narrow(?:s|ed|ing)|widen(?:s|ed|ing)?|to narrow)\b|\b(?:{_MOVES}) (?:the|its|that) "
    rf"{_APART}\b|\b{_APART}\b[^.;:,\n]{{0,50}}?\b{_MOVES}\b",
)

MORE: Final = (
    rf"\b(?:{degrees('great large big fast high wide')}|more|most|above|exceed\w*|ahead|outpace\w*|"
    rf"outgrew|leads?|led|passed|overtook|widened)\b"
)
LESS: Final = (
    rf"\b(?:{degrees('small slow low short cheap few')}|less|below|behind|narrow\w*|shrank|"
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
