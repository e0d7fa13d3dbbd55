import { expect } from '@open-wc/testing';
import { define, version } from '../../src/core/define.js';
import { expectWarnings } from '../helpers.js';

describe('define', () => {
  it('registers an element, once or twice, without a word', () => {
    class One extends HTMLElement {}
    define('test-one', One);
    define('test-one', One);
    expect(customElements.get('test-one')).to.equal(One);
  });

  it('leaves another version in its place, says so once and throws nothing', () => {
    class Old extends HTMLElement {
      static readonly version = '0.0.9';
    }
    class New extends HTMLElement {}
    customElements.define('test-two', Old);
    const said = expectWarnings();
    define('test-two', New);
    define('test-two', New);
    expect(customElements.get('test-two')).to.equal(Old);
    expect(said).to.have.length(1);
    for (const part of ['<test-two>', '0.0.9', 'Load the library once'])
      expect(said[0]).to.contain(part);
  });

  it('says so of the same version and of something that has none', () => {
    class Same extends HTMLElement {
      static readonly version = version;
    }
    class Foreign extends HTMLElement {}
    customElements.define('test-three', Same);
    customElements.define('test-four', Foreign);
    const said = expectWarnings();
    define('test-three', class extends HTMLElement {});
    define('test-four', class extends HTMLElement {});
    expect(said[0]).to.contain(`another copy of communique ${version};`);
    expect(said[1]).to.contain('<test-four>');
    for (const text of said) expect(text).not.to.match(/ {2}/);
  });

  it('has the version of package.json', async () => {
    const { version: published } = (await (await fetch('/package.json')).json()) as {
      version: string;
    };
    expect(version).to.equal(published);
  });
});
