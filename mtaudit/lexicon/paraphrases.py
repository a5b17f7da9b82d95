"""Small phrases of any news text that say the same: written by hand, since no lexicon relates function words."""

from __future__ import annotations

from collections import defaultdict

_CLASSES = """
more than | over | in excess of | above | upwards of
less than | under | below | fewer than
about | approximately | around | roughly | some | circa | nearly | almost
at least | no fewer than | no less than | a minimum of | or more
at most | no more than | up to | a maximum of
because of | due to | owing to | on account of | as a result of | thanks to
because | since | as
after | following | in the wake of | in the aftermath of | subsequent to
before | prior to | ahead of
despite | in spite of | notwithstanding
although | though | even though | while | whilst | whereas
however | but | yet | nevertheless | nonetheless | still
also | too | as well | in addition | additionally
and | as well as | along with | together with | and also
such as | like | including | for example | for instance | among them
to | in order to | so as to
until | till | up to
during | in the course of | over the course of | throughout | in
about | regarding | concerning | on | over | of | relating to | with respect to | with regard to | in relation to
by means of | by | through | via | using | with the help of
on behalf of | for
instead of | rather than | in place of
in front of | before
next to | beside | alongside | near | close to
currently | now | at present | at the moment | presently | right now | at this time
today | nowadays | these days
soon | shortly | before long | in the near future
later | afterwards | afterward | subsequently | thereafter | then
earlier | previously | before | formerly | in the past
immediately | at once | right away | straight away | instantly | promptly
again | once again | once more | anew
often | frequently | many times
repeatedly | again and again | on several occasions | many times | on multiple occasions
sometimes | at times | occasionally | from time to time
particularly | especially | in particular | notably | specifically
for the most part | mostly | mainly | largely | chiefly | primarily
completely | entirely | fully | totally | wholly | altogether
very | highly | extremely | greatly
many | numerous | a large number of | a great many | lots of | a lot of
several | a number of | various | some | multiple | a few
everyone | everybody | all
someone | somebody
anyone | anybody
no one | nobody
each | every
which | that | who
where | in which | at which
when | at the time | as | once
if | should | in case | in the event that | in the event of | provided that
according to | in the words of | as stated by
he said | he added | he stated
said | stated | declared | added | noted | told reporters
wrote | writes
in total | altogether | overall | in all
at the same time | simultaneously | meanwhile | in the meantime
first | firstly | at first | initially
finally | lastly | in the end | eventually | ultimately
for free | free of charge
at the end of | in late
at the beginning of | at the start of | in early
take place | happen | occur | be held
can | be able to | is able to | are able to
have to | must | need to | has to
had to | needed to | was forced to | were forced to
people | persons | individuals
children | kids
percent | per cent | pct
against | versus | vs
per | a | each
onto | on | to | on to
into | in | to | in to
upon | on
among | amongst | between | amid
toward | towards
within | in | inside
outside | outside of
due | expected | scheduled
the united states | america | the u.s.
britain | the uk | the united kingdom | great britain
just | only | merely | simply
more effective | better
get back | return | come back | go back | revert
carry out | conduct | perform | undertake
set up | establish | create | found
find out | learn | discover
go on | continue
call off | cancel
put off | postpone | delay
turn down | reject | decline
point out | note | observe
take part in | participate in
look for | seek | search for
shut down | close | close down
pass away | die | be killed
a lot | much | a great deal
kind of | type of | sort of
as soon as possible | without delay
view | see
"""


def _expanded() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_CLASSES.strip().splitlines()):
        for phrase in line.split("|"):
            table[" ".join(phrase.split())].add(number)
    return {phrase: frozenset(numbers) for phrase, numbers in table.items()}


_TABLE = _expanded()

LONGEST = max(len(phrase.split()) for phrase in _TABLE)
"""Words of the longest phrase listed."""


def same_sense(a: str, b: str) -> bool:
    """Whether two phrases (lower case, words apart by one space) are listed as saying the same."""
    return bool(_TABLE.get(a, frozenset()) & _TABLE.get(b, frozenset()))
