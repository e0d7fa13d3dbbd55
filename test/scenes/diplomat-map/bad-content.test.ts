import { expect } from '@open-wc/testing';
import { expectWarnings, frames, waitUntil } from '../../helpers.js';
import { all, map, marks } from './map.js';

describe('<diplomat-map> with bad content', () => {
  it('draws what it can where the outlines cannot be had, and says so once', async () => {
    const said = expectWarnings();
    const element = await map({ topology: '/nowhere/atlantis.json' });
    await waitUntil(() => element.renderRoot.querySelector('.missing'), '');
    await frames(2);
    expect(said.filter((text) => text.includes('no-topology'))).length(1);
    expect(said.join()).contain('atlantis.json');
    expect(marks(element)).length(153);
    expect(all(element, '.distance').length).above(1);
  });

  it('keeps good rows beside bad ones and names each', async () => {
    const said = expectWarnings();
    // In British English a name beside a code is taken as it stands.
    const element = await map({
      lang: 'en',
      data: [
        { name: 'Atlantis', code: 'QZ', lat: 30, lon: -30, count: 3 },
        { name: 'Many', lat: 1, lon: 1, count: 'many' },
        { name: 'Less', lat: 1, lon: 1, count: -4 },
        { name: 'Beyond', lat: 200, lon: 0, count: 2 },
      ],
      states: [{ step: 'week', focus: 'all', ring: 'ZZ', until: 'Monday' }],
    });
    for (const part of ['code "QZ"', '"many"', '-4', '"lat" is "200"', '"ZZ"', '"Monday"'])
      expect(
        said.filter((text) => text.includes(part)),
        part,
      ).length(1);
    expect(marks(element)).length(5);
    expect(element.renderRoot.querySelector('svg')!.textContent).contain('Atlantis');
  });

  it('shows the map and a notice without data', async () => {
    const said = expectWarnings();
    const element = await map({ data: [] });
    expect(said.join()).contain('no-data');
    expect(all(element, '.land')).length(1);
    expect(all(element, '.count')).length(0);
  });

  it('tells of a projection it does not have and of a centre that its map was not made for', async () => {
    const said = expectWarnings();
    const element = await map();
    element.projection = 'mercator';
    element.centre = '10,10';
    await element.updateComplete;
    expect(said.join()).contain('"mercator"').contain('"10,10"');
  });
});
