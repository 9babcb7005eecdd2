"""An invented article for a page, another one for each number, so that no two pages say the same."""

from dataclasses import dataclass

TOWNS = ("Orlec", "Daspur", "Kelmet", "Belmar", "Halvik", "Tolmir", "Sarn", "Norvia", "Ostrel", "Vadim")
NUMBERS = ("seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen")
PEOPLE = ("Ana Petrel", "Jon Varga", "Mira Costin", "Ilan Torve", "Senna Brook", "Pavel Ruskin", "Leda Marsh")
GROUPS = ("Dawn Front", "Harbour Legion", "River Guard", "Northern Column", "Free Coast Movement")

# A line a paragraph.
TEMPLATES = """
Fighters of the {group} attacked a checkpoint outside {town} early on Monday, killing {number} soldiers, the army said.
The {group} said that its men had taken the checkpoint and left before dawn. It gave no number of its own dead.
“We heard shooting for two hours, then the lorries drove off,” {person}, who sells bread at the market, told reporters.
The interior ministry denied that any of its officers had been captured. It called the claim a fabrication.
Two nurses at the hospital in {town} said they had treated {other} wounded men since the morning.
The account could not be verified independently, because roads into the district have been closed since Friday.
{person}, the governor of the district, said schools in {town} would stay shut until the end of the week.
The {group}, founded six years ago, demands a share of the port’s revenue. The government refuses to talk to it.
A spokesman for the army said that reinforcements had been sent and that the road would be open again by Tuesday.
""".strip().splitlines()


@dataclass(frozen=True)
class Article:
    """What a page is about: its paragraphs must all be read, and nothing else may be taken for the report."""

    title: str
    author: str
    publisher: str
    published: str
    address: str
    paragraphs: tuple[str, ...]


def make_article(number: int, *, parts: int = 1) -> Article:
    """The article of a number; of several parts each tells of another town."""
    town, group = TOWNS[number % len(TOWNS)], GROUPS[number % len(GROUPS)]
    return Article(
        title=f"{group} attacks checkpoint outside {town}",
        author="Dana Ostrel",
        publisher=f"{TOWNS[(number + 4) % len(TOWNS)]} Courier",
        published=f"2031-04-{number % 28 + 1:02}",
        address=f"https://courier{number}.example/world/{town.lower()}-checkpoint",
        paragraphs=tuple(each for part in range(parts) for each in _write(number + 31 * part)),
    )


def _write(number: int) -> list[str]:
    words = {
        "town": TOWNS[number % len(TOWNS)],
        "group": GROUPS[number % len(GROUPS)],
        "number": NUMBERS[number % len(NUMBERS)],
        "other": NUMBERS[(number + 3) % len(NUMBERS)],
        "person": PEOPLE[number % len(PEOPLE)],
    }
    return [each.format(**words) for each in TEMPLATES]
