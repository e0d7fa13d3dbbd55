// What the tests of `communique check` share: a story that is right, and ways to have one checked.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkStory } from '../../bin/check.mjs';

const bin = fileURLToPath(new URL('../../bin/communique.mjs', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'communique-check-'));
after(() => rmSync(folder, { recursive: true }));
export const file = join(folder, 'index.html');

/** What is found in a page, without the file's name. */
export function check(html) {
  writeFileSync(file, html);
  return checkStory(file).map((text) => text.slice(file.length + 1));
}

/** Runs the command itself. */
export function run(...args) {
  const env = { ...process.env, DEBUG: '' };
  delete env.NODE_TEST_CONTEXT;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** A story with all elements and columns, in which nothing is wrong. */
export const story = `<!doctype html>
<html lang="en">
<scroll-story name="choir" motion="full" theme="dark" offset="0.5">
<header slot="header"><h1>Choirs</h1></header>
<story-chapter layout="side" heading="The singers">
<expulsion-counter slot="stage" src="#singers" unit="singers" groups="By train, By ship" until="2018-04-01">
<table slot="steps" hidden>
<tr><th>step<th>arrangement<th>lit<th>solid<th>fade</tr>
<tr><td>together<td>together<td>Vienna<td>0.5<td>1</tr>
<tr><td>alone<td>apart<td>Lisbon, PT<td><td>0</tr>
</table></expulsion-counter>
<story-step id="together"><p>Together.</p></story-step>
<story-step id="alone" scrub scrub-end="0.5"><p>Alone.</p></story-step>
</story-chapter>
<story-chapter layout="overlay">
<div slot="heading"><h2>The way</h2></div>
<diplomat-map slot="stage" src="#singers" centre="48.2, 16.4" home="Vienna" projection="azimuthal-equidistant">
<table slot="steps" hidden>
<tr><th>step<th>focus<th>lines<th>home<th>total<th>ring<th>names<th>until</tr>
<tr><td>ways<td>all<td>1<td>0<td>yes<td>Vienna<td>all<td>none</tr>
<tr><td>near<td>48.2,16.4,900<td>0<td>0.5<td>no<td>all<td>PT<td>2018-03-26</tr>
</table></diplomat-map>
<story-step id="ways"><p>Ways.</p></story-step>
<story-step id="near"><p>Near.</p></story-step>
</story-chapter>
<story-chapter layout="flow">
<phone-call-scene id="call" slot="stage" from="Bern" to="Oslo" duration="12" from-tone="a" to-tone="d">
<table slot="steps" hidden>
<tr><th>step<th>clock<th>line<th>only<th>mark<th>blank</tr>
<tr><td>ringing<td>0<td>waiting<td>line<td><td></tr>
<tr><td>talk<td>11.5<td>Open<td><td>12<td>1</tr>
</table></phone-call-scene>
<phone-call-scene id="log" slot="stage"><ol>
<li data-from="Bern" data-to="Oslo" data-tone="a" data-to-tone="b" data-kind="call">First.</li>
<li data-from="Bern" data-to="Rome" data-kind="joined">Then.</li>
</ol></phone-call-scene>
<story-step id="ringing"><p>Ringing.</p></story-step>
<story-step id="talk"><p>Talk.</p></story-step>
<story-step id="list" scene="log" step="calls"><p>Calls.</p></story-step>
</story-chapter>
<story-chapter>
<my-chart slot="stage"><table slot="steps"><tr><th>step</tr><tr><td>low</tr><tr><td>high</tr></table></my-chart>
<story-step id="low"><p>Low.</p></story-step>
<story-step id="high"><p>High.</p></story-step>
</story-chapter>
</scroll-story>
<phone-call-scene from="Bern" to="Oslo" duration="9" step="length"></phone-call-scene>
<figure class="table"><table id="singers">
<tr><th>name<th>code<th>count<th>group<th>tone<th>date<th>lat<th>lon</tr>
<tr><td>Vienna<td>AT<td>9<td>By train<td>a<td>2018-03-26<td>48.2<td>16.4</tr>
<tr><td>Lisbon<td>PT<td>6<td>By ship<td>e<td>2018-03-27<td>38.7<td>-9.1</tr>
</table></figure>
`;
