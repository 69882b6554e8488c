"""The table of bad inputs: one row an input, with the codes of what is said. The words are in `golden/`."""

from __future__ import annotations

from tests.bad_input.case import (
    ACCOUNTS,
    BUDGET,
    EVERY_ROW,
    FUNDS,
    GRANT,
    INDICATORS,
    RATIO,
    SATISFACTION,
    SOURCE,
    STEPS,
    TOTAL,
    Case,
    Object,
    award,
    command,
    example,
    form,
    head,
    header,
    no_form,
    policy,
    row,
    rules,
    text,
    without,
)

TEN_MEGABYTES = 10 << 20

# ---- one cell of a form --------------------------------------------------------------------------

CELLS = (
    form("misspelt-field", row(SATISFACTION, actual=None, acutal="95%"), "unknown-field", "missing-value",
         spoilt=(SATISFACTION,)),
    form("unknown-field", row(SATISFACTION, 备注="好"), "unknown-field"),
    form("field-in-both-languages", row(SATISFACTION, 实际完成值="95%"), "field-twice",
         spoilt=(SATISFACTION,)),
    form("missing-field", row(SATISFACTION, actual=None), "missing-value", spoilt=(SATISFACTION,)),
    form("empty-cell", row(SATISFACTION, actual="  "), "missing-value", spoilt=(SATISFACTION,)),
    form("missing-target", row(SATISFACTION, target=None), "missing-value", spoilt=(SATISFACTION,)),
    form("text-for-number", row(ACCOUNTS, actual="不少"), "not-a-number", spoilt=(ACCOUNTS,)),
    form("unreadable-cell", row(SATISFACTION, actual="95%%，或许"), "unreadable-cell", spoilt=(SATISFACTION,)),
    form("wrong-unit", row(ACCOUNTS, target="36个", actual="36万元"), "units-differ", spoilt=(ACCOUNTS,)),
    form("percent-against-number", row(SATISFACTION, actual="95"), "units-differ", spoilt=(SATISFACTION,)),
    form("points-missing", row(SATISFACTION, points=None), "points-missing", spoilt=(SATISFACTION,)),
    form("points-negative", row(SATISFACTION, points="-10"), "points-negative", "分值合计", spoilt=(SATISFACTION,)),
    form("points-text", row(SATISFACTION, points="十分"), "points-unreadable", spoilt=(SATISFACTION,)),
    form("points-range", row(SATISFACTION, points="5-10"), "points-unreadable", spoilt=(SATISFACTION,)),
    form("target-zero", row(ACCOUNTS, target="0", actual="-1"), "division-by-zero", spoilt=(ACCOUNTS,)),
    form("budget-zero", row(BUDGET, revised_budget="0"), "division-by-zero", spoilt=(BUDGET,)),
    form("budget-negative", row(BUDGET, revised_budget="-13"), status=0, spoilt=(BUDGET,)),
    form("budget-not-money", row(BUDGET, revised_budget="13人"), "unreadable-cell", spoilt=(BUDGET,)),
    form("unknown-tier", row("维护工作开展期间", tier="很好"), "unknown-tier", spoilt=("维护工作开展期间",)),
    form("self-score-text", row(SATISFACTION, self_score="满分"), status=0),
    form("self-score-beyond-points", row(SATISFACTION, self_score="60"), status=0),
    form("number-of-a-billion-digits", text(row(ACCOUNTS, actual="@")).replace('"@"', "1e999999999"),
         "unreadable-cell", spoilt=(ACCOUNTS,)),
    form("points-of-a-billion-digits", text(row(ACCOUNTS, points="@")).replace('"@"', "1e999999999"),
         "points-unreadable", spoilt=(ACCOUNTS,)),
    form("long-number", row(ACCOUNTS, actual="9" * 5000), "unreadable-cell", spoilt=(ACCOUNTS,)),
    form("ten-megabyte-cell", row(ACCOUNTS, actual="长" * (TEN_MEGABYTES // 3)), "cell-too-long",
         spoilt=(ACCOUNTS,)),
    form("ten-thousand-brackets-in-cell", row(ACCOUNTS, actual="(" * 10_000), "not-a-number", spoilt=(ACCOUNTS,)),
    form("truth-value", row(ACCOUNTS, actual=True), "not-a-cell", spoilt=(ACCOUNTS,)),
    form("list-in-cell", row(ACCOUNTS, actual=["36"]), "not-a-cell", spoilt=(ACCOUNTS,)),
    form("not-finite", text(row(ACCOUNTS, actual="@")).replace('"@"', "NaN"), "not-finite",
         spoilt=(ACCOUNTS,)),
    form("cell-twice", text(row(ACCOUNTS, actual="@")).replace('"@"', '"36", "actual": "30"'), "duplicate-key",
         spoilt=(ACCOUNTS,)),
    form("half-a-character", text(row(ACCOUNTS, actual="@")).replace("@", "36\\ud800"), "broken-character",
         spoilt=(ACCOUNTS,)),
    form("terminal-commands", row(ACCOUNTS, actual="\x1b[2J\x9b31m36\u202e", **{"备\x1b[31m注": "\x07"}),
         "unknown-field", "unreadable-cell", spoilt=(ACCOUNTS,)),
    form("zero-bytes", row(ACCOUNTS, actual="3\x006"), "unreadable-cell", spoilt=(ACCOUNTS,)),
    form("very-long-name", text(row(ACCOUNTS, name="@")).replace("@", "长" * 9_999), status=0, spoilt=(ACCOUNTS,)),
    form("very-long-field", row(ACCOUNTS, **{"名" * 5_000: "x"}), "name-too-long", "unknown-field"),
)  # fmt: skip

# ---- the parts of a form -------------------------------------------------------------------------

FORMS = (
    form("misspelt-record", text(example()).replace('"indicators"', '"indicator"'), "unknown-record", "分值合计",
         spoilt=INDICATORS),
    form("no-indicators", without("indicators"), "分值合计", spoilt=INDICATORS),
    form("empty-indicators", header(indicators=[]), "分值合计", spoilt=INDICATORS),
    form("indicators-a-text", header(indicators="见附件"), "unknown-field", "分值合计", spoilt=INDICATORS),
    form("indicators-null", header(indicators=None), "分值合计", spoilt=INDICATORS),
    form("rows-that-are-none", header(indicators=["甲", 1, None, []]), *["not-a-row"] * 4, *["points-missing"] * 4,
         spoilt=INDICATORS),
    form("nothing-but-a-head", without("funds", "indicators", "total"), "分值合计", spoilt=EVERY_ROW),
    form("total-a-list", header(total=[{"points": "100"}, {"points": "90"}]), "several-rows"),
    form("header-apart", header(header={"year": "2023"}), "header-apart"),
    form("thousands-of-problems", row(SATISFACTION, **{f"k{at}": "x" for at in range(5_000)}),
         *["unknown-field"] * 20),
    form("year-of-a-budget-year", header(year="2022年度"), status=0),
    form("year-in-wide-digits", header(year="２０２２ 年"), status=0),
    form("byte-order-mark", "\ufeff" + text(example()), status=0),
    form("windows-lines", text(example()).replace(", ", ",\r\n"), status=0),
    form("no-schema", without("schema"), status=0),
)  # fmt: skip

# ---- files that give no form, or a form without a policy -----------------------------------------

FILES = (
    no_form("empty-file", "", "empty-form"),
    no_form("nothing-but-zero-bytes", b"\0" * 1000, "malformed"),
    no_form("gb18030-form", text(example()).encode("gb18030"), "not-utf8"),
    no_form("utf16-form", text(example()).encode("utf-16"), "not-utf8"),
    no_form("damaged-form", text(example()).encode()[:-300] + b"\xff" + text(example()).encode()[-300:], "not-utf8"),
    no_form("broken-off", text(example())[:-100], "malformed"),
    no_form("chinese-quotation-marks", text(example()).replace('"project"', "“project”"), "malformed"),
    no_form("a-list", [example()], "not-an-object"),
    no_form("a-text", '"表"', "not-an-object"),
    no_form("null", "null", "not-an-object"),
    no_form("ten-thousand-brackets", "[" * 10_000 + "]" * 10_000, "form-too-deep"),
    no_form("a-part-twice", text(example())[:-1] + ', "indicators": []}', "duplicate-key"),
    no_form("a-hundred-thousand-rows", header(indicators=[{}] * 100_001), "too-many-rows"),
    no_form("sixteen-megabytes", " " * (16 << 20) + "{}", "form-too-large"),
    no_form("deep-yaml", "- " * 10_000, "form-too-deep", file="form.yaml"),
    no_form("yaml-bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "unsupported-yaml", file="form.yaml"),
    no_form("yaml-code", "a: !!python/object/apply:os.system [ls]\n", "unsupported-yaml", file="form.yaml"),
    no_form("deep-toml", "a = " + "[" * 10_000, "form-too-deep", file="form.toml"),
    no_form("word-document", b"PK\x03\x04", "damaged-file", file="form.docx"),
    no_form("no-ending", text(example()), "unknown-format", file="form"),
    no_form("schema-unknown", header(schema="projects"), "no-policy"),
    no_form("schema-a-number", header(schema=5), "no-policy"),
    no_form("schema-a-list", header(schema=["project"]), "not-a-cell"),
    command("missing-form", "explain nosuch.json", "cannot-open"),
    command("folder-for-form", "explain folder.json", "cannot-open", folder_json__x=""),
    command("policy-for-form", "explain p.rules", "unknown-format", p_rules=rules(RATIO, FUNDS, STEPS, TOTAL)),
    command("very-long-file-name", f"explain {'长' * 2_000}.json", "cannot-open"),
)  # fmt: skip

# ---- the policy that is asked for ----------------------------------------------------------------

TWO = {name: head(name) + SOURCE + RATIO + FUNDS + STEPS + TOTAL for name in ("one", "two")}
FORM = text(header(place="甲"))

CHOICES = (
    command("unknown-policy", "explain form.json --policy yanchi-2023", "unknown-policy", form_json=FORM),
    command("unknown-policy-unlike-any", "explain form.json --policy 办法", "unknown-policy", form_json=FORM),
    command("missing-policy-file", "explain form.json --policy nosuch.rules", "cannot-open", form_json=FORM),
    command("folder-for-policy", "explain form.json --policy d.rules", "cannot-open", form_json=FORM, d_rules__x=""),
    command("form-for-policy", "explain form.json --policy form.json", "not-a-policy", form_json=FORM),
    command("schema-for-policy", "explain form.json --policy project", "not-a-policy",
            form_json=FORM),
    command("path-in-id", "explain form.json --policy ../../etc/passwd", "cannot-open", form_json=FORM),
    command("pattern-for-id", "explain form.json --policy *", "unknown-policy", form_json=FORM),
    command("ambiguous-policy", "explain form.json --library lib", "ambiguous-policy", form_json=FORM,
            lib__one_rules=TWO["one"], lib__two_rules=TWO["two"]),
    command("declared-twice", "explain form.json --library lib --policy one", "declared-twice", form_json=FORM,
            lib__a_rules=TWO["one"], lib__b_rules=TWO["one"]),
    command("declared-twice-below", "explain form.json --library lib --policy p", "declared-twice", form_json=FORM,
            lib__a_rules=TWO["one"], lib__b_rules=TWO["one"],
            lib__p_rules=head(修订="one") + SOURCE),
    command("broken-policy", "explain form.json --policy p.rules", "unknown-name", "broken-policy", form_json=FORM,
            p_rules=award("得分 实际完成 ÷ 年度指标值 × 分值")),
    command("other-schema", "explain form.json --policy yanchi-2022", "other-schema",
            form_json=text(header(schema="department"))),
    command("unknown-row", "explain form.json --policy yanchi-2022 --row 满意", "unknown-row",
            form_json=text(row(ACCOUNTS, name="学生满意度"))),
    command("no-such-row", "explain form.json --policy yanchi-2022 --row 满意率", "unknown-row", form_json=FORM),
    command("empty-row-name", "explain form.json --policy yanchi-2022 --row=", "unknown-row", form_json=FORM),
)  # fmt: skip

GRANT_POLICY = head("g", 适用="grant") + SOURCE + RATIO + STEPS + TOTAL


def unchosen(name: str, cells: Object, *codes: str) -> Case:
    """A form that says other things of itself than the one policy for its schema: that it is from 甲, of 2022."""
    content = text({**without("place", "year"), "schema": "grant", **cells})
    return command(name, "explain form.json --library lib", *codes, "no-policy", form_json=content,
                   lib__grant_rules=GRANT, lib__g_rules=GRANT_POLICY)  # fmt: skip


UNCHOSEN = (
    unchosen("year-unknown", {"place": "甲", "year": "2099"}),
    unchosen("year-a-word", {"place": "甲", "year": "今年"}),
    unchosen("year-a-list", {"place": "甲", "year": ["2022"]}, "not-a-row"),
    unchosen("year-a-truth-value", {"place": "甲", "year": True}, "not-a-cell"),
    unchosen("year-a-fraction", {"place": "甲", "year": 2022.5}),
    unchosen("year-missing", {"place": "甲"}),
    unchosen("year-in-both-languages", {"place": "甲", "year": "2022", "年度": "2023"}),
    unchosen("place-unknown", {"place": "乙/丙", "year": "2022"}),
    unchosen("place-a-list", {"place": ["甲"], "year": "2022"}, "not-a-row"),
    unchosen("place-of-steering-characters", {"place": "甲\x1b[2J/\u202e乙", "year": 2099}),
)

# ---- policies ------------------------------------------------------------------------------------

BANDS = "得分 分段 实际完成值 ÷ 年度指标值\n    {0}\n    {1}\n    < 60%： 0"
SCOPED = "规则 {0} [注 1]\n  对 指标 中 一级指标 {1}\n  得分 分值\n\n"

POLICIES = (
    policy("unknown-name", award("得分 实际完成 ÷ 年度指标值 × 分值"), "unknown-name"),
    policy("wrong-type", award("得分 三级指标 × 分值"), "wrong-type"),
    policy("unit-mismatch", award("得分 分值 × (1 + 3万元)"), "unit-mismatch"),
    policy("overlapping-bands", award(BANDS.format("≥ 80%： 分值", "60%（含） 至 80%（含）： 5")), "band-overlap"),
    policy("gaping-bands", award(BANDS.format("≥ 90%： 分值", "60%（含） 至 89%（含）： 5")), "band-gap"),
    policy("two-rules", rules(RATIO, SCOPED.format("另一条", '= "产出指标"'), FUNDS, STEPS, TOTAL), "two-rules"),
    policy("no-rule", rules(SCOPED.format("产出", '= "产出指标"'), FUNDS, STEPS, TOTAL), "no-rule"),
    policy("division-by-zero", award("得分 实际完成值 ÷ 0 × 分值"), "division-by-zero"),
    policy("unknown-schema", head(适用="projects") + SOURCE, "unknown-schema"),
    policy("schema-outside", head(适用='"../../schema"') + SOURCE, "unexpected-word"),
    policy("unknown-amended", head(修订="yanchi-2021") + SOURCE, "unknown-policy"),
    policy("amended-outside", head(修订="../yanchi-2022") + SOURCE, "unknown-character"),
    policy("amended-outside-as-text", head(修订='"/etc/passwd"') + SOURCE, "unexpected-word"),
    policy("amended-name-missing", head(修订="base") + "设 门槛值 = 70%\n", "amended-name-missing",
           beside={"base": head("base") + SOURCE + "参数 门槛 = 60% [注 1]\n" + RATIO + FUNDS + STEPS + TOTAL}),
    policy("cyclic-amendment", head(修订="q") + SOURCE, "cyclic-amendment",
           beside={"q": head("q", 修订="p") + SOURCE}),
    policy("amends-itself", head(修订="p") + SOURCE, "cyclic-amendment"),
    policy("amended-broken", head(修订="base") + SOURCE, "amended-policy-broken",
           beside={"base": head("base") + SOURCE + "规泽 甲\n"}),
    policy("example-fails", award("得分 分值") + '示例 "一"\n  行 指标 年度指标值 3 分值 10 应得 9\n', "example-fails"),
    policy("five-mistakes", rules("规泽 甲\n", "规则 指标得分 [注 1]\n  对 指标\n  得分\n",
                                  "校验 一 [注 1]\n  要求 “分值\n", "参数 = 3\n", FUNDS, STEPS,
                                  "总分 合计（得 分）\n  不舍入\n"),
           "stray-text", "unexpected-word", "unclosed", "unexpected-word", "unexpected-word"),
    policy("no-head", SOURCE + RATIO, "head-missing"),
    policy("two-heads", rules(RATIO, FUNDS, STEPS, TOTAL) + head("q"), "second-head"),
    policy("newer-language", head(语言版本="2") + SOURCE + RATIO + FUNDS + STEPS + TOTAL, "newer-language"),
    policy("place-a-number", head(地区="5") + SOURCE, "unexpected-word"),
    policy("year-of-three-digits", head(年度="202") + SOURCE + RATIO + FUNDS + STEPS + TOTAL, "malformed-head"),
    policy("empty-policy", "", "head-missing"),
    policy("comments-only", "# 待补\n", "head-missing"),
    policy("zero-bytes-in-policy", award("得分 分值\0"), "unknown-character"),
    policy("steering-characters-in-policy", award("得分 分值\x1b[2J\u202e"), "unknown-character"),
    policy("old-macintosh-lines", award("得分 分值").replace("\n", "\r"), "unexpected-word"),
    policy("gb18030-policy", award("得分 分值").encode("gb18030"), "not-utf8"),
    policy("utf16-policy", award("得分 分值").encode("utf-16"), "not-utf8"),
    policy("binary-policy", bytes(range(256)) * 50, "not-utf8"),
    policy("ten-megabyte-policy", b"#" * TEN_MEGABYTES, "too-large"),
    policy("number-of-five-thousand-digits", award(f"得分 {'9' * 5_000}"), "number-too-long"),
    policy("ten-thousand-brackets-in-policy", award("得分 " + "（" * 10_000 + "1" + "）" * 10_000), "too-deep"),
    policy("ten-thousand-signs", award("得分 " + "− " * 10_000 + "1"), "too-many-levels"),
    policy("ten-thousand-negations", award("当 " + "非 " * 10_000 + "分值 已填 得分 1\n  否则 得分 0"),
           "too-many-levels"),
    policy("ten-thousand-terms", award("得分 1" + " + 1" * 10_000), "too-many-levels"),
    policy("a-tower-of-parameters", award("得分 分值 × 参数300", "".join(
        f"参数 参数{at + 1} = 参数{at} + 1 [注 1]\n" if at else "参数 参数1 = 1 [注 1]\n" for at in range(300))),
           "too-many-levels"),
    policy("eighty-classes", award("得分 分值", "分类 指标\n" + "".join(
        f"  类{at} 当 年度指标值 = {at} [注 1]\n" for at in range(80)) + "  其他 其余 [注 1]\n"),
           "not-decided", status=0),
    policy("thousands-of-mistakes", rules("规泽 甲\n" * 5_000), *["stray-text"] * 20),
    policy("a-line-of-quotation-marks", rules("“" * 50_000), "unclosed"),
    policy("very-long-word", rules("长" * 100_000), "stray-text"),
    command("folder-without-policies", "check folder", "nothing-to-check", folder__a_txt=""),
    command("folder-that-declares-twice", "check folder", "declared-twice",
            folder__a_rules=TWO["one"], folder__b_rules=TWO["one"]),
    command("form-for-check", "check form.json", "not-a-policy", form_json=FORM),
    command("missing-file-for-check", "check nosuch.rules", "cannot-open"),
    command("unknown-policy-for-check", "check yanchi", "unknown-policy"),
)  # fmt: skip

# ---- explanations --------------------------------------------------------------------------------

EXPLANATIONS = (
    command("missing-explanation", "verify nosuch.json", "cannot-open"),
    command("folder-for-explanation", "verify folder", "cannot-open", folder__a=""),
    command("form-for-explanation", "verify form.json", form_json=FORM),
    command("empty-explanation", "verify why.json", why_json=""),
    command("text-for-explanation", "verify why.json", why_json="按规则 99.50\n"),
    command("deep-explanation", "verify why.json", why_json="[" * 10_000),
    command("gb18030-explanation", "verify why.json", "not-utf8",
            why_json='{"form": "盐池县自评表"}'.encode("gb18030")),
)  # fmt: skip

TABLE: tuple[Case, ...] = (*CELLS, *FORMS, *FILES, *CHOICES, *UNCHOSEN, *POLICIES, *EXPLANATIONS)
