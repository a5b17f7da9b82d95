"""Articles on many invented events, several outlets on each: to measure grouping and speed as no corpus can.

Events of one beat are told in the same sentences about other people and places, so that what must be kept apart looks
much alike. Every event is quoted, and one outlet of four has been through machine translation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from mtaudit.records import Document

ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s st t tr v w z".split()
VOWELS = "a e i o u ae ia ou".split()
CODAS = "n r l s th nd rk m ck lt x".split()

NOUNS = """anchor bakery barrel basin blanket bottle bridge bucket cabin candle canyon cargo carpet cellar chimney
clinic compass copper cottage cradle curtain depot ditch engine factory fence ferry flour forge fountain furnace
garden gravel hangar harvest helmet hostel invoice kettle kiln ladder lantern ledger lever library lumber magnet
mattress meadow mirror nursery orchard oven paddle parcel pasture pebble pillar pipeline plank pond porch quarry
radio railing ranch receipt reservoir saddle sawmill shed shovel signal silo sketch sleeve spindle spring stable
statue sugar tannery tavern thread timber tower tractor trench tunnel turbine valve vault vessel wagon warehouse
well wharf whistle windmill workshop
""".split()

VERBS = (
    "bury count defend empty examine guard inherit measure mend paint protect rebuild rescue seal sell share".split()
)

BEATS = {
    "earthquake": (
        (
            "An earthquake of magnitude {m} shook {place} on {day}, killing at least {n} people.",
            "At least {n} people died when a magnitude {m} quake struck {place} on {day}.",
        ),
        (
            "The epicentre lay near {town}, where hundreds of houses collapsed within seconds.",
            "Hundreds of homes fell in {town}, which lies close to the epicentre.",
        ),
        (
            "Rescue teams led by {a} searched the ruins of the {x} through the night.",
            "Through the night crews under {a} dug in what was left of the {x}.",
        ),
        (
            "{b}, who runs the hospital in {town}, said that beds were short.",
            "Beds are short, according to {b} of the hospital in {town}.",
        ),
        (
            "The road to {place} is blocked by rocks near the {y}, and trucks with water have to wait.",
            "Trucks that carry water wait by the {y} because rocks block the only road to {place}.",
        ),
        (
            "Geologists of the {org} institute expect more tremors in the coming week.",
            "More tremors are likely this week, the {org} institute warned.",
        ),
    ),
    "trial": (
        (
            "A court in {place} on {day} sentenced {a} to {n} years in prison for fraud.",
            "{a} must go to prison for {n} years for fraud, a court in {place} ruled on {day}.",
        ),
        (
            "Prosecutors had accused the accountant of hiding {m} million behind the books of a {x}.",
            "According to the indictment {m} million were hidden with the help of a {x}.",
        ),
        (
            "Judge {b} read the verdict for two hours before a full courtroom.",
            "The courtroom was full while judge {b} read out the verdict.",
        ),
        (
            "The company {org}, which had sued over the {y}, welcomed the ruling.",
            "{org}, whose suit over the {y} began the affair, was satisfied.",
        ),
        (
            "The defence announced an appeal and asked for bail until {town} decides.",
            "An appeal to the higher court in {town} will follow, the defence said.",
        ),
        (
            "Two former colleagues had testified about letters found in a {z}.",
            "Letters from a {z} and the testimony of two former colleagues weighed most.",
        ),
    ),
    "match": (
        (
            "{place} beat {town} {n}-{m} on {day} in front of a sold-out stadium.",
            "In a sold-out stadium {place} won {n}-{m} against {town} on {day}.",
        ),
        (
            "{a} scored the decisive goal shortly before the whistle.",
            "Shortly before the end {a} decided the match.",
        ),
        (
            "Coach {b} had put the young defender of {org} in the line-up for the first time.",
            "For the first time coach {b} relied on the young defender from {org}.",
        ),
        (
            "The visitors hit the post twice, once from the height of the {x}.",
            "Twice the post saved the hosts, once after a shot from near the {x}.",
        ),
        ("The keeper left the field with an injury to his shoulder.", "An injured shoulder forced the keeper off."),
        (
            "Supporters carried a giant {y} through the streets until midnight.",
            "A giant {y} was carried through the streets by supporters until midnight.",
        ),
    ),
    "takeover": (
        (
            "{org} will buy its rival {place} Works for {m}.{n} billion, both said on {day}.",
            "For {m}.{n} billion {place} Works goes to {org}, the two announced on {day}.",
        ),
        (
            "The maker of {x} parts employs thousands of people around {town}.",
            "Around {town} thousands work for the maker of {x} parts.",
        ),
        (
            "Shareholders led by {a} had demanded a sale of the {y} division for years.",
            "For years {a} and other shareholders had called for the {y} division to be sold.",
        ),
        (
            "Regulators want to look at the market for {z} equipment first.",
            "First the market for {z} equipment will be looked at by regulators.",
        ),
        (
            "Chief executive {b} is to lead the new group until the end of the year.",
            "Until the end of the year {b} will be at the head of the new group.",
        ),
        ("The shares rose by a tenth in early trading.", "In early trading the shares gained a tenth."),
    ),
}

DAMAGE = {
    "will": "goes to",
    "never": "always",
    "old": "ancient",
    "people": "persons",
    "before": "in front of",
    "winter": "cold",
    "first": "initial",
    "again": "newly",
}
"""What the translating outlet makes of words in quotations."""


@dataclass(frozen=True)
class Told:
    """An article with the number of its event."""

    event: int
    document: Document


def articles(number: int, *, outlets: int = 4, seed: int = 7) -> list[Told]:
    """So many articles, in mixed order, of events with so many outlets each, and a twentieth alone on theirs."""
    random = Random(seed)
    told: list[Told] = []
    event = 0
    while len(told) < number:
        count = 1 if random.random() < 0.2 else outlets
        told += _event(random, event, min(count, number - len(told)))
        event += 1
    random.shuffle(told)
    return told


def _name(random: Random) -> str:
    syllables = random.choice((2, 2, 3))
    made = "".join(random.choice(ONSETS) + random.choice(VOWELS) for _ in range(syllables)) + random.choice(CODAS)
    return made.capitalize()


def _person(random: Random) -> str:
    return f"{_name(random)} {_name(random)}"


def _quotations(random: Random) -> list[str]:
    """Three sayings, each of another build."""
    made = []
    for pattern in (
        "We will {v} the old {x} before winter, and nobody will {w} the {y} again without a {z}",
        "People will never {v} a {x} like this, because the {y} comes first and the {z} comes last",
        "I have seen a {x} and a {y} go, but my father used to {v} every {z} in this valley at first light",
    ):
        x, y, z = random.sample(NOUNS, 3)
        v, w = random.sample(VERBS, 2)
        made.append(pattern.format(v=v, w=w, x=x, y=y, z=z))
    return made


def _aside(random: Random) -> str:
    """A sentence that no other outlet has."""
    one, two, three = random.sample(NOUNS, 3)
    verb, other = random.sample(VERBS, 2)
    return random.choice(
        (
            f"Neighbours had wanted to {verb} the {one} for years, and some still {other} a {two} behind the {three}.",
            f"On the way there one passes a {one}, a {two} and the {three} that visitors like to {verb}.",
            f"Few remember who was the first to {verb} a {one} here, or why the {two} and the {three} were closed.",
            f"A {one} that volunteers {verb} every spring stands beside the {two}, where others {other} a {three}.",
        )
    )


def _event(random: Random, event: int, outlets: int) -> list[Told]:
    beat = random.choice(sorted(BEATS))
    day = random.choice("Monday Tuesday Wednesday Thursday Friday".split())
    places = {"place": _name(random), "town": _name(random), "org": _name(random), "day": day}
    things = dict(zip("xyz", random.sample(NOUNS, 3), strict=True))
    people = {"a": _person(random), "b": _person(random)}
    slots = {**places, **things, **people, "m": random.randint(2, 9), "n": random.randint(2, 90)}
    sayings = [(saying, random.choice("ab")) for saying in _quotations(random)]
    dated = datetime(2031, 3, 1, tzinfo=UTC) + timedelta(days=random.randint(0, 200)) if random.random() < 0.5 else None
    return [
        Told(event, _article(random, event, outlet, BEATS[beat], slots, sayings, people, dated))
        for outlet in range(outlets)
    ]


def _article(
    random: Random,
    event: int,
    outlet: int,
    beat: tuple[tuple[str, ...], ...],
    slots: dict[str, object],
    sayings: list[tuple[str, str]],
    people: dict[str, str],
    dated: datetime | None,
) -> Document:
    lead, *rest = [variants[outlet % 2].format(**slots) for variants in beat]
    rest = rest[outlet // 2 :: 2] + [_aside(random) for _ in range(6)]
    random.shuffle(rest)
    damaged = outlet == 3
    for saying, who in random.sample(sayings, 2 if outlet else 3):
        said = " ".join(DAMAGE.get(word, word) if damaged else word for word in saying.split())
        name = people[who].split()[-1]
        rest.insert(random.randint(0, len(rest)), random.choice((f"“{said},” {name} said.", f"{name} said: “{said}.”")))
    lines = "\n\n".join([lead, *(" ".join(rest[k : k + 2]) for k in range(0, len(rest), 2))])
    return Document(id=f"{event}/{outlet}", text=lines, outlet=f"Outlet {outlet}", published=dated)
