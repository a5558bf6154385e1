/** One event as one line of JSON. Never an answer, a token, a name or a contact. */
export type Log = (event: string, fields?: Record<string, string | number | boolean>) => void;

/** Writes to standard output; JSON.stringify keeps line breaks and control characters inside one line. */
export const logToStdout: Log = (event, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
};

export const logNothing: Log = () => {};
