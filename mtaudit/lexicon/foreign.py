"""Small words of the languages through which news is translated, so that residues of them are known."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import known

_CLOSED = {
    "French": """
        le la les un une des du de et est était sont ont dans pour par avec sur pas plus qui que quoi dont où
        mais ou donc car ne il elle ils elles nous vous leur leurs ses ce cette ces aux au sans sous chez entre
        après avant depuis aussi très être avoir fait été dit selon lors comme même tout tous toute écrit déjà
        encore deux trois
        """,
    "Spanish": """
        el la los las un una unos unas de del y es era son fue han en para por con sobre no más quien que donde
        pero o porque él ella ellos ellas nosotros su sus este esta estos estas al sin entre después antes desde
        también muy ser estar ha sido dijo según cuando como todo todos ya aún dos tres hay hacia hasta
        """,
    "Portuguese": """
        o os as um uma uns umas do da dos das e é era são foi em no na nos nas para por com sobre não mais quem
        que onde mas ou porque ele ela eles elas seu sua seus suas este esta isto ao aos sem entre depois antes
        desde também muito ser estar tem sido disse segundo quando como todo todos já ainda dois três pelo pela
        """,
    "Italian": """
        il lo la gli le un uno una di del della dei delle e è era sono ha hanno in per con su non più chi che
        dove ma o perché lui lei loro suo sua suoi questo questa al alla senza tra fra dopo prima anche molto
        essere avere stato detto secondo quando come tutto tutti già ancora due tre nel nella dal dalla
        """,
    "German": """
        der die das den dem des ein eine einen einem einer und ist war sind waren hat haben in im für von vom
        mit auf nicht mehr wer dass wo aber oder weil er sie es wir ihr sein seine dieser diese dieses zu zum
        zur ohne unter zwischen nach vor seit auch sehr werden wurde wurden sagte laut als wie alle schon noch
        zwei drei bei aus über
        """,
    "Dutch": """
        de het een en is was zijn waren heeft hebben in voor van met op niet meer wie dat waar maar of omdat hij
        zij wij haar deze dit aan zonder onder tussen na sinds ook zeer worden werd zei volgens toen als alle
        nog twee drie bij uit naar
        """,
    "Esperanto": """
        la kaj estas estis en por de kun sur ne pli kiu ke kie sed aŭ ĉar li ŝi ĝi ili ni lia ŝia ĝia tiu tio al
        sen sub inter post antaŭ ekde ankaŭ tre esti havas diris laŭ kiam kiel ĉiuj jam ankoraŭ du tri da el pri
        je
        """,
    "Polish": """
        i jest był była są w na dla przez z nie więcej kto że gdzie ale lub bo on ona oni jego jej ten ta to do
        bez pod między po przed od także bardzo być ma powiedział według kiedy jak wszystkie już jeszcze dwa
        trzy
        """,
    "Catalan": """
        el la els les un una i és era són ha han en per amb sobre no més qui que on però o perquè ell ella seu
        seva aquest aquesta al sense entre després abans des també molt ser estar dit segons quan com tot ja
        encara
        """,
    "Swedish": """
        och är var har i för av med på inte mer som att men eller han hon det de den detta utan under mellan
        efter före sedan också mycket vara sade enligt när alla redan två tre
        """,
    "Turkish": """
        ve bir bu için ile değil daha ama çok olan olarak dedi göre kadar sonra
        """,
    "Romanian": """
        și este era sunt în pentru cu pe nu mai care dar sau el ea lor acest fără după înainte foarte spus când
        toate
        """,
    "Indonesian": """
        dan di yang untuk dengan dari tidak ini itu adalah pada oleh sebagai akan telah kata
        """,
}

NAMELY = frozenset("de del la le el al di du da van von des dos das den der y il".split())
"""Small words that stand in many names and titles: they are residues only between English words."""

_ENDINGS = {
    "Spanish": "idad idades ción ciones miento mientos",
    "Portuguese": "idade idades ção ções",
    "Italian": "zione zioni mento menti ità",
    "French": "ément ière ières ité ités eux",
    "German": "ungen keit keiten heit heiten schaft schaften",
    "Esperanto": "ojn ajn",
}
"""With these words are made in one language and, as far as no lexicon has them, not in English."""

SHORTEST = 7
"""Letters of a word whose ending tells its language."""

_CALENDAR = {
    "French": """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février juillet août septembre octobre novembre
        décembre
        """,
    "Spanish": "lunes martes miércoles jueves viernes enero febrero septiembre octubre noviembre diciembre",
    "Portuguese": "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
    "Italian": "lunedì martedì mercoledì giovedì venerdì gennaio febbraio luglio settembre ottobre novembre dicembre",
    "German": "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz oktober dezember",
    "Esperanto": "lundo mardo merkredo ĵaŭdo vendredo dimanĉo januaro februaro marto aprilo majo junio julio aŭgusto",
}
"""Weekdays and months that are neither English nor common as names."""


def calendar_of(form: str) -> tuple[str, ...]:
    """The languages in which the lower-case word is a weekday or a month."""
    return tuple(language for language, names in _CALENDAR.items() if form in names.split())


def ending_of(form: str) -> tuple[str, ...]:
    """The languages that make words with the ending of this one, which no English lexicon has."""
    if len(form) < SHORTEST:
        return ()
    return tuple(language for language, endings in _ENDINGS.items() if form.endswith(tuple(endings.split())))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for language, forms in _CLOSED.items():
        for form in forms.split():
            table[form] = (*table.get(form, ()), language)
    return table


def small_word_of(form: str) -> tuple[str, ...]:
    """The languages of which the lower-case word is a small word, whether or not it is English too."""
    return _table().get(form, ())


@lru_cache(maxsize=16384)
def languages_of(form: str) -> tuple[str, ...]:
    """The languages of which the lower-case word is a small word, none where it is an English word as well."""
    found = small_word_of(form)
    if not found or is_function_word(form) or (known(form) and form not in NAMELY and form != "est"):
        return ()
    return found


@lru_cache(maxsize=16384)
def is_foreign_script(form: str) -> bool:
    """Whether a word has letters or their signs, and none of them Latin; Greek letters are signs of mathematics."""
    letters = [c for c in form if unicodedata.category(c)[0] in "LM"]
    return bool(letters) and not any(
        unicodedata.name(c, "LATIN").startswith(("LATIN", "GREEK", "COMB")) for c in letters
    )
