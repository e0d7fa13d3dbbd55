/** An error that the user can mend: its message says how, and nothing else is shown. */
export const refusal = (message) => Object.assign(new Error(message), { remedy: true });

/** Lists names for a message: `"a", "b"`. */
export const quoted = (names) => [...names].map((name) => `"${name}"`).join(', ') || 'none';
