import { followRules } from "./answering-rules.ts";

followRules(document);
