import pg from "pg";

const { builtins } = pg.types;
const oidOfInt8Array = 1016;
const oidOfNumericArray = 1231;
const oidOfDateArray = 1182;

/**
 * How columns arrive: int8 and numeric as numbers, a date as `YYYY-MM-DD` (a day has no time zone,
 * a Date would give it one), timestamptz as Date. The driver's own choice for the first two is text.
 */
export function columnTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(builtins.INT8, readNumber);
  types.setTypeParser(builtins.NUMERIC, readNumber);
  types.setTypeParser(builtins.DATE, (text: string) => text);
  types.setTypeParser(oidOfInt8Array, (text: string) => readArray(text, readNumber));
  types.setTypeParser(oidOfNumericArray, (text: string) => readArray(text, readNumber));
  types.setTypeParser(oidOfDateArray, (text: string) => readArray(text, (day) => day));
  return types;
}

/**
 * The nearest number. Digits after the point are rounded as everywhere in JavaScript; but a whole
 * part that a number cannot hold exactly, or no number at all, would be a wrong result that looks right.
 *
 * @throws RangeError beyond ±(2^53 − 1), for NaN and for infinity.
 */
function readNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(Math.trunc(number))) return number;
  throw new RangeError(`${text} from the database cannot be held as a number`);
}

function readArray<T>(text: string, readOne: (entry: string) => T): T[] {
  const readEntry = (entry: string | null) => (entry === null ? null : readOne(entry));
  // The declaration says that arrayParser is the parser; really the parser is its method `create`.
  const parser = pg.types.arrayParser as unknown as ArrayParser;
  return parser.create(text, readEntry).parse() as T[];
}

interface ArrayParser {
  create<T>(text: string, readEntry: (entry: string | null) => T): { parse(): T[] };
}
