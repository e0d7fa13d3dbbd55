import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { fragmentOf, idsIn } from '../../src/story/fragment.js';

/** Names as authors write them, and pieces that have a meaning in an address. */
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('ä', 'ß', '100%', '%20', '%', ' ', '\t', '"', "'", '/', '#', ':~:', 'a'),
    minLength: 1,
    maxLength: 6,
  }),
);

describe('the fragment of a step', () => {
  it('leads to its step and to no other story, whatever the names are', () => {
    fc.assert(
      fc.property(name, name, name, (story, id, other) => {
        // What an address holds is what the URL parser makes of it.
        const { hash } = new URL(`http://host/${fragmentOf(story, id)!}`);
        expect(idsIn(hash, story)).to.include(id.normalize());
        if (other.normalize() !== story.normalize() && !id.includes('/'))
          expect(idsIn(hash, other)).to.deep.equal([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in every form in which it may be written', () => {
    for (const [hash, story, id] of [
      ['#tale/s1', 'tale', 's1'],
      ['#tale/a%20b', 'tale', 'a b'],
      ['#tale/a b', 'tale', 'a b'],
      ['#%C3%A4/s1', 'ä', 's1'],
      ['#ä/s1', 'ä', 's1'],
      ['#a%CC%88/s1', 'ä', 's1'],
      ['#tale/100%', 'tale', '100%'],
      ['#tale/100%25', 'tale', '100%'],
      ['#tale/100%/%C3%A4', 'tale', '100%/ä'],
      ['#tale/%E4', 'tale', '%E4'],
      ['#tale/a%20b', 'tale', 'a%20b'],
      ['#a/b/s1', 'a/b', 's1'],
      ['#a%2Fb/s1', 'a/b', 's1'],
      ['#a/b/s1', 'a', 'b/s1'],
      ['#tale/tale', 'tale', 'tale'],
      ['#tale/', 'tale', ''],
      ['#tale/s1:~:text=word', 'tale', 's1'],
    ] as const)
      expect(idsIn(hash, story), `${hash} in "${story}"`).to.include(id);
  });

  it('is not seen in the fragment of somebody else', () => {
    for (const [hash, story] of [
      ['', 'tale'],
      ['#', 'tale'],
      ['#tale', 'tale'],
      ['#talent/s1', 'tale'],
      ['#/tale/s1', 'tale'],
      ['#!/tale/s1', 'tale'],
      ['#comments', 'tale'],
      ['#:~:text=tale/s1', 'tale'],
      ['#a%2Fb/s1', 'a'],
      ['#/s1', ''],
      ['#%/s1', 'tale'],
    ] as const)
      expect(idsIn(hash, story), `${hash} in "${story}"`).to.deep.equal([]);
  });

  it('is not there where no address can hold the name', () => {
    expect(fragmentOf('tale', 'half \uD83D')).to.equal(undefined);
    expect(fragmentOf('\uDE00', 's1')).to.equal(undefined);
  });

  it('leaves what is no escape as it stands', () => {
    for (const id of ['100%', '%FF', 'a%C3'])
      expect(idsIn(`#story/${id}`, 'story'), id).to.deep.equal([id, id]);
  });
});
