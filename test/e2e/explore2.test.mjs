import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyStep, withHosts } from './library-host.mjs';

const link = (p) => `<link rel="stylesheet" href="/npm/${p}">`;
const src = (p, m = '') => `<script ${m} src="/npm/${p}"></script>`;
const kinds = {
  jquery: { head: src('jquery/dist/jquery.js'), below: `<script>
     jQuery.fx.off = true; $(document).on('click', 'a[href^="#"]', function (e) { e.preventDefault(); $('html, body').animate({ scrollTop: $(this.hash).offset().top }, 300); });
     $(window).on('scroll', function () { $('.masthead').toggleClass('small', $(window).scrollTop() > 100); });
     $('.masthead').hide().fadeIn(50);
   </script>` },
  bootstrap: { head: link('bootstrap/dist/css/bootstrap.css') + src('bootstrap/dist/js/bootstrap.bundle.js', 'defer') + '<style>html{scroll-behavior:smooth}</style>',
    above: `<nav id="spy" class="nav sticky-top bg-light"><a class="nav-link" href="#choir">Story</a><a class="nav-link" href="#notes">Notes</a></nav>
      <div class="modal fade" id="modal" tabindex="-1"><div class="modal-dialog"><div class="modal-content"><div class="modal-body">Subscribe<button data-bs-dismiss="modal">Close</button></div></div></div></div>`,
    below: `<script type="module">document.body.dataset.bsSpy='scroll'; new bootstrap.ScrollSpy(document.body, { target: '#spy', rootMargin: '0px 0px -40%' }); window.modal = new bootstrap.Modal('#modal');</script>` },
  tailwind: { head: link('tailwindcss/preflight.css') },
  star: { head: '<style>*, *::before, *::after { margin: 0; padding: 0; border: 0; box-sizing: border-box } img, svg, video { max-width: 100%; height: auto }</style>' },
  normalize: { head: link('normalize.css/normalize.css') },
  aos: { head: link('aos/dist/aos.css') + src('aos/dist/aos.js'), above: '<p data-aos="fade-up">Up</p>', below: `<p data-aos="fade-left">Left</p><script>document.querySelector('scroll-story, forty-one-minutes').setAttribute('data-aos', 'fade-up'); for (const s of document.querySelectorAll('story-step')) s.dataset.aos = 'fade-left'; AOS.init({ once: false });</script>` },
  lazysizes: { head: src('lazysizes/lazysizes.js'), above: '<img class="lazyload" width="100" height="300" style="height:auto" data-src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%22100%22 height=%22900%22/>" alt="">' },
  instant: { head: src('instant.page/instantpage.js', 'type="module"') },
  quicklink: { head: src('quicklink/dist/quicklink.umd.js'), below: '<script>addEventListener("load", () => quicklink.listen({ timeout: 1 }))</script>' },
  cv: { head: '<style>article > * { content-visibility: auto; contain-intrinsic-size: auto 600px }</style>' },
  cvWrap: { head: '<style>article { content-visibility: auto; contain-intrinsic-size: auto 3000px }</style>' },
  observers: { below: `<script>
     window.host = { seen: 0 };
     new MutationObserver((records) => { host.seen += records.length; for (const { target } of records) { if (target.nodeType !== 1) continue; target.classList.toggle('seen', true); target.dataset.seen ??= '1'; } }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
   </script>` },
};
for (const k of Object.keys(kinds)) if (process.env.KIND && !process.env.KIND.split(',').includes(k)) delete kinds[k];

describe('misc', () => {
  const hosts = withHosts(process.env.E || 'chromium');
  for (const [name, host] of Object.entries(kinds))
    for (const story of (process.env.STORY ?? 'parts,embed').split(','))
      it(`${name} ${story}`, async () => {
        const reader = await hosts.visit({ story, ...host });
        const requests = [];
        reader.page.on('request', (r) => requests.push(r.url()));
        await reader.ready();
        const errs = [];
        const tryIt = async (what, f) => { try { await f(); } catch (e) { errs.push(`${what}: ${e.message.split('\n').slice(0, 12).join('|')}`); } };
        if (story === 'parts') await tryIt('read', async () => assert.deepEqual(await reader.readThrough({ turn: 300 }), everyStep));
        else await tryIt('read', () => reader.readThrough({ turn: 2500 }));
        const ids = story === 'parts' ? ['hall', 'apart', 'talk'] : ['apart', 'length', 'ledger'];
        for (const id of ids.slice(0, 2)) await tryIt('goTo ' + id, async () => {
          await reader.page.evaluate((step) => window.reader.story().goTo(step), id);
          const seen = await reader.check();
          assert.equal(seen.here, id);
        });
        for (const id of ids.slice(1)) await tryIt('follow ' + id, async () => {
          const seen = await reader.follow(id);
          assert.equal(seen.here, id);
        });
        if (name === 'bootstrap') await tryIt('modal', async () => {
          const was = await reader.look();
          await reader.page.evaluate(() => new Promise((done) => { modal._element.addEventListener('shown.bs.modal', done); modal.show(); }));
          const open = await reader.check('open');
          assert.equal(open.here, was.here);
          await reader.page.evaluate(() => new Promise((done) => { modal._element.addEventListener('hidden.bs.modal', done); modal.hide(); }));
          const closed = await reader.check('closed');
          assert.equal(closed.here, was.here);
          console.log(was, open, closed, await reader.page.evaluate(() => [window.reader.story().steps[0].motion, document.querySelector('#spy .active')?.textContent]));
        });
        await reader.page.screenshot({ path: `/tmp/h/real-scratch/${name}-${story}.png` });
        console.log(name, story, errs, reader.said, requests.filter((u) => !/\.js$|\.css$|favicon/.test(u)), await reader.noted());
        await reader.close();
      });
});
