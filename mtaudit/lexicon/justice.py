"""Crimes, steps of a procedure and the people in it: words of the news of which none says another.

Written by hand from what dictionaries of law, British and American, and style books of news agencies tell apart. What
stands in one line is told by any of its words; two lines are two things. A noun or verb is given in its base form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from mtaudit.lexicon.wordnet import lemma, lemmas
from mtaudit.records import Word


class Field(StrEnum):
    """What a word of justice tells of: a crime, a step of the procedure, or someone's part in it."""

    CRIME = "crime"
    STEP = "step"
    PARTY = "party"


class Standing(StrEnum):
    """What is said of someone's guilt."""

    NONE = "none"
    OPEN = "open"
    PROVEN = "proven"
    CLEARED = "cleared"


_CRIMES = """
killing:
murder | murderer | assassination | assassinate | assassin
manslaughter | culpable homicide
homicide
sex:
rape | rapist
sexual assault | sexual abuse | indecent assault | molestation | molest
sexual harassment
violence:
assault | assailant
battery
kidnapping | kidnap | kidnapper | abduction | abduct | abductor
hijacking | hijack | hijacker
stalking | stalk | stalker
harassment | harass
terrorism | terrorist
genocide
war crime
crime against humanity
property:
theft | thief | larceny | steal | pilfer
shoplifting | shoplifter
robbery | robber | rob | hold - up | holdup | mugging | mugger | stick - up
burglary | burglar | burgle | burglarize | burglarise | break - in | housebreaking
arson | arsonist
vandalism | vandal | criminal damage
trespass | trespassing | trespasser
deceit:
fraud | fraudster | defraud | swindle | swindler
embezzlement | embezzle | embezzler | misappropriation
bribery | bribe
corruption | graft
extortion | extort | blackmail | blackmailer
forgery | forger | counterfeiting | counterfeiter
money laundering | money - laundering
tax evasion
tax avoidance
insider trading | insider dealing
courts:
perjury
contempt of court
obstruction of justice | perverting the course of justice
libel
slander
defamation
state:
treason | traitor
sedition
espionage | spying | spy
drugs:
drug trafficking | drug dealing | drug smuggling | drug trade | drug dealer | drug trafficker
drug possession | possession of drugs
human trafficking | people trafficking | human trafficker | people trafficker
people smuggling | people smuggler | human smuggling | migrant smuggling | people - smuggling
roads:
drunk driving | drink driving | drunk - driving | drink - driving | driving under the influence | dui | dwi
dangerous driving | reckless driving
careless driving
degree:
felony | felon
misdemeanor | misdemeanour
"""

_WIDER = {
    "homicide": ("murder", "manslaughter"),
    "theft": ("shoplifting",),
    "sexual assault": ("rape",),
    "assault": ("sexual assault",),
    "harassment": ("sexual harassment", "stalking"),
    "corruption": ("bribery",),
    "defamation": ("libel", "slander"),
}
"""A crime, and those that are kinds of it."""

_STEPS = """
open: questioned | questioning | interrogate | interrogation | quizzed
open: suspected of
open: arrest | apprehend | take into custody
open: detain | detention
open: accuse
open: charge | indict | indictment | arraign | arraignment
open: prosecute
open: summon | summons | subpoena
open: tried | on trial | stand trial
open: bail
proven: convict | conviction | find guilty | guilty
proven: sentence
proven: plead guilty | guilty plea
proven: fined
proven: pardon
proven: parole
proven: probation
cleared: acquit | acquittal | clear | exonerate | exoneration | absolve | find not guilty | not guilty
none: sue | lawsuit | file suit
: jail | imprison | imprisonment
: plead not guilty
: trial
: retrial
: hearing
: appeal
: inquest
: verdict
: extradite | extradition
: deport | deportation
"""

_NEAR = """
arrest / detain | accuse / charge | accuse / suspected of | arrest / jail | detain / jail | sentence / jail
convict / jail | hearing / trial | trial / tried | prosecute / charge | prosecute / tried | suspect / defendant
convict / verdict | acquit / verdict | sue / accuse
"""
"""Steps and parts that loose writing exchanges, by the first words of their lines."""

_PARTIES = """
open: suspect
open: defendant
proven: culprit | perpetrator | offender | wrongdoer | killer
proven: convict
none: victim
none: witness | eyewitness
"""

_BEFORE = {"charge": frozenset(("in", "of"))}
_BEHIND = {"tried": frozenset(("to", "and", "out", "on")), "clear": frozenset(("that", "up"))}
"""Words beside which a word tells of no justice: "in charge", "tried to"."""


class Kind(NamedTuple):
    """What a word of justice tells: by the first word of its line, with what it is among or what it says of guilt."""

    field: Field
    name: str
    family: str = ""
    standing: Standing | None = None


class Told(NamedTuple):
    """Words of a text that tell of a crime, a step or a part."""

    kind: Kind
    words: range


def told(side: Sequence[Word]) -> tuple[Told, ...]:
    """What the words tell of justice, in the order of the text; of phrases that overlap, the longest."""
    found = []
    k = 0
    while k < len(side):
        here = _at(side, k)
        if here:
            found.append(here)
        k = here.words.stop if here else k + 1
    return tuple(found)


def near(a: Kind, b: Kind) -> bool:
    """Whether loose writing has the one for the other: a wider word for a crime, an arrest for a detention."""
    return wider(a, b) or wider(b, a) or frozenset((a.name, b.name)) in _CLOSE


def wider(a: Kind, b: Kind) -> bool:
    """Whether the crime b is a kind of the crime a."""
    return a.field is b.field is Field.CRIME and b.name in _WIDER.get(a.name, ())


def _entries() -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """First word → the phrases that begin with it, the longest first, each with what it tells."""
    table: defaultdict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for kind, line in _lines():
        for phrase in line.split("|"):
            words = tuple(phrase.split())
            table[words[0]].append((words, kind))
    return {first: sorted(found, key=lambda entry: -len(entry[0])) for first, found in table.items()}


def _lines() -> list[tuple[Kind, str]]:
    """Each line of the lists with what it tells."""
    found, family = [], ""
    for line in _CRIMES.strip().splitlines():
        if line.endswith(":"):
            family = line[:-1]
        else:
            found.append((Kind(Field.CRIME, _first(line), family), line))
    for field, lines in ((Field.PARTY, _PARTIES), (Field.STEP, _STEPS)):
        for line in lines.strip().splitlines():
            standing, _, phrases = line.partition(":")
            found.append((Kind(field, _first(phrases), "", Standing(standing) if standing else None), phrases))
    return found


def _first(line: str) -> str:
    return line.split("|")[0].strip()


_TABLE = _entries()

_CLOSE = frozenset(
    frozenset(name.strip() for name in pair.split("/"))
    for line in _NEAR.strip().splitlines()
    for pair in line.split("|")
)


def _at(side: Sequence[Word], k: int) -> Told | None:
    """What the words from k on tell of justice."""
    form = side[k].form
    for first in dict.fromkeys((form, lemma(form), *(base for _, base in lemmas(form)))):
        for phrase, kind in _TABLE.get(first, ()):
            stop = k + len(phrase)
            if stop > len(side) or not _stands(side[k:stop], phrase, kind):
                continue
            before, behind = (side[k - 1].form if k else ""), (side[stop].form if stop < len(side) else "")
            if before not in _BEFORE.get(first, ()) and behind not in _BEHIND.get(first, ()):
                return Told(kind, range(k, stop))
    return None


def _stands(side: Sequence[Word], phrase: Sequence[str], kind: Kind) -> bool:
    """Whether the words are the phrase, inflected or not; of a part only the noun ("suspects", not "suspected")."""
    if kind.field is Field.PARTY:
        return side[0].form in (phrase[0], phrase[0] + "s", phrase[0] + "es")
    return all(
        w.form == wanted or any(base == wanted for _, base in lemmas(w.form))
        for w, wanted in zip(side, phrase, strict=True)
    )
