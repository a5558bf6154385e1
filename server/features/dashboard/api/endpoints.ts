import type { z } from "zod";
import { apiTexts, type EndpointName } from "../../../../web/texts/api.ts";
import {
  figuresShape,
  participationShape,
  programmeShape,
  resultsShape,
  tableShape,
} from "./shapes.ts";

/** One address of the API. Routes, description and the page for programmers are made from this list. */
export interface Endpoint {
  name: EndpointName;
  /** Below `apiBase`; what stands in braces is a parameter. */
  path: string;
  answer: z.ZodType;
}

export const apiBase = "/api/v1/programmes/{programme}";

export const endpoints: readonly Endpoint[] = [
  {
    name: "programme",
    path: "",
    answer: programmeShape,
  },
  {
    name: "results",
    path: "/results",
    answer: resultsShape,
  },
  {
    name: "participation",
    path: "/participation",
    answer: participationShape,
  },
  {
    name: "figures",
    path: "/figures",
    answer: figuresShape,
  },
  {
    name: "figure",
    path: "/figures/{figure}",
    answer: tableShape,
  },
];

/** What an address answers, in the language of descriptions for programmers. */
export function summaryOf({ name }: Endpoint): string {
  return apiTexts.en.endpoints[name];
}
