import { followRules } from "./answering-rules.ts";

// The preview of a questionnaire: conditions are followed as they are for participants, and nothing is stored.
followRules(document);
