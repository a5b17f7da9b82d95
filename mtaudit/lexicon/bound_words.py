"""Established phrases in which a word can hardly be another: the words beside it call for it.

Written by hand from what any dictionary of English phrases, law, trade or medicine has. A star marks a word that is
bound: where the rest stands and another word in its place, it was likely confused. A verb is given in its base form.
The terms of `set_phrases` are bound in all their words of content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.set_phrases import fits, terms
from mtaudit.lexicon.wordnet import lemmas

_BOUND = """
statute* of limitations | tortious* interference | tortious* conduct | balance of equities* | balance of the equities*
balance of power* | balance of payments* | balance of trade* | balance of probabilities* | burden* of proof*
beyond reasonable doubt* | beyond a reasonable doubt* | presumption* of innocence* | miscarriage* of justice*
obstruction* of justice* | breach* of contract* | breach* of trust* | breach* of duty* | breach* of the peace*
dereliction* of duty* | abuse of power* | abuse of process* | court of appeal* | court of appeals* | court of law*
rule of law* | freedom* of speech* | freedom* of expression* | freedom* of the press* | freedom* of assembly*
separation* of powers* | code of conduct* | conflict of interest* | conflict of interests* | power of attorney*
letter of intent* | letter of credit* | memorandum* of understanding* | point of order* | vote of confidence*
vote of no confidence* | motion of censure* | right of way* | right of appeal* | right of asylum*
right to bear arms* | standard of living* | cost of living* | quality of life* | way of life* | loss of life*
line of duty* | line of fire* | line of sight* | rules of engagement* | prisoner* of war* | act of war* | act of god*
theatre of war* | state of emergency* | state of the union* | state of affairs* | state of the art*
house of commons* | house of lords* | house of representatives* | house of cards* | secretary* of state*
secretary* of defense* | head of state* | heads of state* | chief* of staff* | chief of police*
joint chiefs of staff* | chamber* of commerce* | board* of directors* | board* of trustees* | attorney* general
surgeon* general | solicitor* general | governor* general | grand jury* | petty officer* | marine corps*
peace corps* | press corps* | esprit de corps* | court martial* | martial* law | martial* arts | fire marshal*
capital* punishment* | corporal* punishment* | solitary* confinement* | hard labour* | plea* bargain*
cease and desist* | aiding and abetting* | assault and battery* | breaking and entering* | search* and seizure*
goods and chattels* | null and void* | part and parcel* | law and order* | law and regulations
rules and regulations* | foreign ministry | bread* and butter* | checks and balances* | supply* and demand*
profit* and loss* | research* and development* | mergers and acquisitions* | hook , line and sinker* | rank* and file*
trial* and error* | hue and cry* | wear and tear* | spick and span | safe and sound* | life and limb* | hit and run
touch and go | raise the specter* of | raise the spectre* of | raise the spirits* of | raise eyebrows*
set a precedent* for | set a dangerous precedent* | without precedent* | take precedence* over | tread* water*
toe the line* | tow the boat | pass muster* | bated* breath* | baited hook | flout* the rules | flout* the law
flaunt one's wealth | wreak* havoc* | wreak* vengeance* | wreak* revenge* | bear the brunt* of | bear fruit*
bear witness* | bear in mind* | bear the burden* | in the throes* of | in the wake* of | in the event* of
in the course* of | in the vicinity* of | in the interests* of | in light* of | in the heat* of the moment*
in the eye* of the storm* | in the nick* of time* | on the verge* of | on the brink* of | on the eve* of
on the outskirts* of | on the grounds* of | on behalf* of | on the basis* of | on the spur* of the moment*
at the behest* of | at the expense* of | at the height* of | at the mercy* of | at the discretion* of
at the forefront* of | under the auspices* of | under the guise* of | under the aegis* of | under the pretext* of
by virtue* of | by dint* of | by means* of | for the sake* of | for the benefit* of | for fear* of | for lack* of
for want* of | with a view* to | with the exception* of | with respect* to | with regard* to | with the aid* of
in accordance* with | in compliance* with | in conjunction* with | in keeping* with | in the face* of | in spite* of
in lieu* of | in terms* of | in defiance* of | in contempt* of court* | in pursuit* of | in the aftermath* of
in the absence* of | in the presence* of | in full swing* | in due course* | in dire straits* | in good faith*
in bad faith* | in the long run* | in the first place* | in the meantime* | in hot pursuit* | in mint condition*
personal* best | next of kin* | kith and kin* | rite* of passage* | rights of way* | flight* of fancy* | free rein*
reins of power* | reign* of terror* | sleight* of hand* | sight unseen* | hair 's breadth* | sea change*
vested* interest* | conflict* resolution* | contempt* of court* | moral* compass* | moral* high ground*
moral* obligation* | moral* hazard* | moral* turpitude* | boost morale* | raise morale* | troop morale*
staff morale* | low morale* | guilty conscience* | clear conscience* | conscience* vote | prisoner* of conscience*
conscientious* objector* | eminent* domain* | imminent* danger* | imminent* threat* | immaculate* conception*
foregone* conclusion* | ulterior* motive* | ulterior* motives* | extenuating* circumstances*
mitigating* circumstances* | mitigating* factor* | pertinent question | vicious* circle* | vicious* cycle*
viscous fluid | poetic justice* | poetic licence* | poetic license* | diplomatic* immunity* | diplomatic* relations*
sovereign* immunity* | qualified immunity* | herd immunity* | unanimous* verdict* | unanimous* decision*
anonymous* tip | anonymous* source | prostate* cancer* | prostate* gland* | breast cancer* | cervical* cancer*
pancreatic* cancer* | colorectal* cancer* | lung cancer* | skin graft* | organ transplant* | kidney transplant*
heart transplant* | hip replacement* | caesarean* section* | caesarean* birth | blood transfusion* | blood clot*
blood vessel* | blood vessels* | blood pressure* | cardiac* arrest* | heart attack* | heart rate*
nervous* breakdown* | mental illness* | mental health* | public health* | intensive* care* | palliative* care*
hospice* care* | foster* care* | day care* | health care* | vital organs* | vital signs* | side effects*
booster* shot* | clinical* trial* | clinical* trials* | antibiotic* resistance* | immune system* | infant mortality*
maternal* mortality* | mortality* rate* | ordnance* survey* | unexploded* ordnance* | city ordinance*
local ordinance* | ballistic* missile* | ballistic* missiles* | cruise missile* | aircraft* carrier*
aircraft* carriers* | weapons of mass destruction* | ammunition* depot | armoured* personnel* carrier*
armored* personnel* carrier* | military* personnel* | personnel* carrier* | medical personnel* | sniper* fire
friendly fire* | mortar* fire* | artillery* fire* | small arms* | arms race* | arms control* | arms embargo*
peace treaty* | peace accord* | peace talks* | peace process* | hostage* crisis* | hostage* situation*
suicide* bomber* | suicide* bombing* | suicide* note* | hunger strike* | general strike* | air strike* | air strikes*
air raid* | drone strike* | armed forces* | armed robbery* | armed robber* | security* forces* | special forces
security* council* | fiscal* year* | fiscal* policy* | fiscal* cliff* | fiscal* quarter* | physical* education*
physical* therapy* | physical* exercise* | principal* photography* | school principal* | in principle*
matter of principle* | capital* gains* | capital* city | capital* letter | capital* letters | capital* markets*
venture* capital* | working capital* | share price* | share prices* | share capital* | share buyback*
stock exchange* | stock market* | stock price* | stock prices* | stock options* | interest rate* | interest rates*
exchange* rate* | exchange* rates* | inflation rate* | unemployment* rate* | birth rate* | tax rate* | tax rates*
tax evasion* | tax avoidance* | tax haven* | tax return* | tax returns* | tax relief* | tax bracket* | income tax*
value added tax* | sales tax* | property tax* | inheritance* tax* | trade union* | trade unions* | trade war*
trade deficit* | trade surplus* | trade secret* | trade secrets* | budget deficit* | budget surplus* | public debt*
national debt* | bad debts* | credit rating* | credit union* | credit card* | credit crunch* | debt ceiling*
debt relief* | hedge fund* | mutual* fund* | pension fund* | trust fund* | slush fund* | insider* trading*
money laundering* | hostile* takeover* | hostile* bid* | golden handshake* | golden parachute* | joint venture*
limited liability* | market* share* | market* capitalization* | profit* margin* | profit* warning* | profit margins*
net profit* | gross domestic* product* | balance* sheet* | cash flow* | real estate* | intellectual* property*
intangible* assets* | liquid* assets* | frozen assets* | asset management* | quarterly earnings* | earnings per share*
annual general meeting* | initial public offering* | board meeting* | chief executive* | chief executive officer*
chief financial officer* | chief operating officer* | managing* director* | class action* | class action lawsuit*
preliminary* injunction* | restraining* order* | injunctive* relief* | punitive* damages* | compensatory* damages*
due process* | due diligence* | grand larceny* | petty theft* | identity* theft* | grievous* bodily* harm*
wrongful* death* | wrongful* dismissal* | unlawful* detention* | involuntary* manslaughter* | attempted murder*
premeditated* murder* | first degree murder* | serial killer* | circumstantial* evidence* | forensic* evidence*
expert witness* | expert testimony* | witness stand* | star witness* | eyewitness* account* | cross examination*
hung jury* | jury duty* | jury selection* | supreme court* | death penalty* | death sentence* | death toll*
death row* | death knell* | life sentence* | life imprisonment* | life expectancy* | life insurance* | life support*
suspended* sentence* | house arrest* | arrest warrant* | search warrant* | bail hearing* | extradition* treaty*
extradition* request* | political asylum* | asylum* seeker* | asylum* seekers* | illegal immigrants*
immigration* policy | border patrol* | work permit* | residence* permit* | human rights* | civil rights*
civil liberties* | civil war* | civil servant* | civil servants* | civil unrest* | voting* rights* | ballot* box*
ballot* paper* | polling* station* | polling* stations* | polling* booth* | opinion* poll* | opinion* polls*
exit poll* | exit polls* | swing state* | running mate* | campaign* trail* | electoral* college* | electoral* roll*
prime minister* | foreign* minister* | foreign* policy* | foreign* affairs | foreign* exchange | shadow cabinet*
cabinet* reshuffle* | coalition* government* | caretaker* government* | minority* government* | opposition* leader*
opposition* party* | ruling party* | executive* order* | executive* branch* | legislative* branch* | judicial* review*
judicial* branch* | constitutional* amendment* | constitutional* court* | climate* change* | global warming
global warning | greenhouse* gas* | greenhouse* gases* | greenhouse* effect* | carbon dioxide* | carbon footprint*
carbon emissions* | fossil* fuel* | fossil* fuels* | renewable* energy* | nuclear* power* | nuclear* weapons*
nuclear* reactor* | solar energy* | solar panel* | solar panels* | solar system* | wind turbine* | wind turbines*
power plant* | power outage* | power station* | power grid* | oil spill* | oil rig* | natural gas*
natural* disaster* | natural* disasters* | natural* selection* | natural* resources* | tropical* storm*
tropical* cyclone* | storm surge* | flash flood* | flash floods* | heat wave* | cold snap* | wind chill*
torrential* rain* | torrential* rains* | heavy rain* | freezing* rain* | sea level* | sea levels* | ice sheet*
polar ice cap* | richter* scale* | tectonic* plate* | tectonic* plates* | active volcano* | tidal wave*
search* engine* | social* media* | social* network* | social* networks* | terms of service* | terms of use*
personal* computer* | operating* system* | artificial* intelligence* | machine* learning* | data breach*
data protection* | identity* card* | mobile* phone* | mobile* phones* | text message* | text messages* | voice mail*
space station* | space shuttle* | launch* pad* | speed of light* | black hole* | dark matter* | outer space*
penalty* kick* | penalty* area* | penalty* shootout* | penalty* shootouts* | free kick* | corner kick* | yellow card*
goal kick* | injury* time* | stoppage* time* | extra time* | group stage* | knockout* stage* | quarter final*
transfer* window* | transfer* fee* | world record* | world cup* | world championship | world champion | gold medal*
silver medal* | bronze* medal* | pole position* | starting* grid* | title defence* | home run* | grand slam*
tie break* | head coach* | assistant* coach* | assistant* referee* | hamstring* injury* | cruciate* ligament*
knee ligament* | steep learning* curve* | nip in the bud* | jury is still out* | for all intents* and purposes*
case in point* | tip of the iceberg* | bone of contention* | blessing* in disguise* | figment* of the imagination*
piece of mind | peace of mind* | point of view* | point of no return* | lack of evidence* | matter of fact*
matter of time* | matter of urgency* | change of heart* | turn of events* | course of action* | sense of humour*
sense of humor* | stroke of luck* | slip of the tongue* | labour of love* | labor of love* | leap of faith*
drop in the ocean* | needle* in a haystack* | wolf in sheep 's clothing* | devil 's advocate* | achilles* heel*
pandora 's box* | pyrrhic* victory* | trojan* horse* | catch - 22 | litmus* test* | acid test* | lion 's share*
poster child* | sacrificial* lamb* | scapegoat* for | laughing* stock* | cardinal* sin* | mortal sin* | original* sin*
"""


class Frame(NamedTuple):
    """An established phrase, as its words, and which of them is bound; `open` where all others are small words."""

    words: tuple[str, ...]
    slot: int
    open: bool

    @property
    def bound(self) -> str:
        """The word that belongs there."""
        return self.words[self.slot]


def frames_at(forms: Sequence[str], k: int) -> Iterator[tuple[int, Frame]]:
    """The frames of which all words but the bound one stand around k, with where they begin."""
    for offset in (-1, 1):
        if not 0 <= k + offset < len(forms):
            continue
        for frame in _anchored(offset, forms[k + offset]):
            start = k - frame.slot
            if _stands(forms, start, frame.words, frame.slot):
                yield start, frame


@lru_cache(maxsize=1 << 14)
def _anchored(offset: int, form: str) -> tuple[Frame, ...]:
    """The frames that have this word, inflected or not, at that place beside the bound one."""
    words = dict.fromkeys((form, *(base for _, base in lemmas(form))))
    return tuple(frame for word in words for frame in _frames().get((offset, word), ()))


def is_established(forms: Sequence[str], start: int, words: int) -> bool:
    """Whether these very words are a phrase listed here."""
    firsts = (forms[start], *(base for _, base in lemmas(forms[start])))
    entries = (entry for first in dict.fromkeys(firsts) for entry in _entries().get(first, ()))
    return any(len(entry) == words and _stands(forms, start, entry, None) for entry in entries)


def _stands(forms: Sequence[str], start: int, words: Sequence[str], slot: int | None) -> bool:
    """Whether the words stand there, but for the one in the slot."""
    if start < 0 or start + len(words) > len(forms):
        return False
    return all(fits(forms[start + i], word) for i, word in enumerate(words) if i != slot)


@cache
def _starred() -> tuple[tuple[tuple[str, ...], frozenset[int]], ...]:
    """All entries as their words, and which of these are bound."""
    listed = (entry.split() for line in _BOUND.strip().splitlines() for entry in line.split("|") if entry.strip())
    ours = [(tuple(w.rstrip("*") for w in e), frozenset(i for i, w in enumerate(e) if w.endswith("*"))) for e in listed]
    whole = [(e, frozenset(i for i, w in enumerate(e) if not is_function_word(w) and w.isalpha())) for e in terms()]
    return (*ours, *whole)


@cache
def _entries() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Entries by their first word."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words, _ in _starred():
        found[words[0]].append(words)
    return {first: tuple(entries) for first, entries in found.items()}


@cache
def _frames() -> Mapping[tuple[int, str], tuple[Frame, ...]]:
    """Frames by the word beside the bound one, one of content where there is one, and on which side it stands."""
    found: defaultdict[tuple[int, str], dict[Frame, None]] = defaultdict(dict)
    for words, bound in _starred():
        for slot in sorted(bound):
            beside = [i for i in (slot - 1, slot + 1) if 0 <= i < len(words)]
            anchor = next((i for i in beside if not is_function_word(words[i])), beside[0])
            rest = (w for i, w in enumerate(words) if i != slot)
            frame = Frame(words, slot, all(is_function_word(w) or not w.isalpha() for w in rest))
            found[anchor - slot, words[anchor]][frame] = None
    return {key: tuple(frames) for key, frames in found.items()}
