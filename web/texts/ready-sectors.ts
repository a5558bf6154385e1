import type { Text } from "../../server/domain/text.ts";

/** The sectors that programmes for culture workers usually meet; broader ones serve to put small ones together. */
export const readySectors: readonly { key: string; label: Text; broadKey: string }[] = [
  {
    key: "culture-centre",
    label: { lt: "Kultūros centras", en: "Culture centre" },
    broadKey: "culture",
  },
  {
    key: "culture-other",
    label: { lt: "Kita kultūros įstaiga", en: "Other culture institution" },
    broadKey: "culture",
  },
  { key: "municipality", label: { lt: "Savivalda", en: "Local government" }, broadKey: "public" },
  {
    key: "education",
    label: { lt: "Švietimo įstaiga", en: "Educational institution" },
    broadKey: "public",
  },
  {
    key: "lag",
    label: { lt: "Vietos veiklos grupė", en: "Local action group" },
    broadKey: "community",
  },
  {
    key: "community",
    label: { lt: "Bendruomeninė organizacija", en: "Community organisation" },
    broadKey: "community",
  },
  { key: "business", label: { lt: "Verslas", en: "Business" }, broadKey: "community" },
  { key: "artist", label: { lt: "Meno kūryba", en: "Artistic work" }, broadKey: "culture" },
  { key: "other", label: { lt: "Kita", en: "Other" }, broadKey: "other" },
];
