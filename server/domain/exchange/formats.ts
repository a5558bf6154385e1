/** The formats in which questionnaires come and go; the keys are the last parts of addresses. */
export const foreignFormats = [
  "own",
  "xlsform",
  "limesurvey-text",
  "limesurvey-xml",
  "surveyjs",
] as const;
export type ForeignFormat = (typeof foreignFormats)[number];
