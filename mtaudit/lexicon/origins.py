"""Nationalities, religions and parties: which words name one origin ("Kenya", "Kenyan", "Kenyans").

Facts of the language, written by hand, since the lexicon lacks a third of them and joins few nouns to their
adjectives. All forms are lower case and stand for their plurals too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple


class Origin(NamedTuple):
    """One reading of a word: which origin it names, and whether as its name or as a word for what comes from there."""

    name: str
    derived: bool


NATIONS = """
    afghanistan:afghan afghani; albania:albanian; algeria:algerian; andorra:andorran; angola:angolan;
    argentina:argentine argentinian argentinean; armenia:armenian; australia:australian aussie; austria:austrian;
    azerbaijan:azerbaijani azeri; bahamas:bahamian; bahrain:bahraini; bangladesh:bangladeshi; barbados:barbadian bajan;
    belarus byelorussia:belarusian belarussian byelorussian; belgium:belgian; belize:belizean; benin:beninese;
    bhutan:bhutanese; bolivia:bolivian; bosnia:bosnian; botswana:motswana batswana; brazil:brazilian;
    brunei:bruneian; bulgaria:bulgarian; burundi:burundian; cambodia:cambodian; cameroon:cameroonian;
    canada:canadian; chad:chadian; chile:chilean; china prc:chinese; colombia:colombian; comoros:comorian;
    congo drc:congolese; croatia:croatian croat; cuba:cuban; cyprus:cypriot; czechia:czech; denmark:danish dane;
    djibouti:djiboutian; ecuador:ecuadorian ecuadorean; egypt:egyptian; eritrea:eritrean; estonia:estonian;
    ethiopia:ethiopian; fiji:fijian; finland:finnish finn; france:french frenchman frenchwoman frenchmen;
    gabon:gabonese; gambia:gambian; germany:german; ghana:ghanaian; greece:greek hellenic; grenada:grenadian;
    guatemala:guatemalan; guinea:guinean; guyana:guyanese; haiti:haitian; honduras:honduran; hungary:hungarian;
    iceland:icelandic icelander; india:indian; indonesia:indonesian; iran persia:iranian persian; iraq:iraqi;
    ireland:irish irishman irishwoman irishmen; israel:israeli; italy:italian; jamaica:jamaican; japan:japanese;
    jordan:jordanian; kazakhstan:kazakh kazakhstani; kenya:kenyan; kosovo:kosovar kosovan; kuwait:kuwaiti;
    kyrgyzstan:kyrgyz; laos:laotian lao; latvia:latvian; lebanon:lebanese; lesotho:basotho; liberia:liberian;
    libya:libyan; liechtenstein:liechtensteiner; lithuania:lithuanian; luxembourg:luxembourgish luxembourger;
    madagascar:malagasy; malawi:malawian; malaysia:malaysian; maldives:maldivian; mali:malian; malta:maltese;
    mauritania:mauritanian; mauritius:mauritian; mexico:mexican; moldova:moldovan; monaco:monegasque;
    mongolia:mongolian mongol; montenegro:montenegrin; morocco:moroccan; mozambique:mozambican;
    myanmar burma:burmese; namibia:namibian; nepal:nepali nepalese;
    netherlands holland:dutch dutchman dutchwoman dutchmen; nicaragua:nicaraguan; niger:nigerien; nigeria:nigerian;
    norway:norwegian; oman:omani; pakistan:pakistani; palestine:palestinian; panama:panamanian; paraguay:paraguayan;
    peru:peruvian; philippines:philippine filipino filipina; poland:polish pole; portugal:portuguese;
    qatar:qatari; romania:romanian; russia:russian; rwanda:rwandan; samoa:samoan; senegal:senegalese;
    serbia:serbian serb; seychelles:seychellois; singapore:singaporean; slovakia:slovak slovakian;
    slovenia:slovene slovenian; somalia:somali somalian; spain:spanish spaniard; sudan:sudanese; suriname:surinamese;
    sweden:swedish swede; switzerland:swiss; syria:syrian; taiwan:taiwanese; tajikistan:tajik; tanzania:tanzanian;
    thailand:thai; tibet:tibetan; togo:togolese; tonga:tongan; trinidad:trinidadian; tunisia:tunisian;
    turkey türkiye:turkish turk; turkmenistan:turkmen; uganda:ugandan; ukraine:ukrainian; emirates uae:emirati;
    britain uk:british briton brit; england:english englishman englishwoman englishmen;
    scotland:scottish scot scots scotsman scotch; wales:welsh welshman welshmen; usa u.s. america:american;
    uruguay:uruguayan; uzbekistan:uzbek; vanuatu:vanuatuan; vatican:; venezuela:venezuelan;
    vietnam:vietnamese; yemen:yemeni; zambia:zambian; zimbabwe:zimbabwean; kurdistan:kurdish kurd; chechnya:chechen;
    catalonia:catalan; flanders:flemish fleming; bavaria:bavarian; corsica:corsican; sicily:sicilian;
    korea:korean; zealand:zealander kiwi
"""

WIDER_ORIGINS = """
    africa:african; asia:asian; europe eu:european; scandinavia:scandinavian nordic; balkans:balkan; arabia:arab
    arabian arabic saudi
"""

CREEDS = """
    christianity:christian; islam:muslim moslem islamic; judaism:jewish jew; hinduism:hindu; buddhism:buddhist;
    sikhism:sikh; catholicism:catholic; protestantism:protestant; anglicanism:anglican; lutheranism:lutheran;
    methodism:methodist; mormonism:mormon; atheism:atheist; sunni:sunnite; shia:shiite shi'ite shi'a
"""

PARTIES = """
    democrats:democrat democratic; republicans:republican gop; labour:labourite; conservatives:conservative tory tories;
    liberals:liberal; socialists:socialist; communists:communist; greens:green; nationalists:nationalist
"""
"""Words that are common ones too: they name a party only with a capital."""

MEMBERS = """
    britain: england scotland wales
    christianity: catholicism protestantism anglicanism lutheranism methodism mormonism
    protestantism: anglicanism lutheranism methodism
    islam: sunni shia
    scandinavia: sweden norway denmark finland iceland
    balkans: serbia bosnia kosovo montenegro albania croatia bulgaria greece slovenia romania
    belgium: flanders
    germany: bavaria
    spain: catalonia
    france: corsica
    italy: sicily
    russia: chechnya
    china: tibet
    europe: albania andorra austria belarus belgium bosnia bulgaria croatia cyprus czechia denmark estonia finland
        france germany greece hungary iceland ireland italy kosovo latvia liechtenstein lithuania luxembourg malta
        moldova monaco montenegro netherlands norway poland portugal romania russia serbia slovakia slovenia spain
        sweden switzerland turkey ukraine britain england scotland wales vatican scandinavia balkans
    africa: algeria angola benin botswana burundi cameroon chad comoros congo djibouti egypt eritrea ethiopia gabon
        gambia ghana guinea kenya lesotho liberia libya madagascar malawi mali mauritania mauritius morocco mozambique
        namibia niger nigeria rwanda senegal seychelles somalia sudan tanzania togo tunisia uganda zambia zimbabwe
    asia: afghanistan armenia azerbaijan bahrain bangladesh bhutan brunei cambodia china india indonesia iran iraq
        israel japan jordan kazakhstan korea kuwait kyrgyzstan laos lebanon malaysia maldives mongolia myanmar nepal
        oman pakistan palestine philippines qatar singapore syria taiwan tajikistan thailand tibet turkey turkmenistan
        emirates uzbekistan vietnam yemen
    arabia: algeria bahrain egypt iraq jordan kuwait lebanon libya morocco oman palestine qatar syria tunisia emirates
        yemen
"""
"""A whole and the parts that belong to it."""

_PARTS = {
    (part, whole.strip())
    for whole, _, parts in (row.partition(":") for row in MEMBERS.replace("\n        ", " ").strip().splitlines())
    for part in parts.split()
}

KINDS = {"nation": NATIONS, "region": WIDER_ORIGINS, "creed": CREEDS, "party": PARTIES}


def _tables() -> tuple[Mapping[str, tuple[Origin, ...]], Mapping[str, str]]:
    """Form → its origins, and origin → its kind."""
    forms: defaultdict[str, list[Origin]] = defaultdict(list)
    kinds = {}
    for kind, text in KINDS.items():
        for entry in text.split(";"):
            names, _, derived = entry.strip().partition(":")
            name = names.split()[0]
            kinds[name] = kind
            for form in names.split():
                forms[form].append(Origin(name, False))
            for form in derived.split():
                forms[form].append(Origin(name, True))
    return {form: tuple(found) for form, found in forms.items()}, kinds


_FORMS, _KINDS = _tables()


def origin(form: str) -> Origin | None:
    """What origin a lower-case word names; None for words that name none."""
    found = _FORMS.get(form) or (_FORMS.get(form[:-1]) if form.endswith("s") else None)
    return found[0] if found else None


def kind_of(name: str) -> str:
    """Whether an origin is a nation, a region, a creed or a party."""
    return _KINDS[name]


def is_within(a: str, b: str) -> bool:
    """Whether one of two origins takes in the other: a whole and its part, a continent and a nation."""
    return (a, b) in _PARTS or (b, a) in _PARTS


def is_derived_pair(a: str, b: str) -> bool:
    """Whether both words name origins, and one of them what comes from there, not only the country or the faith."""
    one, other = origin(a), origin(b)
    return bool(one and other and (one.derived or other.derived))
