export const farms = [
  { name: 'Upper farm', group: 'North', count: 12 },
  { name: 'Mill farm', group: 'South', count: 7 },
  { name: 'Low farm', group: 'South', count: 4 },
];

export const calls = [
  { from: 'Upper farm', to: 'Mill farm', text: 'Can you send a cart?' },
  { from: 'Mill farm', to: 'Low farm', text: 'Is yours free?' },
  { from: 'Low farm', to: 'Upper farm', text: 'It is on its way.' },
];
