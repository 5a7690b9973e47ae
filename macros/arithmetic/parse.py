"""The formula language: arithmetic over fact keys, and comparisons of such arithmetic.

formula    = sum
sum        = product (("+" | "-") product)*
product    = unary (("*" | "/") unary)*
unary      = "-" unary | atom ("^" exponent)?
exponent   = number | "(" "-"? number ("/" number)? ")"
atom       = number | key | "rank" "(" sum ("," sum)* ")" | "points" "(" sum ")" | "(" sum ")"
key        = name ("[" period "]")?
comparison = sum (("<" | ">" | "<=" | ">=" | "~") sum)+ ("and" comparison)*
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from macros.arithmetic.expression import Constant, Expression, Key, Operation, operation
from macros.problems import TieoutError

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<key>[a-z][a-z0-9_]*(?:\[[^\]\s]*\])?)"
    r"|(?P<sign><=|>=|[-+*/^(),<>~])"
    r"|(?P<other>\S))"
)
_COMPARING: Final = ("<", ">", "<=", ">=", "~")
# Far beyond what an author writes: what goes further would cost minutes, or the stack.
MAX_LENGTH: Final = 1000
MAX_DEPTH: Final = 40
MAX_PARTS: Final = 100
MAX_EXPONENT: Final = 100


def parse_formula(text: str) -> Expression:
    """Read a formula.

    Raises:
        TieoutError: The text is not a formula; the message names the column.
    """
    parser = _Parser(text)
    tree = parser.sum()
    parser.finish()
    return tree


def parse_comparisons(text: str) -> tuple[Operation, ...]:
    """Read what a claim asserts, such as ``a > 2 * b and a > c``.

    Raises:
        TieoutError: The text is not a comparison; the message names the column.
    """
    parser = _Parser(text)
    found = list(parser.comparison())
    while parser.accept("and"):
        found += parser.comparison()
    parser.finish()
    return tuple(found)


class _Parser:
    def __init__(self, text: str) -> None:
        if len(text) > MAX_LENGTH:
            raise TieoutError(f"the formula is longer than {MAX_LENGTH} characters")
        self.text, self.depth = text, 0
        found = list(self._scan())
        if sum(kind != "sign" for kind, _, _ in found) > MAX_PARTS:
            raise TieoutError(f"the formula has more than {MAX_PARTS} keys and numbers")
        self.tokens = iter([*found, ("end", "", len(text))])
        self.kind, self.next, self.column = next(self.tokens)

    def _scan(self) -> Iterator[tuple[str, str, int]]:
        for match in _TOKEN.finditer(self.text):
            kind = str(match.lastgroup)
            column = match.start(kind)
            if kind == "other":
                fault = f"column {column + 1}: {match[kind]!r} is not understood"
                raise TieoutError(fault, "use keys, numbers, + - * / ^ ( ), rank(…) and points(…)")
            yield kind, match[kind], column

    def take(self) -> str:
        taken = self.next
        self.kind, self.next, self.column = next(self.tokens)
        return taken

    def accept(self, *signs: str) -> str:
        return self.take() if self.next in signs else ""

    def expect(self, sign: str) -> None:
        if not self.accept(sign):
            raise self.error(f"{sign!r} is missing")

    def error(self, message: str) -> TieoutError:
        return TieoutError(f"column {self.column + 1}: {message} in {self.text!r}")

    def finish(self) -> None:
        if self.kind != "end":
            raise self.error(f"{self.next!r} was not expected")

    def comparison(self) -> Iterator[Operation]:
        left = self.sum()
        if self.next not in _COMPARING:
            raise self.error("a comparison such as > or < is missing")
        while sign := self.accept(*_COMPARING):
            right = self.sum()
            yield operation(sign, left, right)
            left = right

    def sum(self) -> Expression:
        return self._joined(self.product, "+", "-")

    def product(self) -> Expression:
        return self._joined(self.unary, "*", "/")

    def _joined(self, part: Callable[[], Expression], *signs: str) -> Expression:
        tree = part()
        while sign := self.accept(*signs):
            tree = operation(sign, tree, part())
        return tree

    def unary(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TieoutError(f"the formula is nested deeper than {MAX_DEPTH}")
        if self.accept("-"):
            tree: Expression = operation("-", Constant(Fraction(0)), self.unary())
        else:
            tree = self._atom()
            tree = operation("^", tree, self._exponent()) if self.accept("^") else tree
        self.depth -= 1
        return tree

    def _exponent(self) -> Constant:
        if self.accept("("):
            sign = -1 if self.accept("-") else 1
            exponent = sign * self._number()
            if self.accept("/"):
                below = self._number()
                if not below:
                    raise self.error("an exponent is divided by zero")
                exponent /= below
            self.expect(")")
        else:
            exponent = self._number()
        if abs(exponent) > MAX_EXPONENT or exponent.denominator > MAX_EXPONENT:
            raise self.error(f"an exponent is at most {MAX_EXPONENT}, and so is what divides it")
        return Constant(exponent)

    def _number(self) -> Fraction:
        if self.kind != "number":
            raise self.error("an exponent is a number, such as 2 or (1/5)")
        return Fraction(self.take())

    def _atom(self) -> Expression:
        if self.accept("("):
            return self._closed(self.sum())
        if self.kind == "end":
            raise self.error("a key or number is missing")
        if self.kind == "sign" or self.next == "and":
            raise self.error(f"a key or number is missing before {self.next!r}")
        if self.kind == "number":
            return Constant(Fraction(self.take()))
        word = self.take()
        if word == "points" and self.accept("("):
            return self._closed(operation(word, self.sum()))
        if word == "rank" and self.accept("("):
            items = [self.sum()]
            while self.accept(","):
                items.append(self.sum())
            return self._closed(operation(word, *items))
        return Key(word)

    def _closed(self, tree: Expression) -> Expression:
        self.expect(")")
        return tree
