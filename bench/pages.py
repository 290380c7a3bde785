"""Writes a documentation site of any size: pages of 3 to 4 kB with headings, a table, code, lists, links, a footnote.

The same number of pages gives the same bytes everywhere: the only randomness is a counter hashed by CRC-32.
"""
import zlib
from pathlib import Path

NOUNS = ("account archive backup branch bucket builder cache channel client cluster column command commit config cursor "
         "daemon device digest domain driver editor engine event feature field filter folder format gateway handler "
         "header index input job key layer ledger link list loader lock log manifest mapping matrix message metric "
         "mirror model module monitor network node object option output owner packet page parser path policy pool port "
         "prefix process profile proxy queue quota range record region release replica report request role route rule "
         "sample schema scope script section server session shard signal socket source stage stream table target task "
         "template thread token topic trace user vault version volume watcher worker zone").split()
VERBS = "applies builds checks closes copies drops emits finds holds joins keeps limits loads maps marks opens parses reads renames sends sorts splits stores tests trims watches writes".split()
KINDS = "active basic brief cold common custom empty exact extra final first fixed free full inner large latest local main minor mixed narrow new old open outer partial plain public quick rare ready remote safe shared short simple small stable static strict strong weak wide".split()
TAGS = "api backup basics cluster guide install network operations reference release security storage testing tuning".split()
PER_SECTION = 50


class Dice:
    """Numbers from a seed, the same on every machine."""

    def __init__(self, seed):
        self.seed, self.count = seed, 0

    def below(self, limit):
        self.count += 1
        return zlib.crc32(b"%d/%d" % (self.seed, self.count)) % limit

    def pick(self, words):
        return words[self.below(len(words))]


def sentence(dice):
    words = ["The", dice.pick(KINDS), dice.pick(NOUNS), dice.pick(VERBS), "each", dice.pick(KINDS), dice.pick(NOUNS)]
    style = dice.below(8)
    if style == 0:
        words[2] = f"`{words[2]}`"
    elif style == 1:
        words[6] = f"**{words[6]}**"
    elif style == 2:
        words[1] = f"*{words[1]}*"
    if dice.below(2):
        words += ["while", "it", dice.pick(VERBS), "the", dice.pick(NOUNS)]
    return " ".join(words) + "."


def paragraph(dice, least=2, most=5):
    return " ".join(sentence(dice) for _ in range(least + dice.below(most - least + 1)))


def heading(dice):
    return f"{dice.pick(('How to run', 'Reading', 'Tuning', 'Moving', 'Limits of'))} the {dice.pick(KINDS)} {dice.pick(NOUNS)}"


def link(dice, number):
    target = 1 + dice.below(number - 1)
    here, there = (number - 1) // PER_SECTION, (target - 1) // PER_SECTION
    folder = "" if here == there else f"../part-{there + 1:04}/"
    return f"[{dice.pick(KINDS)} {dice.pick(NOUNS)}]({folder}page-{target:05}.md)"


def page(number):
    dice = Dice(number)
    out = [f'---\ntitle: "{heading(dice)} {number}"\ndescription: "{sentence(dice).translate({42: None, 96: None})}"\n'
           f"date: {2021 + dice.below(5)}-{1 + dice.below(12):02}-{1 + dice.below(28):02}\n"
           f"tags: [{', '.join(sorted({dice.pick(TAGS), dice.pick(TAGS)}))}]\nweight: {number}\n---\n\n",
           f"{paragraph(dice)} More below[^note].\n\n"]
    for part in range(4):
        out.append(f"## {heading(dice)}\n\n{paragraph(dice)}")
        out.append(f" See {link(dice, number)}.\n\n" if number > 1 and part < 3 else "\n\n")
        if part == 0:
            out.append("| Name | Size | Kind |\n| :--- | ---: | :---: |\n")
            out += [f"| `{dice.pick(NOUNS)}` | {dice.below(999)} | {dice.pick(KINDS)} |\n" for _ in range(6)]
            out.append("\n")
        elif part == 1:
            out.append("```sh\n" + "".join(f"{dice.pick(NOUNS)} --{dice.pick(NOUNS)}='<{dice.pick(KINDS)}>' && true\n" for _ in range(6)) + "```\n\n")
            out.append(f"### {heading(dice)}\n\n{paragraph(dice)}\n\n")
        elif part == 2:
            out += [f"- {sentence(dice)}\n" + (f"  - {sentence(dice)}\n" if k == 1 else "") for k in range(4)]
            out.append("\n" + "".join(f"{k}. {sentence(dice)}\n" for k in (1, 2, 3)) + "\n")
        else:
            out.append(f"> {paragraph(dice, 1, 2)}\n\n### {heading(dice)}\n\n{paragraph(dice)} ~~Gone~~, see https://example.com/{dice.pick(NOUNS)}\n\n")
    out.append(f"[^note]: {sentence(dice)}\n")
    return "".join(out)


def write(count, folder, index="index.md"):
    """Writes `count` pages, one index for each fifty and one above all. `index` is what the generator calls it."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / index).write_text(f'---\ntitle: "Handbook"\ndescription: "Generated pages"\n---\n\n{paragraph(Dice(10**6))}\n')
    for first in range(1, count + 1, PER_SECTION):
        section = folder / f"part-{(first - 1) // PER_SECTION + 1:04}"
        section.mkdir(exist_ok=True)
        title = f"Part {(first - 1) // PER_SECTION + 1}"
        (section / index).write_text(f'---\ntitle: "{title}"\ndescription: "{title} of the handbook"\nweight: {first}\n---\n\n{paragraph(Dice(10**7 + first))}\n')
        for number in range(first, min(first + PER_SECTION, count + 1)):
            (section / f"page-{number:05}.md").write_text(page(number))
