import type { Language } from "../../server/domain/text.ts";

/** Words of the audit log's viewer and of the register of exports. */
export interface PrivacyRecordTexts {
  audit: {
    title: string;
    lead: string;
    columns: Record<"at" | "actor" | "action" | "reason" | "detail", string>;
    system: string;
    formerStaff: string;
    all: string;
    filter: string;
    choose: string;
    none: string;
    older: string;
    check: string;
    checkAdvice: string;
    whole: (hash: string) => string;
    broken: (entry: number) => string;
  };
  exports: {
    title: string;
    lead: string;
    none: string;
    columns: Record<"file" | "made" | "rows" | "reason" | "kept", string>;
    kept: (moment: string) => string;
    keptForGood: string;
    gone: string;
  };
}

const lt: PrivacyRecordTexts = {
  audit: {
    title: "Veiksmų žurnalas",
    lead: "Ką darė darbuotojai ir pati sistema. Vardų ir atsakymų jame nėra, įrašų pakeisti ar ištrinti negalima.",
    columns: {
      at: "Kada",
      actor: "Kas",
      action: "Veiksmas",
      reason: "Priežastis",
      detail: "Smulkiau",
    },
    system: "sistema",
    formerStaff: "nebežinomas darbuotojas",
    all: "visi veiksmai",
    filter: "Veiksmai",
    choose: "Rodyti",
    none: "Įrašų nėra.",
    older: "Senesni įrašai",
    check: "Patikrinti žurnalą",
    checkAdvice:
      "Kiekvienas įrašas susietas su ankstesniu kontroline suma: pakeitus bent vieną raidę, patikra nurodytų, nuo kurio įrašo žurnalas nebesutampa.",
    whole: (hash) => `Žurnalas nepakeistas. Paskutinio įrašo kontrolinė suma: ${hash}`,
    broken: (entry) => `Žurnalas pakeistas: ${entry} įrašas nebesutampa su ankstesniu.`,
  },
  exports: {
    title: "Parengtų failų registras",
    lead: "Visi failai, kurie buvo parengti iš šios programos duomenų. Įrašas lieka ir tada, kai paties failo nebėra.",
    none: "Failų dar nerengta.",
    columns: {
      file: "Failas",
      made: "Parengė",
      rows: "Žmonių duomenų eilučių",
      reason: "Priežastis",
      kept: "Saugomas",
    },
    kept: (moment) => `iki ${moment}`,
    keptForGood: "neribotai",
    gone: "nebesaugomas",
  },
};

const en: PrivacyRecordTexts = {
  audit: {
    title: "Audit log",
    lead: "What staff and the system itself did. It holds no names and no answers, and no entry can be changed or deleted.",
    columns: { at: "When", actor: "Who", action: "Action", reason: "Reason", detail: "Details" },
    system: "the system",
    formerStaff: "staff no longer known",
    all: "all actions",
    filter: "Actions",
    choose: "Show",
    none: "There are no entries.",
    older: "Older entries",
    check: "Check the log",
    checkAdvice:
      "Every entry is tied to the one before it by a checksum: had a single letter been changed, the check would tell from which entry on the log no longer fits.",
    whole: (hash) => `The log is unchanged. Checksum of the last entry: ${hash}`,
    broken: (entry) => `The log was changed: entry ${entry} no longer fits the one before it.`,
  },
  exports: {
    title: "Register of files made",
    lead: "All files that were made from this programme's data. The entry stays when the file itself is gone.",
    none: "No files have been made yet.",
    columns: {
      file: "File",
      made: "Made by",
      rows: "Rows of people's data",
      reason: "Reason",
      kept: "Kept",
    },
    kept: (moment) => `until ${moment}`,
    keptForGood: "for good",
    gone: "no longer kept",
  },
};

export const privacyRecordTexts: Record<Language, PrivacyRecordTexts> = { lt, en };
