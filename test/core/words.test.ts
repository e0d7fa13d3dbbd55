import { expect } from '@open-wc/testing';
import { claimIds } from '../../src/core/claims.js';
import { isScene, motionMode } from '../../src/core/cue.js';
import { definePhrases } from '../../src/core/define-phrases.js';
import { fill, phrases } from '../../src/core/phrases.js';
import { quoted, warn } from '../../src/core/warn.js';
import { expectWarnings } from '../helpers.js';

describe('claimIds', () => {
  it('reads names parted by space or commas, each once', () => {
    expect(claimIds('c02 c03,c04,\n c02')).to.deep.equal(['c02', 'c03', 'c04']);
    expect(claimIds('')).to.deep.equal([]);
    expect(claimIds(' , ')).to.deep.equal([]);
    expect(claimIds(null)).to.deep.equal([]);
  });
});

describe('motionMode', () => {
  it('reads the three modes and nothing else', () => {
    expect(['full', 'stepped', 'static'].map(motionMode)).to.deep.equal([
      'full',
      'stepped',
      'static',
    ]);
    for (const other of ['', 'Full', 'none', null, undefined, 3, {}])
      expect(motionMode(other)).to.equal(undefined);
  });
});

describe('isScene', () => {
  it('knows an element that takes cues by its properties', () => {
    expect(isScene({ step: '', progress: 0 })).to.equal(true);
    expect(isScene(document.createElement('img'))).to.equal(false);
  });
});

describe('phrases', () => {
  it('are English where no language, or one without phrases, is asked for', () => {
    expect(phrases().next).to.equal('Next step');
    expect(phrases('xx').next).to.equal('Next step');
    expect(phrases('').next).to.equal('Next step');
  });

  it('are those of the tag, then of its first part, then English', () => {
    definePhrases('tt', { next: 'tt next', previous: 'tt previous' });
    definePhrases('tt-AA', { next: 'tt-AA next' });
    const { next, previous, steps } = phrases('TT-aa');
    expect([next, previous, steps]).to.deep.equal([
      'tt-AA next',
      'tt previous',
      phrases('en').steps,
    ]);
    expect(phrases('tt-BB').next).to.equal('tt next');
  });

  it('are filled in, and keep what nothing fills', () => {
    expect(fill('{index} of {count}', { index: '3', count: '20' })).to.equal('3 of 20');
    expect(fill('{a} {toString}', { a: '$&' })).to.equal('$& {toString}');
  });
});

describe('warn', () => {
  it('says a thing once, with its code and its element', () => {
    const said = expectWarnings();
    const element = document.createElement('b');
    warn('test-code', 'A thing is wrong; mend it.', element);
    warn('test-code', 'A thing is wrong; mend it.', element);
    warn('test-code', 'Another thing is wrong.');
    expect(said).to.have.length(2);
    expect(said[0]).to.contain('communique [test-code]: A thing is wrong; mend it.');
  });

  it('lists names in quotes, or says that there are none', () => {
    expect(quoted(['a', 'b'])).to.equal('"a", "b"');
    expect(quoted([])).to.equal('none');
  });
});
