// Longer than other files: it is the story, word for word, in the order of reading.
import { html, nothing, type TemplateResult } from 'lit';
import type { Claim, Source } from '../../core/claims.js';
import { formatDate } from '../../core/numbers.js';
import { ownScroll } from '../../controllers/own-scroll.js';
import type { ChapterLayout } from '../../story/story-chapter.js';
import type { Part } from '../bring-in.js';
import { claims, facts } from './claims.js';
import { expulsions } from './expulsions.js';
import * as states from './states.js';

const items = [...claims, ...facts];

interface Chapter {
  readonly layout: ChapterLayout;
  readonly heading: string;
  readonly stage?: TemplateResult;
  readonly steps: readonly TemplateResult[];
}

/** A step: its words, and the claims and outside facts that they rest on. */
const step = (
  id: string,
  name: string,
  ids: string,
  words: TemplateResult,
  { scrub = false, scene = '' } = {},
): TemplateResult => html`
  <story-step part="step" id=${id} name=${name} claims=${ids} scene=${scene} ?scrub=${scrub}>
    ${words}
    <details class="how">
      <summary>How we know</summary>
      <source-chain compact claim=${ids} src="#claims"></source-chain>
    </details>
  </story-step>
`;

/** The chapters, in order; the last without its claims and rows unless told. */
const chapters: readonly ((whole: boolean) => Chapter)[] = [
  () => ({
    layout: 'side',
    heading: 'The call',
    stage: html`<phone-call-scene slot="stage" from="Washington" to="Moscow" duration="41">
      ${stateTable(states.call)}
    </phone-call-scene>`,
    steps: [
      step(
        'expected',
        'What was expected',
        'c06 c07 c08',
        html`<p>
          Two men expected the call to be mostly about North Korea, and how Russia could help, an
          American national-security expert told Susan B. Glasser of The New Yorker: Jon Huntsman,
          US ambassador in Moscow and former governor of Utah, and a senior adviser in the Kremlin,
          not named. Russia, Glasser notes, has long been comparatively close to North Korea.
        </p>`,
      ),
      step(
        'connected',
        'The call begins',
        'f01',
        html`<p>
          The account gives no date. Reports of the day do: 20 March 2018. Washington placed the
          call, the Kremlin said, and Mr Trump congratulated Mr Putin on his re-election. Its
          summary names subjects from arms to Syria, Ukraine and Korea, and gives none a minute.
        </p>`,
      ),
      step(
        'tone',
        'The tone',
        'c10 c13',
        html`<p>
          What the account tells of the call came by one way. A Russian official who had been
          briefed on it described it, soon afterwards, to a senior European diplomat, who later told
          Glasser. The tone, as it reached the diplomat, was warm, with some joking.
        </p>`,
        { scrub: true },
      ),
      step(
        'length',
        'Forty-one minutes',
        'c09',
        html`<p>
          The call ran for forty-one minutes, the diplomat said that he was told. No published
          record of the call that we found gives its length. Each mark here is one of those minutes,
          and nearly all of them are blank: what was said in them is not in this account.
        </p>`,
      ),
      step(
        'invitation',
        'The invitation',
        'c11 c12 f05 f06',
        html`<p>
          “At the end,” in the diplomat’s words, “there was the invitation to come to Washington.”
          The Kremlin later disclosed such a proposal; the White House spoke of several possible
          venues, itself among them. That it came last is his account. Russia’s foreign minister,
          Sergei Lavrov, said that Mr Trump returned to it a couple of times.
        </p>`,
      ),
      step(
        'surprise',
        'The surprise',
        'c02 c04 c05',
        html`<p>
          Neither the ambassador nor the adviser had expected it, the national-security expert said;
          whom the expert had spoken with, the account leaves open. Mr Trump’s own aides, Glasser
          reports without naming any, did not know what to make of the invitation.
        </p>`,
      ),
    ],
  }),
  () => ({
    layout: 'overlay',
    heading: 'The room it landed in',
    stage: html`<diplomat-map
      slot="stage"
      topology="moscow"
      centre="55.7558, 37.6173"
      home="Moscow"
      src="#expulsions"
    >
      ${stateTable(states.room)}
    </diplomat-map>`,
    steps: [
      step(
        'salisbury',
        'Salisbury',
        'c16 f02 f03',
        html`<p>
          On 4 March 2018 a former Russian spy, Sergei Skripal, and his daughter Yulia had been
          found collapsed in Salisbury, in England. Britain and its allies hold Russia responsible
          for the poisoning; Russia denies it. When the diplomat heard of the call, Glasser writes,
          Britain was organising an answer.
        </p>`,
      ),
      step(
        'twenty-three',
        'Britain’s twenty-three',
        'c16 f04 f13',
        html`<p>
          Britain’s own order had been given. On 14 March Prime Minister Theresa May announced the
          expulsion of 23 Russian diplomats; her government called them undeclared intelligence
          officers, and Russia disputed the whole basis. They left on 20 March, the day of the call.
        </p>`,
      ),
      step(
        'organising',
        'Lining up the rest',
        'c14 c15 c16 f05',
        html`<p>
          Now Britain was lining up others to expel Russians too; ringed are members of the European
          Union that would. That the two might meet was public; the invitation would be on 2 April.
          The European diplomat was shocked, he told Glasser, by what he had heard and by when it
          had been said.
        </p>`,
      ),
      step(
        'obstacle',
        'An obstacle',
        'c17 c18 c19',
        html`<p>
          Mr Trump, in Glasser’s judgment, was once more an obstacle. He worried, she writes, that
          America would be pushed to do more than Europe over what he saw as Europe’s problem. His
          officials said in public that he made the decision himself.
        </p>`,
      ),
    ],
  }),
  () => ({
    layout: 'side',
    heading: 'Four calls',
    stage: html`<phone-call-scene slot="stage">
      <ol>
        ${['First', 'Second', 'Third', 'Fourth'].map(
          (nth) => html`
            <li
              data-from="State Department"
              data-tone="a"
              data-to="A European diplomat"
              data-to-tone="c"
            >
              ${nth} call
            </li>
          `,
        )}
        <li data-from="France" data-tone="c" data-to="London" data-to-tone="d" data-kind="joined">
          France enlisted
        </li>
        <li data-from="Germany" data-tone="c" data-to="London" data-to-tone="d" data-kind="joined">
          Germany enlisted
        </li>
        <li data-from="London" data-tone="d" data-to="Washington" data-to-tone="a">
          The Prime Minister’s call
        </li>
      </ol>
      ${stateTable(states.weekend)}
    </phone-call-scene>`,
    steps: [
      step(
        'one-weekend',
        'One weekend',
        'c20 c21 f07',
        html`<p>
          Over the weekend of 24 and 25 March, the European diplomat told Glasser, a senior State
          Department official telephoned him four times, asking that his country expel more
          Russians. The country is not named, and no second source for the calls was found.
        </p>`,
      ),
      step(
        'why-are-we',
        '“Why are we?”',
        'c22',
        html`<p>
          The diplomat drew a conclusion. Washington was worried, he thought, that unless Europeans
          expelled “a lot of people” Mr Trump would say: “Why are we?” Those words are the
          diplomat’s guess at the President’s, not something that Mr Trump is reported to have said.
        </p>`,
      ),
      step(
        'may',
        'The Prime Minister’s call',
        'c23 c24',
        html`<p>
          Two senior officials in Britain told Glasser what it took: first France and Germany were
          enlisted in support, then Mrs May telephoned Mr Trump. The Washington Post, too, reports
          such a call. No published record of one from 14 to 26 March was found.
        </p>`,
      ),
    ],
  }),
  () => ({
    layout: 'side',
    heading: 'The sum',
    stage: html`<expulsion-counter
        slot="stage"
        id="sum"
        src="#expulsions"
        until="2018-03-26"
        groups="US=United States, EU=European Union added up"
        unit="people"
      >
        ${stateTable(states.sum)}
      </expulsion-counter>
      <diplomat-map
        slot="stage"
        id="journey"
        topology="moscow"
        centre="55.7558, 37.6173"
        home="Moscow"
        src="#expulsions"
        unit="people"
      >
        ${stateTable(states.journey)}
      </diplomat-map>`,
    steps: [
      step(
        'together',
        'Added together',
        'c24 f08 f09',
        html`<p>
          Her argument, the two officials said, was a sum: the European countries’ expulsions, taken
          together, would be comparable with America’s. Which she counted is not told. By 26 March,
          17 members of the European Union had announced 56, Britain’s 23 among them. The United
          States announced 60.
        </p>`,
        { scene: 'sum' },
      ),
      step(
        'signed',
        'Signed off',
        'c25 f08',
        html`<p>
          Mr Trump gave his approval, Glasser writes, and the order was announced in his name: 48
          attached to Russia’s mission to the United States and 12 at its mission to the United
          Nations. The consulate in Seattle was closed.
        </p>`,
        { scene: 'sum' },
      ),
      step(
        'monday',
        'Monday',
        'c26 f10',
        html`<p>
          On Monday 26 March, 22 governments announced 114 expulsions; with Britain’s 23 that made
          137, by 23 countries. Each mark is one person. The map is centred on Moscow: a straight
          line to it is the shortest way.
        </p>`,
        { scene: 'journey', scrub: true },
      ),
      step(
        'week',
        'The week’s total',
        'f11 f12',
        html`<p>
          By 29 March there were 153: 146 by 29 countries, and seven by NATO, which is no country
          and stands apart here. Expelled means ordered out; the State Department said within days
          that the posts could be filled again.
        </p>`,
        { scene: 'journey', scrub: true },
      ),
      step(
        'apart',
        'One by one',
        'c26 c27',
        html`<p>
          On Monday the figures had come out country by country. The United States: 60. France:
          four. Germany: four. The individual countries’ numbers were much lower than America’s,
          Glasser writes; she gives none but the 60, and the others are from the governments’
          announcements.
        </p>`,
        { scene: 'sum' },
      ),
      step(
        'anger',
        'The anger',
        'c28',
        html`<p>
          Mr Trump was furious when the figures came out, according to The Washington Post, citing
          unnamed officials; Glasser credits the Post. He had been told that America would match
          Europe’s total, the Post reported, and took it to mean each country’s. Whom he blamed
          differs from report to report.
        </p>`,
        { scene: 'sum' },
      ),
    ],
  }),
  () => ({
    layout: 'side',
    heading: 'What is known',
    stage: html`<phone-call-scene slot="stage" from="Washington" to="Moscow" duration="41">
      ${stateTable(states.question)}
    </phone-call-scene>`,
    steps: [
      step(
        'question',
        'Whose policy',
        'c03 c09 c12',
        html`<p>
          The account leaves one thing open: whether the President stood behind his own
          administration’s harder line on Russia. The invitation, Glasser writes, raised that again.
          In the account one of the forty-one minutes has a word to it, which passed through four
          hands.
        </p>`,
      ),
    ],
  }),
  (whole) => ({
    layout: 'flow',
    heading: 'How we know',
    steps: [
      html`<story-step part="step" id="ledger" name="Every claim and its source" claims="c01">
        <p>
          A hand is a person or a newspaper that a claim passed through on its way here. A claim of
          few hands is not therefore true, but the hands can be counted. Two claims are contested:
          that the invitation came last, and that Mr Trump was an obstacle.
        </p>
        <h4>The account’s claims</h4>
        <source-chain>
          <ol id="claims" class="ledger">
            ${whole ? items.map(claimItem) : nothing}
          </ol>
        </source-chain>
        <h4>The expulsions</h4>
        <p>
          As announced in March 2018: 153, which is 146 by 29 countries and seven by NATO. A row of
          0 recalled an ambassador and expelled nobody.
        </p>
        <div
          class="scroll"
          tabindex="0"
          role="group"
          aria-label="Table of the expulsions"
          @wheel=${ownScroll}
          @touchmove=${ownScroll}
        >
          ${expulsionTable(whole)}
        </div>
        <h4>Credits</h4>
        <p>
          Retold from Susan B. Glasser, “Donald Trump’s Pursuit of an Oval Office Meeting with
          Vladimir Putin”, The New Yorker, 4 May 2018. Words and pictures: Communiqué, MIT licence.
          Outlines: Natural Earth, public domain. Capitals: GeoNames, CC BY 4.0. Animation: GSAP,
          under its own licence.
        </p>
      </story-step>`,
    ],
  }),
];

const chapterOf = ({ layout, heading, stage, steps }: Chapter): TemplateResult =>
  html`<story-chapter part="chapter" layout=${layout}>
    <div slot="heading"><h3>${heading}</h3></div>
    ${stage} ${steps}
  </story-chapter>`;

/**
 * The story as HTML and nothing else: headings, paragraphs, tables and lists in reading order, and elements that
 * do something with them where there is script. It is rendered in the reader's browser and, by the build, ahead
 * of time; both give the same markup.
 * @param whole false for its start alone, which the `parts` then make whole
 */
export const story = (whole = true): TemplateResult =>
  html` <scroll-story part="story" name="forty-one-minutes" lang="en-GB" dir="ltr">
    <header slot="header">
      <phone-call-scene class="cover" from="Washington" to="Moscow" duration="41" step="title">
        ${stateTable(states.cover)}
      </phone-call-scene>
      <h2>Forty-one minutes</h2>
      <p class="standfirst">
        A telephone call between two presidents, Donald Trump and Vladimir Putin, ended, it is told,
        with an invitation. That week, governments were counting the Russians they would send home.
        One account, retold with the people whom each claim passed through.
      </p>
    </header>

    ${whole ? chapters.map((chapter) => chapterOf(chapter(true))) : nothing}
  </scroll-story>`;

const stateTable = ([head = [], ...rows]: states.States): TemplateResult => html`
  <table slot="steps" hidden translate="no">
    <tr>
      ${head.map((name) => html`<th>${name}</th>`)}
    </tr>
    ${rows.map(
      (row) =>
        html`<tr>
          ${row.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
    )}
  </table>
`;

const claimItem = ({
  id,
  claim,
  speaker,
  hands,
  certainty,
  standing,
  sources,
}: Claim): TemplateResult => html`
  <li data-claim=${id} data-standing=${standing}>
    <p data-part="claim">${claim}</p>
    <p data-part="speaker">${speaker}</p>
    ${
      hands.length
        ? html`<ol data-part="hands">
            ${hands.map((hand) => html`<li>${hand}</li>`)}
          </ol>`
        : ''
    }
    <p data-part="certainty">${certainty}</p>
    ${
      sources.length
        ? html`<ul data-part="sources">
            ${sources.map((source) => html`<li>${link(source)}</li>`)}
          </ul>`
        : ''
    }
  </li>
`;

const link = ({ name, href }: Source): TemplateResult => html`<a href=${href}>${name}</a>`;

const tones: Record<string, string> = { US: 'a', GB: 'd', EU: 'c' };

const expulsionTable = (whole: boolean): TemplateResult => html`
  <table id="expulsions">
    <thead>
      <tr>
        <th scope="col" data-column="name">Country</th>
        <th scope="col" data-column="count">Expelled</th>
        <th scope="col" data-column="date">Announced</th>
        <th scope="col">Note</th>
        <th scope="col">Sources</th>
        <th hidden translate="no">code</th>
        <th hidden translate="no">group</th>
        <th hidden translate="no">tone</th>
        <th hidden translate="no">lat</th>
        <th hidden translate="no">lon</th>
      </tr>
    </thead>
    <tbody>
      ${whole ? expulsions.map(expulsionRow) : nothing}
    </tbody>
  </table>
`;

const expulsionRow = (row: (typeof expulsions)[number]): TemplateResult => html`
  <tr>
    <th scope="row" data-value=${row.name}>${row.name}</th>
    <td>${row.expelled}</td>
    <td>
      <time datetime=${row.announced}
        >${formatDate(row.announced, 'en-GB').replace(' 2018', '')}</time
      >
    </td>
    <td>${row.note}</td>
    <td>${row.sources.map((source) => html`${link(source)} `)}</td>
    <td hidden translate="no">${row.code}</td>
    <td hidden translate="no">${row.group}</td>
    <td hidden translate="no">${tones[row.code] ?? tones[row.group] ?? 'e'}</td>
    <td hidden translate="no">${row.lat ?? ''}</td>
    <td hidden translate="no">${row.lon ?? ''}</td>
  </tr>
`;

/** Items of a list that are made at a time. */
const few = 4;

/** What makes the start of the story whole, in reading order: a chapter, each of its steps, and its lists bit by bit. */
export function* parts(): Generator<Part> {
  for (const make of chapters) {
    const { steps, ...chapter } = make(false);
    yield ['[part=story]', chapterOf({ ...chapter, steps: [] })];
    for (const words of steps) yield ['[part=story] > :last-child', words];
  }
  yield* some('#claims', items, claimItem);
  yield* some('#expulsions tbody', expulsions, expulsionRow);
}

/** Some of a list at a time, each a part. */
function* some<T>(
  into: string,
  list: readonly T[],
  item: (one: T) => TemplateResult,
): Generator<Part> {
  for (let at = 0; at < list.length; at += few) yield [into, list.slice(at, at + few).map(item)];
}
