import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { warn } from '../core/warn.js';
import { isElement } from './foreign.js';

// Lit's decorators of these names know the standard's decorators, too, which the compiler does not make of ours;
// without that an application is 0.4 kB less (brotli).

type FieldDecorator = (prototype: ReactiveElement, name: PropertyKey) => void;

/** Makes a property's value from what it is set to or an attribute says; undefined where it cannot. */
type Read<T = unknown> = (value: unknown) => T | undefined;

/** Text of what can be written as text: a string, a number, an address, or a list of these. */
export const text: Read<string> = (value) => {
  if (Array.isArray(value))
    return value.map((one) => (Array.isArray(one) ? '' : (text(one) ?? ''))).join(', ');
  if (value instanceof URL) return value.href;
  return /^(string|number|bigint|boolean)$/.test(typeof value) ? String(value) : undefined;
};

/** A number; NaN for text that is none, which the element itself names. */
const number: Read<number> = (value) => {
  if (typeof value === 'number') return value;
  const written = text(value)?.trim();
  return written ? Number(written) : undefined;
};

/** An element. */
export const element: Read<Element> = (value) => (isElement(value) ? value : undefined);

/** For a property that keeps a number as it is, and text that may be none. */
export const numberOrText: Read = (value) => (typeof value === 'number' ? value : text(value));

/** What reads the values of a property, by its declaration. */
function readerOf({ type, attribute }: PropertyDeclaration): Read {
  if (attribute === false) return (value) => value;
  if (type === Boolean) return Boolean;
  return type === Number ? number : text;
}

/**
 * Makes a field a reactive property, as Lit's own decorator does. It always has a value of its type: its initial value
 * stands for null, for undefined, for an attribute that was taken away, and for what cannot be read.
 */
export const property =
  ({ read, ...options }: PropertyDeclaration & { read?: Read } = {}): FieldDecorator =>
  (prototype, name) => {
    const reader = read ?? readerOf(options);
    // The text of an attribute is read as one that a script sets: an empty number is the initial one, and not 0.
    if (options.type === Number) options.converter = { fromAttribute: (value) => value };
    reactive(options)(prototype, name);
    const accessor = Object.getOwnPropertyDescriptor(prototype, name)!;
    let initial: unknown;
    // The first value that is ever set is that of the field's initializer. What is taken as it is has none.
    let initialized = options.attribute === false && !read;
    Object.defineProperty(prototype, name, {
      ...accessor,
      set(this: ReactiveElement, value: unknown) {
        const known = value ?? undefined;
        const usable = known === undefined ? undefined : reader(known);
        if (!initialized) {
          initialized = true;
          initial = usable;
        }
        if (known !== undefined && usable === undefined && !isBlank(known))
          warn(
            'bad-property',
            `<${this.localName}> cannot take a ${typeof known} as its ${String(name)}; give it text or a number.`,
            this,
          );
        accessor.set!.call(this, usable ?? initial);
      },
    });
  };

const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** Makes a field reactive without an attribute, for what an element knows by itself. */
export const state = (): FieldDecorator => reactive({ state: true, attribute: false });

const reactive =
  (options: PropertyDeclaration): FieldDecorator =>
  (prototype, name) =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
