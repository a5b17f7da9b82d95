"""Sound sentences in which careless versions of the rules for a text alone would see damage."""

from __future__ import annotations

import pytest

import mtaudit
from mtaudit.ingest import document
from mtaudit.judging.pipeline import audit_text
from mtaudit.text.segmentation import parsed

SOUND = """
The attorney general and the secretary general met the president elect at noon.
He was tried by a court martial and dismissed with a notary public as witness.
The wave was nine feet high, forty metres long and two minutes late.
Something new happened to everyone present and to nobody important.
The years past were kinder to the people involved than the months ahead.
Measures taken by those responsible kept the costs low and the streets clean.
She painted the door green, left the window open and found the room empty.
The jury found the defendant guilty and the judge declared the trial over.
With his hands full and his mouth dry, the climber looked for the rope.
It was the best price available in the only shop open.
Teams large and small, clubs old and new, and fans young and old came.
From time immemorial the heir apparent has sworn by all things holy.
Laws civil and criminal apply to persons living or dead.
A crowd 5,000 strong waited for a band barely ten years old.
They deemed the sale of the forest illegal and the price of the land absurd.
The board considers members of the union responsible and the owners of the ship liable.
He called the head of the agency incompetent and the chair of the panel corrupt.
She thinks residents of the valley unlucky, and makes friends of the mayor nervous.
The report on prices by economists public and private was late.
A bill to make the use of such drugs legal failed by a vote.
In matters financial, as in matters political, he kept silent.
The Law Society sued the Court of Appeal over Law Review articles.
Act Two began at Court 5; Party Conference ended on Monday.
They climbed Mount Kenya, crossed Lake Victoria and reached Cape Town.
The Hotel Bristol, the Villa Borghese and the Café Central were full.
The University of Ghent and University College Cork share a prize.
The University Hospital of Basel and the Museum Island of Berlin reopened.
The Act Congress passed was void, and the Law Parliament made was not.
Hurricane Ada, Typhoon Rolly and Operation Dawn made news.
The River Thames rose near the Tower of London.
Planet Earth, Team Norway and Radio Free Europe were named.
County Cork and County Durham are far apart.
Bank Indonesia raised its rate, and Bank Leumi did not.
Jude Law, Denis Law and Margaret Court were born in May.
The Ministry Wednesday denied it.
The Commission Thursday fined the firm.
Bishop Tutu and King Felipe met Queen Sonja.
The Treaty of Rome and the Sherman Act are in force.
The Nobel Prize went to a novelist from Wales.
The Blue Book and the Red Book of the Green Party are out.
Norwood Inc said Haddon Corp and Lyle Ltd had agreed.
Inc. magazine and the Inc. 500 list are well known.
The list by Inc. was out, and an LLC was formed.
Mr. Hale, Mrs. Ito and Ms. Osei said Mr de Vries was late.
Dr. No was shown; Mr Bean was not.
The Leeds-based firm and its Oslo-based rival merged.
The company is Paris-based, and was London-based until May.
Broadband provider lululemon Inc and the maker adidas AG rose.
Toys, Inc. and Yahoo! Inc were sold.
The director of the museum of the town resigned.
A member of the board of directors of the Bank of England left.
One of the causes of the fall of the dynasty was hunger.
The speaker of the House of Representatives of the state spoke.
The number of members of the union of teachers fell.
The rest of the crew of the ship was saved.
A lot of the price of a cup of coffee is tax.
The president of the Republic of Korea met the king.
Because of the lack of rain, all of them left.
The then minister and the above rule were of the past.
The to and fro of the talks, the by now familiar row, went on.
He told her the truth, gave her a ring, and made her his heir.
The by-election, the at-home test and the in-crowd were news.
The Who played; the WHO and the IT sector listened.
What the is-ought problem is, the for-profit school did not say.
Vitamin A and plan a are for a, b and c.
Each other's faces, one another's names: they knew them all.
All the while, both the twins and half the class slept.
It is a must to visit, and he has the will to live.
They did all they could to help the man they spoke to.
The place he went to became a park; the club she belonged to went bust.
The man they looked up to gave up; the rope he held on to broke.
He did, as he must, take what he could.
What he said was true, and what she did was kind.
The people the firm has to thank are few.
He ought to go, and used to say that he need not.
Had he not gone, they would, he knew, have lost.
“I must,” he said, took his hat and went.
The deed they had to do did not take long.
The claim is barred by the statute of limitations, not by the Statue of Liberty.
The balance of power, the balance of trade and a balance of interests differ.
Rules of procedure, rules of the road and rules of thumb apply.
A spectrum of views was aired, and the spectre of war was raised.
The torturous road made tortious acts of driving likely.
Security cameras, home addresses and government orders were named.
The power plan, the white pepper and the red car were sold.
The breach of the wall and the breach of the agreement were costly.
The rate of growth, the rate of interest and the rate of change fell.
Freedom of movement and freedom of choice were promised.
The house of his dreams and the house of the mayor burnt down.
Laws and regulations, law and medicine, and law and history are taught.
The court of the king and the court of public opinion disagree.
The foreign ministry and the finance ministry denied it.
World champions and the world market were far off.
The eye of the tiger and the heat of the sun were painted.
A matter of taste is a matter of opinion.
The state of the roads and the state of play are known.
He has lived there since two years before the war, and since five o'clock he has slept.
It was closed since three weeks ago, or since 10 days earlier.
The price depends on the weather, and in part upon the harvest.
She was capable of it, responsible for it, and interested in it.
The lack of rain, the benefit of doubt and the risk to life were clear.
He was considered to be rich, and was denied to be a thief by none.
The party they seek won against all odds.
The finish to the race and the answer to the question were odd.
The man police said was armed has died.
What the coach, a Finn, said was wrong, and what she said had hurt.
A deal that the mayor, Ada Lund, said had failed was signed.
But for the rain, because of which it was late, all went well.
The road led to a village of a few houses in the middle of nowhere.
Judge Barbara Holt ruled on Friday. She rejected the claim.
Judge Barbara Holt heard a witness. He wept.
Ms. Oduya met the coach. He was late.
Maria Lund blamed Putin. He was silent.
Her husband died in May. She sold the farm.
His sister, Nancy Weld, said he died at home.
Kevin Doyle scored for Leeds, whose owner, Victoria Lane, cheered. She bought the club in May.
Ms. Oduya said: “He is a liar.” She left.
Queen Elizabeth spoke of her son. He listened.
Taylor Holt won. She wept with joy.
Everyone has his or her reasons, said Ms. Oduya.
Norma Field thanked the ship's engineer, and he thanked her.
Parler said so; they talk about it, and the Talk of the Town was on.
Casa Verde is a bar. The White House said no.
He spoke in a tone both firm and gentle, in a voice soft as rain.
The road wound through valleys deep in snow and forests dark with age.
A man of means modest, by his own account, he died in debt.
The state of the economy worries investors; the shape of the recovery, economists.
They live in a country rich in oil and poor in water.
The agency warned of a virus similar to the flu and of symptoms typical of it.
The panel spoke of a danger real enough to close the school.
The company sees the market in the east as central.
Police said the cause of the fire was electrical.
The mayor called on the council to make the centre of the city pedestrian.
The minister declared the effects of the reform temporary.
She found the taste of the soup peculiar.
The cost of the project was said to make the plan for the bridge political.
Critics call the tone of the speech presidential.
In the hall, people stood silent; by the door, guards sat idle.
The vote left the future of the party uncertain, the leader said.
The crowd fell silent and the sky turned dark, and the lights went out.
The trip took them from coast to coast, mountains high and rivers wide behind them.
He is the victim of a system corrupt to the core.
They walked across the Sahara Desert, the Arctic Ocean and the Iberian Peninsula.
The Museum Gauguin loved is shut; the University Newton attended is open.
The Hospital Saint Joseph runs was sold.
The Airport Express and the Stadium Tour were late.
The Award Show was cut; the Prize Draw was held; the Committee Room was full.
He played at Stadium Merdeka and landed at Changi Airport.
Under the Treaty Britain lost land.
The Institute Pasteur and the Foundation Beyeler are named in French.
The Corporation Street market and the Department Store were shut.
The city's Law Courts and its Act Up group were in the news.
Moral support, a moral victory and a boost to moral courage were welcome.
The council's counsel was principal of a school; in principal cities, sales rose.
A conscious decision was a matter of conscience.
The personal best and the personnel carrier had nothing in common.
The capital city passed a capital budget, and the Capitol police watched.
Global warming and a global warning system were discussed.
The supply and the demand for homes, the supply and delivery of arms.
The peace process and the piece of cake were both tough.
A breach of the dam and a breach of the beach rules were reported.
The burden of tax and the burden of debt grew.
The rule of the majority and the rule of the king.
An act of kindness, an act of parliament and an act of faith.
The court of first instance and a court of inquiry.
The head of the school, the head of marketing and the secretary of the club.
A letter of complaint, a letter of support and a line of credit.
The price war and the price cap; the stock market and the stock of fish.
The unanimous vote and the unanimous ruling were welcomed.
The human cost, the human body and human beings.
The executive committee and the executive producer met.
The constitutional court, the constitutional crisis and the constitutional convention.
Civil action, civil marriage and civil engineering are different.
The nuclear family, nuclear plants and nuclear fusion.
Foreign workers, foreign aid and foreign trade.
The annual report, the annual meeting and the annual budget.
Natural history, natural light and natural causes.
Social work, social housing and social security.
The supreme leader, the supreme commander and the supreme sacrifice.
The yellow vest, the yellow line and the yellow pages.
The world title, the world tour and the world order.
Interest in the case, interest payments and interest groups.
The opinion piece, opinion leaders and opinion makers.
The house search, the house party and the house rules.
In the run of play, in the course of events, at the expanse of sea.
With regards to the weather, in respect of tax, for the purpose of trade.
On the grounds of the palace, on the edge of town, on the subject of tax.
The rite of spring, the right of return and the right to vote.
Mary Holt, a nurse, cared for the boy. He recovered.
Mary Holt, a nurse, was praised by her boss. He said she was a star.
Anna Berg won the race ahead of Kim Jansen. His coach wept.
Barbara Holt lost to the incumbent. He has led the town for years.
Laura Weld wrote to the pope. He answered.
Victoria is a state. Its premier resigned. He denied the claims.
Charlotte has a new airport. The mayor opened it. He was pleased.
Florence is in Italy. Michelangelo worked there. He was poor.
Virginia has a governor. He is a Democrat.
Sydney's Madonna fan club met Prince. He sang.
Ms. Oduya beat Okafor. He left the hall.
Mr. Lund's company bought a ship. She was launched in May.
Kevin Doyle scored. The crowd loved it. “She is here!” a fan cried.
Nina Holt's dog bit the postman. He was treated in hospital.
The Duchess of Kent met Paul Weld. She smiled.
George Lund said of the yacht that she was fast.
Robert Lund praised England and her allies.
“I never said that,” the minister told the BBC, “and I never will.”
'I never said that,' the minister told the BBC. 'And I never will.'
"I never said that," the minister said. "They did."
‘She told me, “Go home,” and I went,’ the witness said.
“He shouted ‘Fire!’ and ran,” said Marta Kowal, 34, a nurse.
„Das ist kein Spiel“, the coach said in German before switching to English.
“When we opened the door,” she said — she was still shaking — “there was nobody there.”
“Is it safe?” asked the girl. “Is it?”
The chairman (who is also the president's brother-in-law) declined to comment.
WASHINGTON (AP) — The Senate voted 51-49 on Thursday to confirm Judge Alice Mendez.
LONDON, Sept 3 (Northern Press) - Oil fell 2% on Tuesday.
Shares of Acme Corp. (NYSE: ACM) rose 3.2% to $14.11; Zentrix plc (LSE: ZTX.L) fell 8p to 211p.
In Smith v. Jones, 512 U.S. 44 (1994), the court held otherwise.
See R v Brown [1994] 1 AC 212, at para 14.
The plaintiff sued under 42 U.S.C. § 1983 and Fed. R. Civ. P. 12(b)(6).
Doors open at 7:30 p.m.; tickets, £12–£15, from 14 St. Mary's Road, NW3 2PR.
Call 555-0143 or write to P.O. Box 77, Dalton, Ga. 30720.
The compound, 2,4-dichlorophenoxyacetic acid, breaks down in H2O within days.
Levels of PM2.5 reached 140 µg/m³, and of NO₂ 60 ppb.
Temperatures of –4°C to 3°C (25–37°F) are expected in the Highlands.
Final score: Rovers 3, City 1. Half-time: 1-1. Attendance: 12,406.
Lakers 112, Celtics 108 (OT)
FT: Ajax 2-2 Lyon (agg 4-3)
“¡No pasarán!” they chanted in Plaza Mayor, as they had in 1936.
The café's owner, Zoë Müller-Lüdenscheidt, served crème brûlée à la carte.
The painter Vincent van Gogh, the pianist Ludwig van Beethoven and Ursula von der Leyen share a particle.
Mohammed bin Salman met Abdel Fattah el-Sisi and Ayman al-Zawahiri's former lawyer.
The president of the Court of Justice of the European Union said the court of appeal had erred.
The Department of Justice's Office of the Inspector General opened an inquiry.
The surgeon general, the attorney general and the director general were in the room.
Two courts martial and three notaries public were named in the report.
He was found guilty as charged and deemed unfit to plead.
Police believe the man responsible left the country; the women involved did not.
The body politic survived; God Almighty was thanked; the bride-to-be wept.
The best solution possible, given the money available, was the one proposed.
Something strange happened on the night in question.
Sources close to the talks said nothing new had been put forward.
A woman aged 34 and a man named only as K. were arrested.
The law firm Ropes & Lange LLP and the accountants Pike Marwick & Co. were hired.
Berkshire Holdings Inc.'s filing said Inc. and Ltd. would be dropped.
The company said Corp. would no longer be part of its name.
“We are very, very sorry,” he said. “It had had its day, and that that was so, we knew.”
She said that that was that.
He had had enough by the time the bill was put to the vote.
What it is is a scandal.
The dog was let in in the evening.
New York, New York: so good they named it twice.
Bora Bora and Pago Pago were spared; Walla Walla was not.
“Location, location, location,” the agent said.
No, no, no: that is not what the treaty says.
The band Duran Duran and the cellist Yo-Yo Ma played on.
The doctor, Sam Wills, told his son that she, the mother, would be there.
Dr. Robin Vance said he had seen the film. Her husband, Alex Vance, had not, she said later.
Jordan Lee won the race. Her rival, Casey Lee, said he would be back.
The captain brought his ship in. “She is a fine vessel,” he said of her.
The judge, whose husband is a farmer, told the farmer that he could keep his land. She fined him nonetheless.
The Queen told her son, the King to be, that he would have to wait.
Mx Taylor Reed said they would appeal.
Every player must know his or her role.
Everyone should bring their own chair, and someone left theirs.
The United States is expected to sign; its neighbours are not.
The committee have not made up their minds. The committee has met twice.
Ten miles is a long way; £5 million is a lot of money.
Neither the mayor nor the councillors were there.
There's two of them, as they say in Yorkshire.
The number of dead has risen to 40. A number of people are missing.
What matters most is the children.
Gone are the days when a letter cost a penny.
Not since 1987 had so few voted.
Nor did he apologise. Nor would she.
Rare earths, cheap labour, fast ships: that was the plan.
No comment. None at all.
Enough.
And then? Silence.
Why now? Because there is an election. Because the money has run out. Because nobody can stop it.
Not everyone agrees. Far from it.
Three dead in motorway crash
Minister to quit after row over expenses
PM: ‘I will not resign’
Live: storm makes landfall in Dunmore
Man bites dog; dog recovering
Ex-bank boss cleared of fraud charges
Trump-era rule struck down by appeals court
Opinion | The trouble with trams
Why your tomatoes are not ripening – and what to do about it
Exclusive: How a village lost its well
By Jane Doherty and Paul Mbeki in Nairobi
Photograph: Lena Ortiz/Northern Press
The bridge, built in 1884, before it was closed. Photo: City Archive
Correction: An earlier version of this article misspelled the name of Kristjana Gunnarsdóttir.
This article was amended on 4 May 2021 to correct the spelling of Llanfair.
Additional reporting by Tom Ash; editing by Ruth Penn
Read more about the election at our live blog.
The film “12 Angry Men” was shown after “The Good, the Bad and the Ugly”.
In “Hamlet”, the king prays; in ‘Lear’ he raves.
The so-called “walk-in” clinic, or ‘drop-in’, is closed.
The word “tort” comes from the Latin “tortus”, twisted; “tortious” is not “torturous”.
In French, “je ne sais quoi” means “I know not what”.
The Spanish word “mañana” and the German “Schadenfreude” need no translation.
The vice versa clause, de facto ruler, per capita income, bona fide buyer, and inter alia the rest.
The raison d'être of the coup d'état was the status quo ante.
Le Monde, El País, Die Welt and La Stampa carried the story.
The chef trained at Le Bernardin and La Tour d'Argent.
The Côte d'Ivoire striker joined São Paulo from Beşiktaş.
Los Angeles, El Paso, Las Cruces, La Jolla and Des Moines were hit.
The Rio Grande, the Sierra Nevada and the Mont Blanc tunnel are closed.
Mount Etna, Lake Como and the River Po lie in Italy.
Hurricane Ida was downgraded to a tropical storm by the National Hurricane Center.
Operation Overlord, Team Sky, Planet Hollywood and Act Two Theatre Company are names.
Judge Learned Hand, Justice Thurgood Marshall and Chief Justice John Roberts were cited.
Secretary of State Ruth Carver and Secretary-General António Lopes met Pope Leo.
Prince Philip, Queen Anne, Earl Grey and Lord Justice May were mentioned.
Will Young, Grace Slick, Mark Strong, Rob Banks and Bill Gates were there. Will will not come back, he said.
The firm Speak was founded by Mr Talk. To speak plainly, Speak is broke.
Apple fell. An apple fell.
Shell found shell fragments; Target is a target; Gap closed a gap.
The May report, which May wrote in May, may yet be published.
Theresa Brown's house is brown, and Mr White's is white.
Rose Long rose. Long had waited long.
Baker is a baker, and Fisher sells fish.
The Blair government and the Bush years; the Clinton campaign.
The Sherman Act, the Clean Air Act and the Law of the Sea were invoked.
Jude Law and the Law Commission; Law Lords; Law & Order.
Section 230 of the Communications Decency Act shields platforms.
Article 50, Title IX, Chapter 11 and Proposition 13 changed lives.
The plaintiffs alleged tortious interference, breach of contract and unjust enrichment.
The report raised the spectre of famine and the prospect of war.
The torturous regime and its tortuous roads.
He was wont to flaunt wealth and flout rules.
The principal reason is a matter of principle.
The council's counsel gave counsel.
The army took a hill; the marines, a beach; the sailors, nothing.
To err is human, to forgive divine.
The minister arrived at 9 a.m. and left at 5 p.m. on Jan. 6.
He works for the U.S. Senate, she for the U.N. in Geneva.
The U.S. and U.K. signed. The U.S. Capitol was closed.
Mr. J. R. R. Hale, of St. John's, Newf., won the No. 1 spot.
Prof. Dr. h.c. Anna Weiss spoke at approx. 3 p.m., i.e. late.
At 6 ft. 4 in. he is the team's tallest player.
It was 3.5 times as high (p. 14, fig. 2, vol. iii).
Yahoo! and Jeopardy! end in marks. Who? is a band.
Will.i.am, deadmau5, k.d. lang and bell hooks were on the list.
iPhone sales fell, eBay's rose; macOS was unchanged.
Adidas, lululemon and the poet e.e. cummings.
The AIM-listed firm's EBITDA rose to €1.2m (2019: €0.9m).
Visit www.example.org/news or e-mail desk@example.org.
Follow @dunmoregazette and #DunmoreFlood.
“OMG!!!” she wrote. “I can't believe it???”
“Well… I suppose so,” he said. “But … no.”
“The [prime minister] has not [sic] read it,” the memo said.
“[W]e hold that . . . the act is void. . . . No more is required.”
The ship — 300 metres long, 40 wide — ran aground.
The word was on everyone's lips – and nobody's.
Rock 'n' roll, the '60s, o'clock, 'tis and ma'am have apostrophes.
It's the Joneses' house, James's car and the girls' school.
The boys' and girls' teams' coaches' cars were towed.
“‘Tomorrow,’ he always said, ‘tomorrow.’”
The tape was 5' 10" long; the screen 27".
A 12" record and a 6'2" guard.
Ratings (out of 5): food 4, service 3½, value ★★★☆☆.
Under-21s: Norway 1 (Berg 14) Spain 0.
BATTING: Root c Smith b Khan 44; Stokes lbw b Ali 0; extras (b4, lb2, nb1) 7.
MEN'S 100M: 1. T. Bolt 9.98s; 2. A. Greene 10.02; 3. K. Ito 10.07.
ETA 14:05. Gate B12. BA 212 to JFK.
The euro bought $1.0834, the pound ¥187.2, and bitcoin 61,200.
For the year ended 31 March 2023, Rs 4.5 lakh crore was spent in India.
Rp 15,000 is about a dollar; R$5 is about one too.
Between 1914–18 and 1939–45 the village lost 31 men.
The 5th Circuit, the 101st Airborne and the 42nd Street station.
A third of the voters, two-thirds of the young and nine out of 10 of the old agreed.
Four score and seven years ago, as Lincoln said.
He is the then mayor's would-be successor.
He gave her her coat, and told his sister her car was ready.
If it rains, the match is off; if it doesn't, on.
The suspect, 19, of no fixed address, appeared by video link.
The victim was taken to hospital, where she died. [The British say “to hospital”.]
He was at university in Durham and is in the Harvard class of '92.
The government have U-turned; the opposition are jubilant.
The parliament in Kyiv, the Verkhovna Rada, voted; so did the Knesset and the Bundestag.
In Xi'an, Guangdong's Guangzhou and Xinjiang's Ürümqi, trains stopped.
Nguyễn Văn Thiệu, Lech Wałęsa and Václav Havel were presidents.
Björk Guðmundsdóttir sang in Reykjavík; Øyvind Åsen drummed.
The river Aa, the village of Å and the lake Ii are real.
Plan B, Vitamin C, hepatitis E, the letter Z and X-rays.
T-shirts, A-levels, H-bombs, U-boats and the F-word.
She got an A in Latin and a B in French; he got an E.
Type O blood, Schedule D income and Exhibit A are different things.
The bill passed its third reading, 212 to 140, with nine abstentions.
The prosecutor general of Ukraine and the governor general of Canada met the solicitor general.
The Nobel laureate's heirs apparent inherited proof positive of devil incarnate.
It was the worst flood in living memory, said Ann Yates, MP for Dunmore West.
Yields on 10-year Treasuries rose four basis points to 4.21%; the S&P 500 lost 0.3%.
The House of Lords library and the Library of Congress hold copies.
The chief of staff of the army of the Republic of Korea spoke in Seoul.
He made public the names of the dead and made clear the reason why.
The court below erred; the heavens above opened; the chapter following is dull.
The prime minister-designate, the president-elect and the poet laureate dined.
Give me liberty, or give me death: Patrick Henry's line has been quoted ever since.
“Look,” said Mr Boyle, “we won. They lost. End of.”
They charge £3 a go, ten a day.
The judge told the jury: “You must decide the case on the evidence, and on nothing else.”
In the words of one resident: “Never again”.
Asked whether she would stand again, she said: “No. Full stop.”
“Not guilty,” the foreman said. “Not guilty.” “Not guilty.”
""".strip().splitlines()
"""Sound English, a line each, written for this test."""


def test_there_are_many() -> None:
    assert len(SOUND) >= 100
    assert len(set(SOUND)) == len(SOUND)


@pytest.mark.parametrize("sentence", SOUND)
def test_nothing_of_weight_is_found_in_sound_prose(sentence: str) -> None:
    audit = audit_text(parsed(document(sentence)), mtaudit.plugins(False))
    assert not audit.failures
    assert [(f.detector, f.message) for f in audit.findings if f.severity.rank] == []
