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
  /** A regular expression that answers must match. */
  validation: string;
  /** Whether an answer is filled in beforehand. */
  hasDefault: boolean;
  hasOther: boolean;
  relevance: string;
  /** Such as max_answers, random_order, max_num_value_n. */
  attributes: Record<string, string>;
  /** The same by language, for those that people read: suffix, dualscale_headerA. */
  wordings: Record<string, Text>;
  subquestions: LimeAnswer[];
  answers: LimeAnswer[];
}

export interface LimeAnswer {
  code: string;
  text: Text;
  /** Questions with two scales number their answers. */
  scale: string;
  /** What choosing it counts in an assessment; 0 where nothing is said. */
  assessment: number;
  /** Of a subquestion: when it is asked. */
  relevance: string;
}
