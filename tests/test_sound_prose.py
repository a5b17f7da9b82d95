"""Sound sentences in which careless versions of the rules for a text alone would see damage."""

from __future__ import annotations

import pytest

import mtaudit
from mtaudit.alone import audit_text
from mtaudit.ingest import document
from mtaudit.segmentation import parsed

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
