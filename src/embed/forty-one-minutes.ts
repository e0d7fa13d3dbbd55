// A small file that keeps its name; what it brings has the hash of its content in its name (rollup.config.mjs). None of
// these asks for this one: a host may have loaded it under an address with a query, and would load it twice.
import './words.js';
