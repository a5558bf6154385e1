/** What can be taken over from an old programme. */
export const copyParts = [
  "settings",
  "funders",
  "logos",
  "localities",
  "sectors",
  "topics",
  "criteria",
  "indicators",
  "questionnaires",
] as const;
export type CopyPart = (typeof copyParts)[number];
