// Every element under its own name in one module, for a page that has no build step.
import '../define.js';
