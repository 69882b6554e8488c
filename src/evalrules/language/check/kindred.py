"""The fields that a mistyped or guessed name may mean: those of the kind that its words speak of."""

from __future__ import annotations

from evalrules.language.check.names import Place
from evalrules.language.policy.schema import Field, FieldType, Role

_TYPES: tuple[tuple[FieldType, tuple[str, ...]], ...] = (
    (FieldType.MONEY, ("支出", "执行", "预算", "拨付", "到位", "使用数", "资金", "金额", "spent", "budget", "amount")),
    (FieldType.MEASURED, ("完成", "实际", "实绩", "actual", "achieved", "done")),
    (FieldType.TARGET, ("目标", "指标值", "计划", "标准值", "target", "goal", "plan")),
)
_ROLES: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (Role.CLAIMED, ("自评", "自打", "claimed", "self")),
    (Role.MAXIMUM, ("权重", "满分", "分值", "weight", "maximum")),
    (Role.TIER, ("档", "tier", "level")),
    (Role.REASON, ("原因", "说明", "理由", "reason", "cause")),
)


def kindred(name: str, place: Place) -> tuple[str, ...]:
    """The fields of the row at hand that are of the type or for the use that words inside `name` speak of."""
    fields = [field for record in (place.row.records if place.row else ()) for field in record.fields]
    roles = [role for role, words in _ROLES if any(word in name for word in words)]
    types = [type_ for type_, words in _TYPES if any(word in name for word in words)]
    meant = [each for each in fields if set(roles) & set(each.roles)] or [each for each in fields if each.type in types]
    return tuple(dict.fromkeys(_spelt_like(name, each) for each in meant))


def _spelt_like(name: str, field: Field) -> str:
    return field.en if name.isascii() else field.zh
