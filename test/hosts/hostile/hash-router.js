// Shows the article only where the fragment is its route, as an application does that keeps its routes there. It looks
// whenever it may have changed.
const route = () => {
  document.querySelector('main').hidden = !location.hash.startsWith('#/article/');
};
addEventListener('hashchange', route);
addEventListener('popstate', route);
addEventListener('scroll', route);
addEventListener('click', () => setTimeout(route));
route();
