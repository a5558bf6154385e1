import type { Text } from "../text.ts";

// A survey as LimeSurvey has it, whichever of its two files it came in (manual.limesurvey.org: "Tab Separated Value
// survey structure"; the XML of .lss is its tables). Texts are by language and still HTML.

export interface LimeSurvey {
  languages: string[];
  title: Text;
  welcome: Text;
  groups: LimeGroup[];
}

export interface LimeGroup {
  name: Text;
  description: Text;
  relevance: string;
  questions: LimeQuestion[];
}

export interface LimeQuestion {
  code: string;
  /** One letter or sign, such as L, M, F. */
  type: string;
  text: Text;
  help: Text;
  isMandatory: boolean;
  hasOther: boolean;
  relevance: string;
  /** Such as max_answers, random_order, max_num_value_n. */
  attributes: Record<string, string>;
  subquestions: LimeAnswer[];
  answers: LimeAnswer[];
}

export interface LimeAnswer {
  code: string;
  text: Text;
  /** Questions with two scales number their answers. */
  scale: string;
}
