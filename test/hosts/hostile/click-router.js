// Takes every plain click on a link of this site that nobody took before, as Turbo, page.js and others do: the address
// is pushed and another page comes in the place of this one.
addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || link.origin !== location.origin || !plain || event.defaultPrevented) return;
  event.preventDefault();
  history.pushState({ router: link.href }, '', link.href);
  document.querySelector('main').textContent = `The page of ${link.href}`;
});
history.replaceState({ router: 'start' }, '');
