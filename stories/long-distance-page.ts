import world from '../assets/world-110m.json?url';
import source from './long-distance.html?raw';

/** The other story's page, with its map's outlines where the gallery keeps them: in a folder of its own. */
export const page: Document = new DOMParser().parseFromString(source, 'text/html');
for (const map of page.querySelectorAll('[topology]')) map.setAttribute('topology', world);
