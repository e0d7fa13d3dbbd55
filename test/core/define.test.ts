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

  it('leaves the elements of another version in their place, says so once for all and throws nothing', () => {
    const names = ['test-call', 'test-map', 'test-chain', 'test-step', 'test-story'];
    const old = names.map((name) => {
      const element = class extends HTMLElement {
        static readonly version = '0.0.9';
      };
      customElements.define(name, element);
      return element;
    });
    const said = expectWarnings();
    for (const name of [...names, ...names]) define(name, class extends HTMLElement {});
    expect(names.map((name) => customElements.get(name))).to.deep.equal(old);
    expect(said).to.have.length(1);
    for (const part of ['<test-call>', '0.0.9', 'Load the library once'])
      expect(said[0]).to.contain(part);
  });

  it('is known by its version to a copy that comes later', () => {
    class First extends HTMLElement {}
    define('test-first', First);
    const said = expectWarnings();
    define('test-first', class extends HTMLElement {});
    expect(customElements.get('test-first')).to.equal(First);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain(`another copy of communique, ${version},`);
  });

  it('names each element that something else has', () => {
    for (const name of ['test-foreign', 'test-strange'])
      customElements.define(name, class extends HTMLElement {});
    const said = expectWarnings();
    for (const name of ['test-foreign', 'test-strange', 'test-foreign'])
      define(name, class extends HTMLElement {});
    expect(said).to.have.length(2);
    expect(said[0]).to.contain('<test-foreign> was registered before by something else');
    expect(said[1]).to.contain('<test-strange>');
  });

  it('has the version of package.json', async () => {
    const { version: published } = (await (await fetch('/package.json')).json()) as {
      version: string;
    };
    expect(version).to.equal(published);
  });
});
