import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/scenes/diplomat-map/define.js';
import type { DiplomatMap } from '../../../src/scenes/diplomat-map/diplomat-map.js';
import { expectWarnings, frames, waitUntil } from '../../helpers.js';
import { expulsions } from '../../story-page.js';

// Latitude comes first. The other order is read where the places of the map leave no doubt, and told once.

const data = expulsions.map(({ code, name, expelled, lat, lon }) => ({
  ...{ code, name, lat, lon },
  count: expelled,
}));

interface Given {
  centre: string;
  focus?: string;
  topology?: string;
  map?: unknown;
  rows?: readonly unknown[];
}

async function map({ centre, focus = 'all', topology = '', map: outlines, rows = data }: Given): Promise<DiplomatMap> {
  const holder = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const element = Object.assign(document.createElement('diplomat-map'), {
    ...{ home: 'Home', motion: 'static', step: 'only', centre, topology, map: outlines },
    ...{ data: rows, states: [{ step: 'only', focus, lines: 1, total: 'yes' }] },
  } as Partial<DiplomatMap>);
  element.style.cssText = 'display: block; inline-size: 600px; block-size: 450px';
  holder.append(element);
  await element.ready;
  await frames(2);
  return element;
} // prettier-ignore

/** The picture, which has marks and names in it. */
function drawn(element: DiplomatMap): string {
  const picture = element.renderRoot.querySelector('.picture > svg')!;
  for (const part of ['.mark[d^=M]', '.label'])
    expect(picture.querySelectorAll(part).length, part).to.be.above(0);
  return picture.innerHTML;
}

const orders: [what: string, latFirst: string, lonFirst: string][] = [
  ['Moscow', '55.7558, 37.6173', '37.6173, 55.7558'],
  ['Bern', '46.9,7.4', '7.4,46.9'],
];

for (const [what, latFirst, lonFirst] of orders)
  describe(`a centre in ${what}`, () => {
    it('with the longitude first is the same map, and is told once with both readings', async () => {
      const right = drawn(await map({ centre: latFirst }));
      const said = expectWarnings();
      const element = await map({ centre: lonFirst });
      expect(drawn(element)).to.equal(right);
      element.unit = 'people';
      await element.updateComplete;
      element.unit = '';
      await element.updateComplete;
      await frames(2);
      const [told] = said.filter((text) => text.includes('centre-order'));
      expect(said).to.have.length(1);
      expect(told).to.contain(`centre "${lonFirst}"`).and.to.contain('letters');
      const [lat, lon] = latFirst.split(/, ?/) as [string, string];
      for (const reading of [`${lat}N, ${lon}E`, `${lon}N, ${lat}E`, `"${lat}, ${lon}"`])
        expect(told).to.contain(reading);
    });

    it('is where its letters say, and nothing is told', async () => {
      const [lat, lon] = latFirst.split(/, ?/) as [string, string];
      const right = drawn(await map({ centre: latFirst }));
      expect(drawn(await map({ centre: `${lon}E, ${lat}N` }))).to.equal(right);
      expect(drawn(await map({ centre: `${lon}N, ${lat}E` }))).not.to.equal(right);
    });

    it('is turned again once there are places, and outlines come about it', async () => {
      const topology = '/node_modules/world-atlas/countries-110m.json';
      const land = async (element: DiplomatMap): Promise<string> => {
        const path = (): string =>
          element.renderRoot.querySelector('.land')?.getAttribute('d') ?? '';
        await waitUntil(path, 'the outlines come');
        return path();
      };
      const right = await land(await map({ centre: latFirst, topology }));
      const said = expectWarnings();
      // A message is told once on a page, so this centre is written in a way of its own.
      const centre = lonFirst.replace(/, ?/, '; ');
      const element = await map({ centre, topology, rows: [] });
      expect(await land(element)).not.to.equal(right);
      element.data = data;
      await waitUntil(async () => (await land(element)) === right, 'the other outlines come');
      expect(said.filter((text) => text.includes('centre-order'))).to.have.length(1);
    });
  });

it('a prepared map knows its own centre better than the places do', async () => {
  const prepared = (lon: number, lat: number): unknown => ({
    ...{ projection: 'azimuthal-equidistant', centre: [lon, lat], unit: 1, radius: 9000 },
    ...{ land: 'M0 0', borders: 'M0 0' },
  });
  // Nothing is told: it lies as written.
  await map({ centre: '37.6, 55.8', map: prepared(55.8, 37.6) });
  const said = expectWarnings();
  await map({ centre: '37.6, 55.8', map: prepared(37.6, 55.8) });
  expect(said).to.have.length(1);
  expect(said[0]).to.contain('centre-order').and.to.contain('"55.8, 37.6"');
});

describe('the focus of a state', () => {
  const centre = '55.7558, 37.6173';

  it('with the longitude first is the same picture, and is told once', async () => {
    const right = drawn(await map({ centre, focus: '46.9,7.4,900' }));
    const said = expectWarnings();
    expect(drawn(await map({ centre, focus: '7.4,46.9,900' }))).to.equal(right);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('focus-order').and.to.contain('state "only"');
    expect(said[0]).to.contain('focus "7.4,46.9,900"').and.to.contain('"46.9, 7.4"');
  });

  it('is where its letters say', async () => {
    const right = drawn(await map({ centre, focus: '46.9,7.4,900' }));
    expect(drawn(await map({ centre, focus: '7.4N,46.9E,900' }))).not.to.equal(right);
  });
});
