"""Phrases whose words cannot be exchanged: terms of art and idioms of the news, beside those that WordNet has.

Written by hand: terms that stand in any textbook or rule book of their field, and idioms that stand in any dictionary
of idioms. A verb is given in its base form; `one's` stands for any possessive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from mtaudit.lexicon.closed_class import DETERMINERS
from mtaudit.lexicon.wordnet import lemmas, phrases

_TERMS = """
law: solicitor general | attorney general | tortious interference | breach of contract | breach of the peace
burden of proof | class action | grand jury | plea bargain | punitive damages | probable cause | reasonable doubt
due process | hung jury | summary judgment | preliminary injunction | restraining order | contempt of court
obstruction of justice | power of attorney | statute of limitations | circumstantial evidence | expert witness
life sentence | suspended sentence | prior restraint | eminent domain | double jeopardy | intellectual property
real estate | common law | case law | wrongful death | gross negligence | grand larceny | house arrest
search warrant | arrest warrant | bill of indictment | closing argument | opening statement | cross examination
joint custody | search and seizure | voir dire | legal standing | act of god | chief justice | supreme court
appeals court
finance: junior debt | senior debt | subordinated debt | hedge fund | mutual fund | short selling | short sale
bear market | bull market | interest rate | exchange rate | yield curve | balance sheet | cash flow | blue chip
bad debt | bad bank | capital gain | credit rating | credit default swap | debt ceiling | earnings per share
fiscal year | golden parachute | gross domestic product | hostile takeover | initial public offering
insider trading | joint venture | junk bond | leveraged buyout | liquid assets | market capitalization
money laundering | net income | operating profit | price index | private equity | profit margin | profit warning
quantitative easing | share buyback | short position | sovereign debt | spot price | stock exchange | stock option
subprime mortgage | tax haven | tax break | toxic asset | treasury bond | trade deficit | trade surplus
venture capital | working capital | basis point | bank run | margin call | futures contract | common stock
preferred stock | going concern | limited liability | shell company | soft landing
medicine: blood pressure | heart attack | heart failure | kidney failure | side effect | clinical trial
placebo effect | stem cell | bone marrow | immune system | intensive care | life support | herd immunity
incubation period | white blood cell | red blood cell | spinal cord | cardiac arrest | gene therapy | vital signs
emergency room | general practitioner | morning sickness | nervous system | cold sore | hay fever | chicken pox
contact tracing | open wound | bypass surgery | growth hormone | stomach flu | birth defect | bed rest | blood clot
sleep apnea
sport: stoppage time | injury time | extra time | penalty kick | penalty area | penalty shoot - out | free kick
corner kick | yellow card | red card | own goal | clean sheet | transfer window | home run | grand slam | free throw
slam dunk | pole position | pit stop | photo finish | false start | match point | set point | break point
double fault | hat trick | goal difference | group stage | relegation zone | personal best | starting line - up
runner - up | world record | title defence | title defense | knockout round | goal kick | throw - in | fast bowler
opening batsman
science: surface area | speed of light | black hole | dark matter | natural selection | greenhouse gas | fossil fuel
carbon footprint | carbon dioxide | sea level | tectonic plate | light year | chain reaction | nuclear reactor
power plant | power grid | control group | peer review | random sample | standard deviation | boiling point
machine learning | neural network | artificial intelligence | search engine | operating system | source code
data breach | pattern recognition | escape velocity | heat shield | launch pad | payload bay | food chain
gene pool | ground water
weather: cold front | warm front | wind chill | storm surge | wind shear | flash flood | heat wave | jet stream
dew point
politics: prime minister | foreign minister | no - fly zone | state of emergency | martial law
vote of no confidence | running mate | swing state | exit poll | electoral college | ballot box | polling station
executive order | lame duck | hung parliament | human rights | white paper | runoff election | gag order
sanctuary city | shadow cabinet
war: ground troops | friendly fire | collateral damage | air strike | supply line | war crime | front line
prisoner of war | peace talks | cluster bomb | dirty bomb | sleeper cell | safe house | demilitarized zone
rules of engagement | standing army
"""

_IDIOMS = """
throw in the towel | pull the plug | pull strings | bite the bullet | spill the beans | jump the gun
call the shots | cut corners | foot the bill | pass the buck | turn the tables | toe the line
move the goalposts | level the playing field | raise the bar | add fuel to the fire | sweep under the carpet
sweep under the rug | beat around the bush | let the cat out of the bag | hit the nail on the head
back to square one | burn one's bridges | face the music | get cold feet
go the extra mile | hit the ground running | jump on the bandwagon | kill two birds with one stone
the last straw | the final straw | leave no stone unturned | make ends meet | miss the boat | nip in the bud
on the same page | on thin ice | open a can of worms | pay lip service | play hardball | play with fire
pour cold water | put one's foot down | read between the lines | rock the boat | rub salt into the wound
save face | lose face | see eye to eye | sit on the fence | smell a rat | steal the show | steal the limelight
take the bull by the horns | take a back seat | take the plunge | the elephant in the room
the tip of the iceberg | tie the knot | tighten one's belt | tip the scales | turn a blind eye
turn over a new leaf | under the weather | up in the air | wash one's hands | weather the storm
a drop in the ocean | at the eleventh hour | blow the whistle | break the bank | bury the hatchet
by the skin of one's teeth | cook the books | cost an arm and a leg | cut to the chase | drag one's feet
dig one's heels in | fall on deaf ears | fan the flames | off the hook | grease the wheels | hang by a thread
have a field day | hit a snag | hit rock bottom | in the nick of time | in the same boat
kick the can down the road | kick the bucket | on the ropes | out of the blue | pull the rug
pull out all the stops | push the envelope | on the back burner | run out of steam | scrape the barrel
send shock waves | stem the tide | strike a chord | test the waters | turn up the heat | twist one's arm
walk a tightrope | bite the dust | close ranks | come to grips | draw a blank | sell like hot cakes
throw under the bus | throw the book at | over the moon | out of the woods
a slap on the wrist | a slap in the face | a leap of faith | a level playing field | a wake - up call
a foregone conclusion | a flash in the pan | the lion 's share | the writing on the wall | a shot in the arm
a shot in the dark | a red herring | a smoking gun | a dark horse | a cash cow | a white elephant | sour grapes
red tape | a stalking horse | a loose cannon
"""


def set_phrases(forms: Sequence[str], start: int) -> tuple[tuple[int, str, bool], ...]:
    """Set phrases that begin at forms[start], the longest first: number of words, entry, whether it is listed here.

    WordNet's are given as `wordnet.phrases` gives them; the forms are lower case, one word each.
    """
    found = {length: (length, entry, False) for length, entry in phrases(forms, start)}
    for entry in _table().get(forms[start], ()) + _table().get(_base(forms[start]), ()):
        if start + len(entry) <= len(forms) and all(map(fits, forms[start : start + len(entry)], entry)):
            found[len(entry)] = (len(entry), " ".join(entry), True)
    return tuple(found[length] for length in sorted(found, reverse=True))


def is_idiom(entry: str) -> bool:
    """Whether an entry listed here is an idiom and no term."""
    return entry in _idioms()


@cache
def _idioms() -> frozenset[str]:
    return frozenset(" ".join(words) for words in _entries(_IDIOMS))


def _entries(listed: str) -> list[tuple[str, ...]]:
    """Articles at the beginning are left out: they come and go."""
    lines = (line.partition(":")[2] or line for line in listed.strip().splitlines())
    split = (tuple(entry.split()) for line in lines for entry in line.split("|") if entry.strip())
    return [words[1:] if words[0] in ("a", "the") and len(words) > 2 else words for words in split]


@cache
def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in (*_entries(_TERMS), *_entries(_IDIOMS)):
        table[words[0]].append(words)
    return {first: tuple(entries) for first, entries in table.items()}


def terms() -> tuple[tuple[str, ...], ...]:
    """The terms of art listed here, as their words."""
    return tuple(_entries(_TERMS))


def fits(form: str, wanted: str) -> bool:
    """Whether a form that stands in a text is that word of a phrase, or an inflection of it."""
    return form == wanted or _base(form) == wanted or (wanted == "one's" and form in DETERMINERS)


@lru_cache(maxsize=2048)
def _base(form: str) -> str:
    """The base of an inflected verb or noun, the likelier one; the form itself for other words."""
    return next((base for part, base in lemmas(form) if part in "vn" and base != form), form)
