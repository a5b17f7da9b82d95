"""Opposites and converses of news English, by field: what a lexicon of antonyms leaves out or reaches only in one form.

Written by hand as base forms; `mtaudit.lexicon.wordnet.opposite` knows their inflections and derivations
("support/oppose" makes "supporters" and "opponents" opposites). A converse tells of the same event from the other
side ("lend", "borrow"), so that an exchange changes who does what. A pair stands here only if no text uses the one for
the other.
"""

from __future__ import annotations

BY_FIELD = {
    "law": """
        acquit/convict acquit/condemn uphold/overturn uphold/overrule uphold/quash uphold/strike uphold/annul
        ban/permit ban/allow ban/legalise ban/legalize prohibit/permit prohibit/allow forbid/permit forbid/allow
        outlaw/legalise outlaw/legalize outlaw/permit legalise/criminalise legalize/criminalize enact/repeal
        enforce/waive grant/deny grant/refuse grant/withhold grant/revoke award/withhold arrest/release detain/release
        jail/release jail/free imprison/release imprison/free detain/free prosecutor/defender plaintiff/defendant
        victim/perpetrator victim/culprit innocent/guilty lenient/harsh pardon/punish pardon/condemn seize/return
        confiscate/return ratify/reject ratify/repudiate authorise/forbid authorize/forbid comply/defy obey/defy
        obey/violate observe/violate
    """,
    "speech": """
        confirm/deny admit/deny acknowledge/deny deny/concede deny/confess praise/criticise praise/criticize
        praise/condemn praise/blame praise/denounce welcome/condemn welcome/deplore applaud/condemn applaud/boo
        hail/condemn thank/blame agree/refuse agree/decline agree/disagree accept/decline accept/refuse accept/reject
        approve/reject approve/refuse approve/veto endorse/reject endorse/oppose embrace/reject encourage/discourage
        urge/discourage persuade/dissuade promise/refuse promise/threaten reveal/conceal reveal/hide disclose/conceal
        publicise/conceal reassure/alarm reassure/worry flatter/insult
    """,
    "politics": """
        support/oppose back/oppose supporter/opponent supporter/critic advocate/opponent ally/opponent ally/enemy
        ally/rival friend/foe proponent/opponent government/opposition majority/minority elect/oust appoint/dismiss
        appoint/sack appoint/remove install/oust nominate/reject join/leave join/quit enter/leave enter/exit
        unity/division centralise/decentralise nationalise/privatise nationalize/privatize
        leftist/rightist conservative/progressive democracy/dictatorship war/peace incumbent/challenger
        independence/dependence liberate/occupy recognise/shun strengthen/undermine bolster/undermine reform/preserve
    """,
    "work": """
        hire/fire hire/dismiss hire/sack recruit/dismiss recruit/fire employ/dismiss employer/employee boss/subordinate
        promote/demote promote/relegate employed/jobless employment/unemployment teacher/student
        teacher/pupil teach/learn landlord/tenant owner/tenant mentor/pupil
        professional/amateur veteran/novice veteran/newcomer senior/junior retire/hire
    """,
    "markets": """
        buy/sell purchase/sell buyer/seller buyer/vendor purchaser/seller acquire/sell acquire/divest import/export
        lend/borrow lender/borrower creditor/debtor deposit/withdraw invest/divest earn/spend earn/lose cost/earn
        cost/save profit/loss surplus/deficit surplus/shortage surplus/shortfall abundance/shortage glut/shortage
        boom/bust boom/slump
        boom/recession growth/decline growth/contraction growth/recession rise/fall rise/drop rise/decline rise/cut
        increase/decrease increase/decline increase/reduce increase/cut raise/cut raise/lower raise/reduce soar/plunge
        soar/plummet soar/slump soar/collapse surge/plunge surge/slump surge/drop jump/fall jump/drop jump/plunge
        climb/fall climb/drop climb/slide gain/loss gain/lose expand/shrink expand/contract grow/shrink widen/narrow
        inflate/deflate inflation/deflation appreciate/depreciate strengthen/weaken bullish/bearish
        cheap/expensive cheap/costly rich/poor wealthy/poor credit/debit asset/liability tax/subsidise
        subsidy/tax income/expense revenue/expenditure supply/demand saver/spender solvent/insolvent solvent/bankrupt
        public/private wholesale/retail outperform/underperform overvalue/undervalue overestimate/underestimate
        upgrade/downgrade double/halve
    """,
    "war": """
        attack/defend attack/retreat attacker/defender advance/retreat advance/withdraw invade/liberate invade/withdraw
        capture/release capture/lose occupy/evacuate occupy/vacate win/lose victory/defeat winner/loser
        triumph/fail surrender/resist besiege/relieve arm/disarm deploy/withdraw
        truce/offensive friendly/hostile peaceful/violent escalate/defuse escalate/subside deepen/ease intensify/ease
        worsen/ease worsen/improve aggravate/ease protect/endanger protect/expose protect/threaten protect/attack
        safeguard/endanger safeguard/jeopardise safeguard/jeopardize safety/danger safe/dangerous security/danger
        rescue/abandon save/destroy save/ruin build/destroy build/demolish create/destroy construct/demolish
        rebuild/destroy repair/destroy repair/damage spare/destroy survive/die survive/perish survivor/casualty
        hide/expose
    """,
    "health": """
        live/die alive/dead birth/death recover/die recover/deteriorate recover/worsen recover/relapse
        heal/injure heal/wound cure/infect cure/sicken healthy/sick healthy/ill healthy/unhealthy prevent/cause
        prevent/trigger prevent/spread prevent/promote contain/spread infect/disinfect toxic/harmless
        harmful/harmless harmful/beneficial poisonous/edible fatal/harmless malignant/benign acute/chronic
        admit/discharge symptom/cure relieve/aggravate weaken/boost wake/sleep asleep/awake sober/drunk
        fertile/sterile mild/severe mild/serious light/heavy vaccinated/unvaccinated
    """,
    "weather": """
        hot/cold warm/cool heat/cool heat/chill heat/cold freeze/melt freeze/thaw wet/dry flood/drought
        sunny/cloudy sunny/rainy calm/stormy calm/rough clear/cloudy dawn/dusk sunrise/sunset day/night morning/evening
        summer/winter spring/autumn northern/southern eastern/western north/south east/west upstream/downstream
        inland/offshore onshore/offshore uphill/downhill inbound/outbound northbound/southbound eastbound/westbound
        high/low deep/shallow rural/urban coast/inland
    """,
    "time": """
        begin/end begin/finish start/end start/finish start/stop start/cease commence/end open/close open/shut
        launch/end launch/cancel launch/scrap launch/abandon resume/suspend resume/halt resume/stop resume/interrupt
        resume/pause continue/stop continue/cease continue/halt continue/abandon continue/interrupt proceed/halt
        proceed/stop maintain/abandon maintain/abolish extend/shorten extend/curtail prolong/shorten lengthen/shorten
        delay/accelerate delay/hasten delay/speed postpone/hasten postpone/advance slow/accelerate slow/hasten
        hinder/help hamper/help hinder/facilitate hamper/facilitate impede/facilitate obstruct/facilitate last/next
        previous/next previous/following preceding/following former/future former/current former/present former/latter
        past/future temporary/permanent temporarily/permanently brief/lengthy early/late earlier/later sooner/later
        yesterday/tomorrow ago/hence old/new ancient/modern predecessor/successor precede/follow debut/farewell
        first/last final/first initial/final initially/finally opening/closing introduce/abolish introduce/scrap
        introduce/withdraw establish/abolish form/dissolve remain/vanish remain/disappear remain/depart stay/leave
        stay/depart persist/vanish appear/vanish appear/disappear emerge/vanish emerge/disappear arrive/depart
        arrive/leave arrival/departure return/leave keep/discard keep/abandon keep/scrap keep/lift retain/discard
        retain/abandon impose/lift tighten/ease tighten/loosen tighten/relax restrict/ease
    """,
    "sport and deeds": """
        attend/miss attend/skip attend/boycott catch/miss hit/miss score/miss pass/fail succeed/fail success/failure
        qualify/miss attacker/goalkeeper top/bottom best/worst better/worse lead/trail ahead/behind
        send/receive sender/recipient give/receive giver/recipient donor/recipient donate/receive
        pay/receive lend/receive push/pull lift/drop raise/drop load/unload fill/empty full/empty enter/escape
        include/exclude include/omit add/remove add/subtract add/deduct attach/detach connect/disconnect connect/sever
        lock/unlock cover/uncover wrap/unwrap pack/unpack remember/forget know/ignore notice/overlook find/lose
        discover/overlook love/hate like/dislike trust/distrust trust/doubt believe/doubt believe/disbelieve
        hope/despair confidence/doubt welcome/shun attract/repel attract/deter invite/expel invite/exclude admit/expel
        please/anger please/annoy proud/ashamed strong/weak hard/soft easy/difficult easy/hard simple/complex
        major/minor possible/impossible likely/unlikely true/false right/wrong real/fake genuine/fake legal/illegal
        optimist/pessimist optimistic/pessimistic optimism/pessimism good/bad
        lack/possess lack/enjoy deny/provide provide/withhold supply/withhold avoid/seek avoid/face shun/seek
        careful/careless cautious/reckless brave/cowardly voluntary/compulsory voluntary/mandatory optional/compulsory
        optional/mandatory obligatory/optional upper/lower maximum/minimum extensive/limited
        substantial/minimal substantial/slight considerable/minimal considerable/slight sharp/slight significant/slight
        significant/minimal dramatic/slight dramatic/minimal drastic/slight maximise/minimise maximize/minimize
    """,
}
"""Field → pairs of base forms."""

OPPOSED = frozenset(frozenset(pair.split("/")) for pairs in BY_FIELD.values() for pair in pairs.split())
"""All pairs, whichever word comes first."""
