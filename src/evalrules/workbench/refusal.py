"""Why a command cannot be carried out, before any policy or form is looked into: one function a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from evalrules.language.problems import Phrase
from evalrules.language.problems.nearest import nearest
from evalrules.library.choice import Choice
from evalrules.library.shelf import Entry

_MOST_LISTED = 8


@frozen
class Refusal:
    """A reason to do nothing, and what to do instead."""

    code: str
    message: Phrase
    help: Phrase

    def __str__(self) -> str:
        return f"{self.message.zh} ({self.message.en})\n{self.help.zh} ({self.help.en})"


# ---- files ---------------------------------------------------------------------------------------


def cannot_open(name: str, error: OSError | ValueError) -> Refusal:
    """A file that is not there, or that may not be read."""
    why = _why(error)
    return Refusal(
        "cannot-open",
        Phrase(f"打不开 {name}：{why.zh}", f"{name} cannot be opened: {why.en}"),
        Phrase("检查路径是否正确、是否有权读取", "look at the path, and whether you may read it"),
    )


def layout_refused(name: str, what: str) -> Refusal:
    """A text that would say something else once laid out: our mistake, and the file is as it was."""
    return Refusal(
        "layout-refused",
        Phrase(f"{name} 整理后的内容会变（{what}），没有改动", f"{name} would not say the same once laid out ({what})"),
        Phrase(
            "这是 evalrules 的缺陷，请附上文件报告", "this is a defect of evalrules: please report it with the file"
        ),
    )


def _why(error: OSError | ValueError) -> Phrase:
    match error:
        case FileNotFoundError():
            return Phrase("没有这个文件", "there is no such file")
        case IsADirectoryError():
            return Phrase("它是文件夹", "it is a folder")
        case PermissionError():
            return Phrase("没有读取的权限", "reading it is not permitted")
        case OSError(strerror=str(said)):
            return Phrase(said, said)
        case _:  # ValueError: a path that no system has, such as one with a zero byte
            return Phrase(str(error), str(error))


def not_a_policy(name: str) -> Refusal:
    """A form where a policy is needed."""
    return Refusal(
        "not-a-policy",
        Phrase(f"{name} 是表格文件，不是政策", f"{name} is a form, not a policy"),
        Phrase(f"用 evalrules explain {name} 计分", f"score it with `evalrules explain {name}`"),
    )


def schema_for_policy(name: str) -> Refusal:
    """The declaration of a form where a policy is needed."""
    return Refusal(
        "not-a-policy",
        Phrase(f"{name} 声明的是表式，不是政策", f"{name} declares a form, not a policy"),
        Phrase(
            "用 evalrules policies 列出适用于它的政策",
            "`evalrules policies` lists the policies that apply to it",
        ),
    )


def testing_not_installed() -> Refusal:
    """The part that draws forms at random is installed on request."""
    return Refusal(
        "testing-not-installed",
        Phrase("没有安装试表所需的 hypothesis", "hypothesis, which draws the forms, is not installed"),
        Phrase("运行 pip install 'evalrules[testing]'", "run `pip install 'evalrules[testing]'`"),
    )


def nothing_to_test(name: str) -> Refusal:
    """A folder without examples."""
    return Refusal(
        "nothing-to-test",
        Phrase(f"{name} 之下没有政策，也没有示例集", f"there are no policies and no sets of examples below {name}"),
        Phrase("写出政策所在的文件夹", "name the folder in which policies lie"),
    )


def examples_for_policy(name: str) -> Refusal:
    """A file of examples where a policy is needed."""
    return Refusal(
        "not-a-policy",
        Phrase(f"{name} 只有示例，不是政策", f"{name} holds examples, not a policy"),
        Phrase(f"用 evalrules test {name} 运行示例", f"run the examples with `evalrules test {name}`"),
    )


def nothing_to_check(name: str) -> Refusal:
    """A folder without policies."""
    return Refusal(
        "nothing-to-check",
        Phrase(f"{name} 之下没有 .rules 文件", f"there are no .rules files below {name}"),
        Phrase("写出政策所在的文件夹", "name the folder in which policies lie"),
    )


def no_forms(names: str) -> Refusal:
    """Folders without forms."""
    return Refusal(
        "no-forms",
        Phrase(f"{names} 之下没有表格文件", f"there are no forms in {names}"),
        Phrase("写出表格文件，或放表格的文件夹", "name forms, or the folder in which they lie"),
    )


def file_exists(name: str) -> Refusal:
    """A file that would be overwritten."""
    return Refusal(
        "file-exists",
        Phrase(f"{name} 已经存在，没有改动它", f"{name} is there already and was left as it is"),
        Phrase("换一个文件名，或先把它移走", "choose another name, or move it away first"),
    )


def cannot_write(name: str, error: OSError | ValueError) -> Refusal:
    """A file that may not be written, or whose folder is not there."""
    if isinstance(error, FileNotFoundError):
        why = Phrase("没有这个文件夹", "there is no such folder")
    elif isinstance(error, PermissionError):
        why = Phrase("没有写入的权限", "writing it is not permitted")
    else:
        why = _why(error)
    return Refusal(
        "cannot-write",
        Phrase(f"写不了 {name}：{why.zh}", f"{name} cannot be written: {why.en}"),
        Phrase("检查文件夹是否存在、是否有权写入", "look at the folder, and whether you may write there"),
    )


# ---- beginning a policy --------------------------------------------------------------------------


def malformed_year(year: str) -> Refusal:
    """A year that is none."""
    return Refusal(
        "malformed-year",
        Phrase(f"“{year}”不是年度", f"`{year}` is no year"),
        Phrase("写四位数，例如 --year 2024", "write four digits, as in --year 2024"),
    )


def malformed_place(place: str) -> Refusal:
    """A place that cannot stand in a policy."""
    return Refusal(
        "malformed-place",
        Phrase(f"“{place}”不是地区", f"`{place}` is no place"),
        Phrase("各级用 / 分开，例如 --place 宁夏/吴忠/盐池", "part its levels by /, as in --place 宁夏/吴忠/盐池"),
    )


def malformed_id(name: str) -> Refusal:
    """A name that no policy should have."""
    return Refusal(
        "malformed-id",
        Phrase(f"“{name}”不能作政策名", f"`{name}` cannot be the name of a policy"),
        Phrase(
            "用字母、数字和连字符，例如 --id dingxi-2024",
            "use letters, digits and hyphens, as in --id dingxi-2024",
        ),
    )


def id_taken(name: str) -> Refusal:
    """A name that another policy has."""
    return Refusal(
        "id-taken",
        Phrase(f"已经有名为“{name}”的政策", f"there is a policy called `{name}` already"),
        Phrase("用 --id 另取一个名称", "choose another name with --id"),
    )


def other_kind(kind: str, policy: str, schema: str) -> Refusal:
    """An amendment that is to be for another form than what it amends."""
    return Refusal(
        "other-schema",
        Phrase(f"政策 {policy} 适用于 {schema}，不是 {kind}", f"policy `{policy}` is for `{schema}`, not for `{kind}`"),
        Phrase("去掉 --kind，或修订另一个政策", "leave --kind out, or amend another policy"),
    )


def unknown_schema(name: str, known: Sequence[str]) -> Refusal:
    """A form that no file of the library declares."""
    meant = nearest(name, known)
    return Refusal(
        "unknown-schema",
        Phrase(f"没有名为“{name}”的表式", f"there is no form called `{name}`"),
        Phrase(f"是否想用“{meant}”？", f"did you mean `{meant}`?")
        if meant
        else Phrase(f"可用的表式：{'、'.join(known)}", f"there are: {', '.join(known)}"),
    )


# ---- policies ------------------------------------------------------------------------------------


def unknown_policy(name: str, known: Sequence[str]) -> Refusal:
    """An id that no file of the library declares."""
    meant = nearest(name, known)
    return Refusal(
        "unknown-policy",
        Phrase(f"没有名为“{name}”的政策", f"there is no policy called `{name}`"),
        Phrase(f"是否想用“{meant}”？", f"did you mean `{meant}`?")
        if meant
        else Phrase(
            "用 evalrules policies 列出全部政策；政策文件要写出后缀 .rules",
            "`evalrules policies` lists all there are; write the ending .rules of a file",
        ),
    )


def declared_twice(name: str, entries: Sequence[Entry]) -> Refusal:
    """Several files of one folder that declare the same name."""
    files = _listed([str(each.path) for each in entries])
    return Refusal(
        "declared-twice",
        Phrase(f"有几个文件都声明了“{name}”：\n{files}", f"several files declare `{name}`:\n{files}"),
        Phrase("改掉其中几个的名称，或移走它们", "rename all but one, or move them away"),
    )


def broken_policy(name: str, errors: int) -> Refusal:
    """A policy that does not pass its check."""
    return Refusal(
        "broken-policy",
        Phrase(f"政策 {name} 有 {errors} 个错误，不能计分", f"policy {name} has {errors} error(s) and cannot score"),
        Phrase("按上面的建议改正政策", "correct the policy as told above"),
    )


def ambiguous_policy(choice: Choice) -> Refusal:
    """Several policies that fit a form equally well."""
    wanted, zh, en = _wanted(choice), _candidates(choice.fitting, "zh"), _candidates(choice.fitting, "en")
    if any(each.header.place or each.header.years.first for each in choice.fitting):
        return Refusal(
            "ambiguous-policy",
            Phrase(
                f"有几个政策同样适用于{wanted.zh}：\n{zh}",
                f"several policies fit {wanted.en} equally well:\n{en}",
            ),
            Phrase("用 --policy 指定一个", "name one with --policy"),
        )
    return Refusal(
        "ambiguous-policy",
        Phrase(
            f"没有找到专为{wanted.zh}写的政策；不限地区和年度的有几个，不能断定用哪一个：\n{zh}",
            f"no policy was found that is written for {wanted.en}; several are for any place and year, and nothing "
            f"says which is meant:\n{en}",
        ),
        _local_help(choice, Phrase("用 --policy 指定其中一个", "name one of them with --policy")),
    )


def _local_help(choice: Choice, first: Phrase) -> Phrase:
    """What else there is to do where no local policy was found: say where it lies, or begin one."""
    wanted = choice.wanted
    place = wanted.place if re.fullmatch(r"[\w/]+", wanted.place) else "…"
    year = wanted.year if re.fullmatch(r"\d{4}", wanted.year) else "…"
    begin = f"evalrules new --place {place} --year {year}"
    if wanted.schema in choice.schemas and wanted.schema != "project":
        begin += f" --kind {wanted.schema}"
    return Phrase(
        f"{first.zh}；本地的政策放在别处的，用 --library 指出文件夹；还没有的，用 {begin} 起草",
        f"{first.en}; say with --library in which folder your own policies lie; begin one with `{begin}`",
    )


def no_policy(choice: Choice) -> Refusal:
    """No policy that fits a form; those for other places and years are listed, the nearest first."""
    if not choice.others:
        return _no_policy_for_schema(choice)
    wanted = _wanted(choice)
    return Refusal(
        "no-policy",
        Phrase(
            f"政策库中没有适用于{wanted.zh}的政策；相近的有：\n{_candidates(choice.others, 'zh')}",
            f"the library has no policy for {wanted.en}; near to it are:\n{_candidates(choice.others, 'en')}",
        ),
        _local_help(
            choice,
            Phrase(
                "改正表格所写的地区、年度，或用 --policy 指定一个政策",
                "correct the place and the year on the form, or name a policy with --policy",
            ),
        ),
    )


def _no_policy_for_schema(choice: Choice) -> Refusal:
    schema = choice.wanted.schema
    meant = nearest(schema, choice.schemas)
    return Refusal(
        "no-policy",
        Phrase(f"政策库中没有适用于表式“{schema}”的政策", f"the library has no policy for forms of schema `{schema}`"),
        Phrase(f"表式是否想写“{meant}”？", f"did you mean schema `{meant}`?")
        if meant
        else Phrase(
            "用 evalrules policies 列出全部政策；自己写的政策，用 --policy 写明文件，或用 --library 写明文件夹",
            "`evalrules policies` lists all there are; name your own with --policy, or its folder with --library",
        ),
    )


def _wanted(choice: Choice) -> Phrase:
    """What the form says of itself; what it does not say stands out."""
    wanted = choice.wanted
    zh = f"地区“{wanted.place or '（未填）'}”、年度“{wanted.year or '（未填）'}”、表式“{wanted.schema or '（未填）'}”"
    en = (
        f"place `{wanted.place or '(not given)'}`, year `{wanted.year or '(not given)'}`, "
        f"form `{wanted.schema or '(not given)'}`"
    )
    return Phrase(zh, en)


def _candidates(entries: Sequence[Entry], lang: str) -> str:
    heads = [each.header for each in entries]
    return _listed([f"{head.id}  {head.place or '—'}  {head.years.name(lang) or '—'}  {head.title}" for head in heads])


def _listed(lines: Sequence[str]) -> str:
    more = [f"…… +{len(lines) - _MOST_LISTED}"] if len(lines) > _MOST_LISTED else []
    return "\n".join(f"  {line}" for line in (*lines[:_MOST_LISTED], *more))


def other_schema(form: str, policy: str, schema: str) -> Refusal:
    """A form that follows another schema than the policy applies to."""
    return Refusal(
        "other-schema",
        Phrase(
            f"表格的表式是 {form}，政策 {policy} 适用于 {schema}",
            f"the form follows schema `{form}`, and policy `{policy}` applies to `{schema}`",
        ),
        Phrase("换一个政策，或改正表格的 schema", "choose another policy, or correct the form's schema"),
    )
