import type { Source } from '../../core/claims.js';

/** What one country or organisation announced in March 2018 after the poisoning in Salisbury. */
export interface Expulsion {
  /** ISO 3166-1 alpha-2; '' for an organisation. */
  readonly code: string;
  /** Its name in English today. */
  readonly name: string;
  readonly kind: 'country' | 'organisation';
  /** How many people were told to leave; 0 where only an ambassador was called home. */
  readonly expelled: number;
  /** Day of the announcement there, ISO. */
  readonly announced: string;
  /** `EU`: a member at that time, the United Kingdom among them. `Other`: any other country. '': the EU itself. */
  readonly group: 'US' | 'EU' | 'Other' | 'NATO' | '';
  /** Longitude of the capital in degrees east. */
  readonly lon?: number;
  /** Latitude of the capital in degrees north. */
  readonly lat?: number;
  readonly note: string;
  readonly sources: readonly Source[];
}

// A line a row, as the desk's fact-check has it: code, name, people, day of March 2018, group, longitude and
// latitude of the capital (GeoNames; assets/SOURCES.md), note, then twice the name of a source and its address.
const lines = `
US|United States|60|26|US|-77.04|38.9|48 at the bilateral mission and 12 at the UN; Seattle consulate closed|US Embassy in Russia / US Mission to the UN|https://ru.usembassy.gov/ambassador-haley-expulsion-russian-intelligence-operatives-united-states/|The Washington Post|https://www.washingtonpost.com/politics/trump-administration-expels-60-russian-officers-shuts-seattle-consulate-in-response-to-attack-on-former-spy-in-britain/2018/03/26/8ada3d8e-30f0-11e8-8bdd-cdb33a5eef83_story.html
GB|United Kingdom|23|14|EU|-0.13|51.51|First to act; left on 20 March|UK Parliament|https://www.parliament.uk/business/news/2018/march/statement-salisbury-incident-further-update/|San Diego Union-Tribune|http://www.sandiegouniontribune.com/news/la-fg-theresa-may-russia-spy-poisoning-20180314-story.html
UA|Ukraine|13|26|Other|30.52|50.45||Interfax-Ukraine|http://en.interfax.com.ua/news/general/494676.html|Kyiv Post|https://www.kyivpost.com/ukraine-politics/ukraine-expel-13-russian-diplomats-response-spy-poisoning-uk.html
|NATO|7|27|NATO|||Accreditation withdrawn; 3 pending requests refused (not counted)|The Moscow Times (Reuters)|https://themoscowtimes.com/news/nato-expels-seven-russian-diplomats-limits-size-of-mission-60962|Anews/Anadolu|https://anews.com.tr/world/2018/03/27/nato-expels-7-russian-diplomats-over-spy-poisoning
CA|Canada|4|26|Other|-75.7|45.41|3 applications refused (not counted)|Reuters|https://www.reuters.com/article/us-britain-russia-canada/canada-expelling-four-russian-diplomats-after-uk-attack-idUSKBN1H21UA|The Globe and Mail|https://www.theglobeandmail.com/politics/article-canada-expels-four-russian-diplomats-us-60-over-poisoning-of-ex/
FR|France|4|26|EU|2.35|48.85|Given one week|AFP via Tendance Ouest|https://www.tendanceouest.com/actualite-269541-affaire-skripal-la-russie-a-decide-d-expulser-quatre-diplomates-francais.html|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
DE|Germany|4|26|EU|13.41|52.52|Given seven days|MDR|https://www.mdr.de/nachrichten/politik/inland/deutschland-weist-russische-diplomaten-aus-100.html|General-Anzeiger Bonn|http://www.general-anzeiger-bonn.de/news/ticker/Solidarit%C3%A4t-mit-LondonWesten-weist-russische-Diplomaten-aus-article3816741.html
PL|Poland|4|26|EU|21.01|52.23|To leave by 3 April|UNN|https://unn.ua/amp/polscha-vishle-chotirokh-rosiyskikh-diplomativ|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
CZ|Czechia|3|26|EU|14.42|50.09|To leave by 1 April|Reuters via Yeni Safak|https://yenisafak.com/en/world/latvia-czech-republic-estonia-expel-russian-diplomats-after-uk-nerve-agent-attack-3167598|Stream.cz|https://www.stream.cz/domaci-1240685-1/politiku-rozdeluje-vyhosteni-ruskych-diplomatu-musime-byt-zajedno-s-eu-a-nato-rika-cyril-svoboda-63905608
LT|Lithuania|3|26|EU|25.28|54.69|44 people barred from entry (not counted)|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842|Pravda.Ru|http://www.pravdareport.com/news/world/europe/26-03-2018/140495-eu_russian_diplomats-0/
MD|Moldova|3|27|Other|28.86|47.01|The President objected|Reuters|https://www.reuters.com/article/us-britain-russia-diplomats/moldova-to-expel-three-russian-diplomats-after-spy-poisoning-idUSKBN1H31W7|Associated Press via Gorge News Center|https://gorgenewscenter.com/2018/03/27/moldova-expels-3-russian-diplomats-in-spy-spat/
AL|Albania|2|26|Other|19.82|41.33|Its statement did not name Salisbury|Reuters|https://www.reuters.com/article/us-britain-russia-albania/albania-to-expel-two-russian-diplomats-idUSKBN1H2269|Tirana Times|http://www.tiranatimes.com/?p=136341
AU|Australia|2|27|Other|149.13|-35.28|26 March in Washington|BuzzFeed|https://www.buzzfeed.com/joshtaylor/australia-is-kicking-out-two-russian-diplomats|Daily Mail|http://www.dailymail.co.uk/news/article-5547705/Australia-expels-two-Russian-diplomats-believes-undeclared-spies.html
DK|Denmark|2|26|EU|12.57|55.68|One list gives 3|CPH Post|http://cphpost.dk/news/denmark-expels-two-russian-diplomats-in-solidarity-with-the-uk.html|AFP via PTI/Business Standard|https://business-standard.com/article/pti-stories/denmark-finland-netherlands-to-expel-russian-envoys-over-spy-attack-118032600948_1.html
IT|Italy|2|26|EU|12.51|41.89|Given one week|ANSA via La Voce d'Italia|https://voce.com.ve/2018/03/26/306291/litalia-espelle-due-diplomatici-russi/|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
NL|Netherlands|2|26|EU|4.89|52.37|Given two weeks|AFP via PTI/Business Standard|https://business-standard.com/article/pti-stories/denmark-finland-netherlands-to-expel-russian-envoys-over-spy-attack-118032600948_1.html|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
ES|Spain|2|26|EU|-3.7|40.42||RT en Espanol quoting Spain's foreign ministry|https://actualidad.rt.com/actualidad/266654-espana-decide-expulsar-diplomaticos-rusos/amp|laSexta|https://www.lasexta.com/noticias/internacional/exteriores-confirma-expulsion-rusia-dos-diplomaticos-espanoles-caso-skripal_201803305abe6b030cf240aa712b1f49.html
BE|Belgium|1|27|EU|4.35|50.85|Not the 7 at NATO in Brussels|Brussels Express|https://brussels-express.eu/belgium-expels-one-russian-diplomat|KUNA via Arab News Network|https://arabnewsnetwork.ae/belgium-to-expel-one-russian-diplomat/
HR|Croatia|1|26|EU|15.98|45.81||Total Croatia News|https://total-croatia-news.com/news/politics/croatia-expels-one-russian-diplomat|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
EE|Estonia|1|26|EU|24.75|59.44|The defence attache|Reuters via Yeni Safak|https://yenisafak.com/en/world/latvia-czech-republic-estonia-expel-russian-diplomats-after-uk-nerve-agent-attack-3167598|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
FI|Finland|1|26|EU|24.94|60.17||News Now Finland|https://newsnowfinland.fi/finland-international/finland-expels-one-russian-diplomat-over-uk-poisoning|AFP via PTI/Business Standard|https://business-standard.com/article/pti-stories/denmark-finland-netherlands-to-expel-russian-envoys-over-spy-attack-118032600948_1.html
GE|Georgia|1|29|Other|44.83|41.69|At the Russian interests section of the Swiss embassy|Civil.ge|https://old.civil.ge/eng/article.php?id=30990|JAMnews|https://jam-news.net/georgia-expels-russian-diplomat/
HU|Hungary|1|26|EU|19.04|47.5|Announced in the evening|Reuters|https://www.reuters.com/article/us-britain-russia-hungary/hungary-expels-russian-diplomat-foreign-ministry-idUSKBN1H22SO|STA (Slovenian Press Agency)|https://www.sta.si/2497556/ruske-diplomate-bodo-izgnale-tudi-madzarska-norveska-in-makedonija
IE|Ireland|1|27|EU|-6.25|53.33||The Irish Times|https://www.irishtimes.com/news/ireland/irish-news/ireland-to-expel-russian-diplomat-over-salisbury-attack-1.3441875|Irish Independent|https://www.independent.ie/irish-news/politics/ireland-to-expel-one-russian-diplomat-over-salisbury-attack-36748355.html
LV|Latvia|1|26|EU|24.11|56.95|A company’s representative blacklisted (not counted)|Reuters via Yeni Safak|https://yenisafak.com/en/world/latvia-czech-republic-estonia-expel-russian-diplomats-after-uk-nerve-agent-attack-3167598|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
MK|North Macedonia|1|26|Other|21.43|42|Macedonia in 2018; one list gives 2|Gordon|https://gordonua.com/news/worldnews/otravlenie-skripalya-makedoniya-vyshlet-odnogo-rossiyskogo-diplomata-238484.html|STA (Slovenian Press Agency)|https://www.sta.si/2497556/ruske-diplomate-bodo-izgnale-tudi-madzarska-norveska-in-makedonija
ME|Montenegro|1|28|Other|19.26|42.44|Honorary consul’s consent withdrawn (not counted)|UNIAN quoting the Government of Montenegro|https://www.unian.info/world/10059611-montenegro-declares-one-russian-diplomat-persona-non-grata.html|TASS via Trend/Xeber Saati|http://www.xebersaati.com/news/206869-montenegro-to-expel-russian-diplomat-withdraw-consent-to-honorary-consul-s-work/
NO|Norway|1|26|Other|10.75|59.91||Barents Observer via RCI Eye on the Arctic|https://www.rcinet.ca/eye-on-the-arctic/2018/03/27/nordic-countries-expel-russian-diplomats/|STA (Slovenian Press Agency)|https://www.sta.si/2497556/ruske-diplomate-bodo-izgnale-tudi-madzarska-norveska-in-makedonija
RO|Romania|1|26|EU|26.11|44.43||Mandri.ro quoting Romania's foreign ministry|https://mandri.ro/tag/cincisprezece-state-membre-ue|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
SE|Sweden|1|26|EU|18.07|59.33||Barents Observer via RCI Eye on the Arctic|https://www.rcinet.ca/eye-on-the-arctic/2018/03/27/nordic-countries-expel-russian-diplomats/|Associated Press list via CTV News|https://www.ctvnews.ca/world/list-of-countries-expelling-russian-diplomats-1.3858842
BG|Bulgaria||27|EU|23.32|42.7|Recalled its ambassador for consultations|1TV Georgia citing US News|https://1tv.ge/lang/en/news/bulgaria-recalls-ambassador-russia|Interfax citing Bloomberg|https://www.interfax.ru/amp/605516
|European Union||23||||Recalled its ambassador for consultations|Europe Diplomatic Magazine|https://europediplomatic.com/2018/03/23/eu-ambassador-to-moscow-recalled-for-consultations/|TASS via Trend/Xeber Saati|http://www.xebersaati.com/news/203964-eu-decides-to-recall-ambassador-to-russia/
LU|Luxembourg||28|EU|6.13|49.61|Recalled its ambassador for consultations|Reuters via Yahoo|https://fr.news.yahoo.com/skripal-le-luxembourg-rappelle-pour-consultations-son-ambassadeur-083618159.html|Prothom Alo|https://en.prothomalo.com/amp/story/international/Luxembourg-joins-nerve-attack-row-recalls
MT|Malta||28|EU|14.51|35.9|Recalled its ambassador for consultations|News.am citing Times of Malta|https://news.am/eng/news/443446.html|Diario del Web|https://www.diariodelweb.it/ultimora/notizie/?nid=20180328-7869
PT|Portugal||28|EU|-9.13|38.72|Recalled its ambassador for consultations|TASS|https://tass.com/world/996569|Life.ru|https://life.ru/p/1102411
SK|Slovakia||28|EU|17.11|48.15|Recalled its ambassador for consultations|News.am citing Reuters|https://news.am/eng/news/443427.html|Sputnik citing Bloomberg|https://sputniknews.com/europe/201803281062984144-slovakia-abassador-russia/
`;

/** All that was announced: 153 people, 146 of them by 29 countries and 7 by NATO; six rows called an ambassador home. */
export const expulsions: readonly Expulsion[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [code, name, expelled, day, group, lon, lat, note, ...sources] = line.split('|') as [
      string,
      string,
      string,
      string,
      Expulsion['group'],
      ...string[],
    ];
    return {
      code,
      name,
      kind: code ? 'country' : 'organisation',
      expelled: +expelled,
      announced: `2018-03-${day}`,
      group,
      ...(code && { lon: +lon!, lat: +lat! }),
      note: note!,
      sources: [
        { name: sources[0]!, href: sources[1]! },
        { name: sources[2]!, href: sources[3]! },
      ],
    };
  });
