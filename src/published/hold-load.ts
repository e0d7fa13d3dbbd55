import { isFramed } from '../controllers/frame-controller.js';

/**
 * Has a frame's load event wait for a module: a host may measure a frame once, when it has loaded, and its story must be
 * whole by then. An import alone does not hold it back, a script element does.
 */
export function holdLoad(address: string): void {
  if (!isFramed() || document.readyState === 'complete') return;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}
