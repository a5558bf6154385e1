/**
 * The letters of codes: 16 consonants. No digits, as the top row of the Lithuanian keyboard types letters with marks;
 * no vowels, so that no code spells a word. The order gives each letter its value and may never change.
 */
export const codeLetters = "BCDFGHJKMNPRSTVZ";
