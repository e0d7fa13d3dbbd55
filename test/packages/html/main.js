import 'communique/define.js';

const [, log] = document.querySelectorAll('phone-call-scene');
log.calls = [
  { from: 'Upper farm', to: 'Mill farm', text: 'Can you send a cart?' },
  { from: 'Mill farm', to: 'Low farm', text: 'Is yours free?' },
  { from: 'Low farm', to: 'Upper farm', text: 'It is on its way.' },
];

const where = document.querySelector('#where');
const story = document.querySelector('scroll-story');
let step = '';
let percent = 0;
const show = () => (where.textContent = `${step || 'Before the story'}, ${percent} %`);
story.addEventListener('story-step-change', (event) => {
  step = event.id;
  show();
});
story.addEventListener('story-progress', (event) => {
  percent = Math.round(event.progress * 100);
  show();
});
