"""A citation of a source that is not declared."""

from __future__ import annotations

import re
from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown

_CLAUSE = re.compile(r"第|[\d一二三四五六七八九十]+[、条款项.)）]*$|附")


@frozen(eq=False, repr=False)
class UnknownSource(Unknown):
    """The first word of a citation is a source that the policy declares with `依据`.

    Failing:
        规则 甲 [住 1]
          对 指标
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
    """

    code: ClassVar[str] = "unknown-source"
    number: ClassVar[str] = "E0207"
    title: ClassVar[Phrase] = Phrase("引用了没有声明的依据", "a source that is not declared")
    noun: ClassVar[Phrase] = Phrase("依据", "source")

    def help(self) -> Phrase:
        if _CLAUSE.match(self.name) and not self.meant and self.known:
            written = f"[{self.known[0]} {self.name}]"
            return Phrase(
                f"条款之前要写依据的短名，例如 {written}", f"the source stands before the clause, as in {written}"
            )
        return super().help()

    @property
    def meant(self) -> str:
        """The source that was probably meant; where its clause was written into it, both, apart."""
        start = next((each for each in self.known if self.name.startswith(each)), "")
        return f"{start} {self.name.removeprefix(start)}" if start else super().meant
