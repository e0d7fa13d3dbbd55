// The words come first: they need Lit alone. If a host page's scripts break GSAP or Scrollama while they load,
// the element is registered already and the story stands as text.
import './words.js';
import './scenes.js';
