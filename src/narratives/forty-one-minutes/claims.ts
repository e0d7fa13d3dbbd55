// Longer than other files: it is data, one entry a claim, and reads best in one piece.
//
// The claims of the account and the facts from outside it that the story uses. The account is Susan B. Glasser,
// "Donald Trump's Pursuit of an Oval Office Meeting with Vladimir Putin", The New Yorker, 4 May 2018; no address
// of it could be verified, so none is given. Sources were read as stored copies; see assets/SOURCES.md.
import type { Claim, Source } from '../../core/claims.js';

const glasser = 'Glasser (The New Yorker)';
const diplomat = 'A senior European diplomat, unnamed';
const russian = 'A Russian official, unnamed';
const briefer = 'Whoever briefed the Russian official';
const expert = 'An American national-security expert, unnamed';
const britons = 'Two senior officials in Britain, unnamed';
const told = [briefer, russian, diplomat, glasser];

const s = (name: string, href: string): Source => ({ name, href });
const tass = s('TASS, 2 April', 'http://tass.com/world/997331');
const abc = s(
  'ABC News',
  'http://abcnews.go.com/Politics/white-house-considered-venue-trump-putin-meeting/story?id=54176562',
);
const fox = s(
  'Fox News',
  'http://foxnews.com/politics/2018/04/02/trump-suggested-white-house-as-potential-venue-for-possible-putin-meeting-white-house-says.html',
);
const postApril2 = s(
  'The Washington Post, 2 April (repost)',
  'https://news.mydosti.com/index.php/2018/04/02/trump-proposed-putin-visit-washington-in-march-20-phone-call-kremlin-says',
);
const lavrov = s(
  'The Moscow Times (Reuters)',
  'https://themoscowtimes.com/news/russia-says-trump-invited-putin-to-us-during-phone-call-61225',
);
const postMarch29 = s(
  'The Washington Post, 29 March',
  'https://www.washingtonpost.com/world/national-security/how-trump-got-toyes-on-the-biggest-purge-of-russian-spies-in-us-history/2018/03/29/3e056a28-337b-11e8-8abc-22a366b72f2d_story.html',
);
const postApril15 = s(
  'The Washington Post, 15 April',
  'https://www.washingtonpost.com/world/national-security/trump-a-reluctant-hawk-has-battled-his-top-aides-on-russia-and-lost/2018/04/15/a91e850a-3f1b-11e8-974f-aacd97698cef_story.html',
);
const axios = s(
  'Axios',
  'https://www.axios.com/2018/04/16/trump-putin-russia-policy-expulsion-spy',
);
const week = s(
  'The Week',
  'https://theweek.com/speedreads/767623/trump-reportedly-furious-when-learned-expelling-more-russian-diplomats-than-france',
);
const inquisitr = s('Inquisitr', 'https://www.inquisitr.com/6265322/trump-united-kingdom-putin/');
const newsFront = s(
  'News Front',
  'https://en.news-front.info/2020/09/06/trump-refused-to-expel-russian-diplomats-after-the-skripal-poisoning-in-2018-the-telegraph/',
);
const politico = s('Politico', 'https://www.politico.com/story/2018/03/26/russia-expelled-484752');
const briefing = s(
  'White House briefing, 26 March',
  'https://trumpwhitehouse.archives.gov/briefings-statements/background-press-call-senior-administration-officials-expulsion-russian-intelligence-officers-03262018/',
);
const embassy = s(
  'US Mission to the UN',
  'https://ru.usembassy.gov/ambassador-haley-expulsion-russian-intelligence-operatives-united-states/',
);
const postMarch26 = s(
  'The Washington Post, 26 March',
  'https://www.washingtonpost.com/politics/trump-administration-expels-60-russian-officers-shuts-seattle-consulate-in-response-to-attack-on-former-spy-in-britain/2018/03/26/8ada3d8e-30f0-11e8-8bdd-cdb33a5eef83_story.html',
);
const apList = s(
  'Associated Press via CTV News',
  'https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842',
);
const moscowTimesAustria = s(
  'The Moscow Times',
  'https://themoscowtimes.com/news/austria-reports-uk-pressure-expel-russian-diplomats-60979',
);
const express = s(
  'Daily Express',
  'http://www.pressreader.com/uk/daily-express/20180327/281505046766221',
);

type Standing = 'corroborated' | 'partly' | 'uncorroborated' | 'contested' | '';

const claim = (
  id: string,
  text: string,
  speaker: string,
  hands: readonly string[],
  certainty: string,
  standing: Standing,
  ...sources: Source[]
): Claim => ({ id, claim: text, speaker, hands, certainty, standing, sources });

/** The 28 claims, in the order of the account. */
export const claims: readonly Claim[] = [
  claim(
    'c01',
    'The New Yorker published the account on 4 May 2018 under a longer title than the one it was passed on with.',
    'Editorial note',
    ['The New Yorker', 'Hot Air, which excerpted it'],
    'Documented by reposts; no address of the original could be verified.',
    'corroborated',
    s(
      'Hot Air',
      'https://hotair.com/headlines/2018/05/04/trumps-pursuit-oval-office-meeting-putin-n315852',
    ),
    s(
      'Committee to Investigate Russia',
      'https://investigaterussia.org/media/2018-05-04/trump-pushing-putin-oval-office-meeting',
    ),
  ),
  claim(
    'c02',
    'People working for Mr Trump did not know what to make of the invitation.',
    glasser,
    ['Trump aides, unnamed, number not given', glasser],
    'The author’s reporting, unattributed.',
    'partly',
    s(
      'The Washington Post, Daily 202 (repost)',
      'https://www.fgcbolsa-fgcfinancialmarkets.info/2018/03/the-washington-post-power-post-daily-202.html',
    ),
  ),
  claim(
    'c03',
    'The invitation reopened the question whether Mr Trump stood behind the harder line on Russia that his administration was taking.',
    glasser,
    [glasser],
    'The author’s judgment.',
    '',
    politico,
    axios,
  ),
  claim(
    'c04',
    'Jon Huntsman, the US ambassador in Moscow, had not expected the invitation.',
    expert,
    ['Huntsman (inferred)', expert, glasser],
    'Second-hand and anonymous; whom the expert had spoken with is ambiguous in the account.',
    'uncorroborated',
  ),
  claim(
    'c05',
    'A senior foreign-policy adviser in the Kremlin, not named, had not expected it either.',
    expert,
    ['The Kremlin adviser (inferred)', expert, glasser],
    'Second-hand and anonymous; how the expert knew is not stated.',
    'uncorroborated',
  ),
  claim(
    'c06',
    'Mr Huntsman was the US ambassador to Russia and a former governor of Utah.',
    glasser,
    [glasser],
    'Background; only the ambassadorship was checked.',
    'corroborated',
    s('US Embassy', 'https://by.usembassy.gov/statements-expulsion-u-s-diplomats-russia/'),
  ),
  claim(
    'c07',
    'Both men thought that the call would mostly concern North Korea, and what Russia could do to help.',
    expert,
    ['Huntsman and the Kremlin adviser (inferred)', expert, glasser],
    'Second-hand and anonymous; about expectations, which no record of the call can settle.',
    'uncorroborated',
  ),
  claim(
    'c08',
    'Russia has long been on comparatively close terms with the isolated North Korean government.',
    glasser,
    [glasser],
    'Background, in the author’s words.',
    '',
  ),
  claim(
    'c09',
    'The call ran for 41 minutes.',
    diplomat,
    told,
    'A figure, but told and retold; no published record of the call that was found gives its length.',
    'uncorroborated',
  ),
  claim(
    'c10',
    'The tone was warm, with some joking.',
    diplomat,
    told,
    'Hearsay about a tone.',
    'partly',
    postApril2,
  ),
  claim(
    'c11',
    'Mr Trump asked Mr Putin, during the call, to come to Washington.',
    diplomat,
    told,
    'The proposal is on the record from both governments; the White House spoke of one of several possible venues.',
    'corroborated',
    tass,
    abc,
    lavrov,
    postApril2,
  ),
  claim(
    'c12',
    'The invitation came at the end of the conversation.',
    diplomat,
    told,
    'Hearsay about a moment. Russia’s foreign minister said on 20 April 2018 that Mr Trump came back to the subject a couple of times.',
    'contested',
    lavrov,
  ),
  claim(
    'c13',
    'The Russian official described the call to the diplomat soon after it took place.',
    diplomat,
    [russian, diplomat, glasser],
    'A recollection.',
    'uncorroborated',
  ),
  claim(
    'c14',
    'The European diplomat was shocked by what he heard.',
    diplomat,
    [diplomat, glasser],
    'The author reports a source’s reaction.',
    'uncorroborated',
  ),
  claim(
    'c15',
    'When he heard it, the invitation had not been made public.',
    glasser,
    [glasser],
    'Consistent with the record: a possible meeting was public on 20 March, the offer of the White House on 2 April.',
    'corroborated',
    tass,
    fox,
    abc,
    postApril2,
  ),
  claim(
    'c16',
    'At that moment Britain was organising allies to expel Russian diplomats over the poisoning.',
    glasser,
    [glasser],
    'Consistent with the record; Britain’s own 23 had been ordered out on 14 March.',
    'corroborated',
    s(
      'The Spectator',
      'https://blogs.spectator.co.uk/2018/03/trump-to-may-im-with-you-all-the-way-on-russia/',
    ),
    moscowTimesAustria,
    express,
  ),
  claim(
    'c17',
    'Mr Trump was once more an obstacle to firm action against Russia.',
    glasser,
    [glasser],
    'The author’s judgment. Officials said in public that he made the decision himself, and European officials were surprised at how high America’s number was.',
    'contested',
    politico,
    postMarch29,
  ),
  claim(
    'c18',
    'Mr Trump worried that America would be pushed into doing more than Europe.',
    glasser,
    ['Not attributed in the account', glasser],
    'Unattributed in the account; reported independently, from unnamed officials.',
    'corroborated',
    postMarch29,
    axios,
    inquisitr,
  ),
  claim(
    'c19',
    'Mr Trump saw the matter as chiefly Europe’s problem.',
    glasser,
    ['Not attributed in the account', glasser],
    'The author’s paraphrase of a view; partly matched by notes that leaked later.',
    'partly',
    inquisitr,
    newsFront,
  ),
  claim(
    'c20',
    'Over the weekend before the announcements a senior State Department official telephoned the European diplomat four times.',
    diplomat,
    ['A senior State Department official, unnamed', diplomat, glasser],
    'A recollection with a number; one anonymous source of an unnamed country.',
    'uncorroborated',
  ),
  claim(
    'c21',
    'Those calls asked that his country expel more Russians.',
    diplomat,
    ['A senior State Department official, unnamed', diplomat, glasser],
    'A recollection; one anonymous source.',
    'uncorroborated',
  ),
  claim(
    'c22',
    'The diplomat concluded that Washington feared Mr Trump would balk if Europe’s numbers stayed low.',
    diplomat,
    [diplomat, glasser],
    'The diplomat’s inference, quoted; the words that he imagines are not a quotation of Mr Trump.',
    'partly',
    week,
    axios,
  ),
  claim(
    'c23',
    'To get Mr Trump’s agreement, France and Germany had first to be enlisted.',
    britons,
    [britons, glasser],
    'A recollection from two anonymous sources.',
    'partly',
    inquisitr,
    newsFront,
  ),
  claim(
    'c24',
    'Then Theresa May told Mr Trump by telephone that the European expulsions, added together, would be comparable with America’s.',
    britons,
    ['The call', britons, glasser],
    'A recollection; whether the officials heard the call is not stated. No published record of a call between 14 and 26 March was found; The Washington Post reports a call and the same argument from aides.',
    'partly',
    week,
  ),
  claim(
    'c25',
    'Mr Trump gave his approval.',
    'Not attributed in the account',
    ['Not stated', glasser],
    'Documented: the order was announced in his name.',
    'corroborated',
    briefing,
    politico,
    embassy,
  ),
  claim(
    'c26',
    'The American figure, 60, became public on Monday (26 March 2018).',
    glasser,
    ['US government announcement', glasser],
    'Documented.',
    'corroborated',
    postMarch26,
    embassy,
    briefing,
  ),
  claim(
    'c27',
    'France and Germany, each by itself, announced far fewer. The account gives no number; it was four each.',
    glasser,
    ['French and German foreign ministries', glasser],
    'Documented.',
    'corroborated',
    apList,
    s(
      'MDR',
      'https://www.mdr.de/nachrichten/politik/inland/deutschland-weist-russische-diplomaten-aus-100.html',
    ),
    s(
      'AFP via Tendance Ouest',
      'https://www.tendanceouest.com/actualite-269541-affaire-skripal-la-russie-a-decide-d-expulser-quatre-diplomates-francais.html',
    ),
  ),
  claim(
    'c28',
    'Mr Trump was furious when the figures came out.',
    'The Washington Post, from unnamed officials',
    ['US officials, unnamed', 'The Washington Post', glasser],
    'Reported by one newspaper from unnamed officials; others relay it. The Post has him told of a match with Europe’s total, and taking it per country. Reports differ on the day, and on whom he blamed.',
    'partly',
    postApril15,
    axios,
    week,
  ),
];

const desk = 'Public record';
const fact = (id: string, text: string, certainty: string, ...sources: Source[]): Claim =>
  // What we added up ourselves is borne out by the table, not by others.
  claim(id, text, desk, [], certainty, sources.length ? 'corroborated' : '', ...sources);

/** Facts that are not in the account. */
export const facts: readonly Claim[] = [
  fact(
    'f01',
    'The call took place on 20 March 2018; Washington placed it, the Kremlin said, and Mr Trump congratulated Mr Putin on his re-election. The Kremlin’s summary names strategic stability, arms, terrorism, Syria, Ukraine and Korea.',
    'Reported on the day.',
    s('UAWire', 'http://www.uawire.org/trump-congratulates-putin-for-election-victory'),
    s(
      'Associated Press via Haaretz',
      'https://www.haaretz.com/us-news/trump-calls-putin-to-congratulate-him-on-re-election-1.5931640',
    ),
  ),
  fact(
    'f02',
    'Sergei Skripal, a former Russian spy, and his daughter Yulia were found collapsed in Salisbury on 4 March 2018.',
    'Reported by the police.',
    s('BBC News', 'http://www.bbc.com/news/uk-43315636'),
    s(
      'The Daily Telegraph',
      'http://www.pressreader.com/uk/the-daily-telegraph/20180312/282454234508133',
    ),
  ),
  fact(
    'f03',
    'Britain called it highly likely on 12 March that Russia was responsible; the European Council concurred; Russia denies it.',
    'Statements of governments; no court finding is used here.',
    s(
      'HuffPost UK',
      'https://www.huffingtonpost.co.uk/entry/theresa-may-says-it-highly-likely-russia-poisoned-sergei-skripal-and-his-daughter_uk_5aa6551ce4b086698a9f7082',
    ),
    s('Agence Europe', 'https://agenceurope.eu/fr/bulletin/article/11988/6'),
  ),
  fact(
    'f04',
    'Mrs May announced on 14 March that 23 Russian diplomats would be expelled, whom Britain described as undeclared intelligence officers; they left on 20 March.',
    'Statement to Parliament.',
    s(
      'UK Parliament',
      'https://www.parliament.uk/business/news/2018/march/statement-salisbury-incident-further-update/',
    ),
    s('Ostro', 'https://www.ostro.info/news/3325/'),
  ),
  fact(
    'f05',
    'A possible meeting was mentioned in public on 20 March; the Kremlin disclosed the proposal of Washington on 2 April, and the White House spoke of several possible venues, itself among them.',
    'Statements of both governments.',
    tass,
    abc,
  ),
  fact(
    'f06',
    'Sergei Lavrov, Russia’s foreign minister, said on 20 April that Mr Trump came back to the invitation a couple of times.',
    'His statement, as reported.',
    lavrov,
  ),
  fact(
    'f07',
    'The weekend before the announcements was that of 24 and 25 March.',
    'Calendar: most announcements came on Monday 26 March.',
    postMarch26,
  ),
  fact(
    'f08',
    'The United States expelled 60: 48 attached to its bilateral mission and 12 at the Russian mission to the United Nations; the consulate in Seattle was closed.',
    'Documented.',
    embassy,
    postMarch26,
  ),
  fact(
    'f09',
    'By 26 March, 17 members of the European Union had announced 56 expulsions, Britain’s 23 among them.',
    'Our sum, from the table.',
  ),
  fact(
    'f10',
    'On 26 March, 22 governments announced 114 expulsions; with Britain’s 23 that made 137 by 23 countries.',
    'Our sum, from the table.',
  ),
  fact(
    'f11',
    'By 29 March there were 153: 146 by 29 countries, and seven accreditations withdrawn by NATO on 27 March.',
    'Our sum, from the table; equal to the total that was published.',
    s(
      'The Guardian, 31 March',
      'https://www.theguardian.com/australia-news/2018/mar/31/two-australian-diplomats-to-be-among-59-expelled-by-russia',
    ),
    s(
      'Anadolu via Anews',
      'https://anews.com.tr/world/2018/03/27/nato-expels-7-russian-diplomats-over-spy-poisoning',
    ),
  ),
  fact(
    'f12',
    'The State Department said within days that the posts could be filled again.',
    'Reported from the department.',
    s(
      'The Hill',
      'https://digital-stage.thehill.com/policy/international/381432-state-department-expelled-diplomats-can-be-replaced/amp',
    ),
    s(
      'Business Insider via AOL',
      'https://www.aol.com/article/news/2018/04/01/theres-a-huge-caveat-in-the-us-expulsion-of-60-russian-diplomats/23400321/',
    ),
  ),
  fact(
    'f13',
    'Governments announced their expulsions as of undeclared intelligence officers; Russia disputed the whole basis.',
    'Statements of governments.',
    embassy,
    s(
      'Europe Diplomatic Magazine',
      'https://europediplomatic.com/2018/03/30/us-russia-diplomatic-expulsions-quid-pro-quo/',
    ),
  ),
];
