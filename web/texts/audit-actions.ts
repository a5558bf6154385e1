import type { Language } from "../../server/domain/text.ts";

/** Every deed that the audit log knows, in words. A test finds one that is missing here. */
const actions: Record<string, Record<Language, string>> = {
  "assigned-version": {
    lt: "priskyrė klausimyno versiją etapui",
    en: "assigned a questionnaire's version to a wave",
  },
  "began-questionnaire": {
    lt: "pradėjo klausimyną",
    en: "began a questionnaire",
  },
  "changed-questionnaire": {
    lt: "pakeitė klausimyno juodraštį",
    en: "changed the draft of a questionnaire",
  },
  "discarded-questionnaire": {
    lt: "ištrynė nepaskelbtą klausimyną",
    en: "deleted an unpublished questionnaire",
  },
  "published-version": {
    lt: "paskelbė klausimyno versiją",
    en: "published a version of a questionnaire",
  },
  "added-companions": { lt: "pridėjo išgalvotų dalyvių", en: "added invented companions" },
  "changed-certificate-template": {
    lt: "pakeitė pažymėjimo šabloną",
    en: "changed the certificate's template",
  },
  "changed-retention": { lt: "pakeitė saugojimo terminus", en: "changed how long data are kept" },
  "checked-paper-sheet": { lt: "patikrino suvestą anketą", en: "checked a keyed-in sheet" },
  "closed-wave": { lt: "baigė anketos pildymą", en: "closed a wave" },
  "corrected-paper-sheet": { lt: "pataisė suvestą anketą", en: "corrected a keyed-in sheet" },
  "destroyed-answers": { lt: "sunaikinti atskiri atsakymai", en: "destroyed single answers" },
  "destroyed-key": { lt: "sunaikintas kodų sąrašas", en: "destroyed the code list" },
  "destroyed-people": { lt: "sunaikintas žmonių sąrašas", en: "destroyed the list of people" },
  "downloaded-data-package": { lt: "atsisiuntė duomenų rinkinį", en: "downloaded a data package" },
  "ended-subject-request": { lt: "atsakė į žmogaus prašymą", en: "answered a person's request" },
  "entered-paper-sheet": { lt: "suvedė popierinę anketą", en: "keyed in a paper sheet" },
  "erased-answers": { lt: "ištrynė žmogaus atsakymus", en: "erased a person's answers" },
  "erased-person": { lt: "ištrynė žmogaus duomenis", en: "erased a person's data" },
  "ended-late-paper": {
    lt: "baigė pavėluotų anketų suvedimą",
    en: "ended the keying of late sheets",
  },
  "kept-publicity-copy": {
    lt: "įkėlė viešinimo įrašo kopiją",
    en: "kept a copy of what was published",
  },
  "removed-person": {
    lt: "pašalino per klaidą įrašytą žmogų",
    en: "removed a person entered by mistake",
  },
  "removed-publicity-copy": {
    lt: "pašalino viešinimo įrašo kopiją",
    en: "removed a copy of what was published",
  },
  "looked-at-who-answered": {
    lt: "pažiūrėjo, kas anketą pateikė",
    en: "looked at who had handed a sheet in",
  },
  "moved-paper-sheet": { lt: "perkėlė anketą prie kito kodo", en: "moved a sheet to another code" },
  "reopened-for-paper": {
    lt: "leido suvesti pavėluotas anketas",
    en: "let late sheets be keyed in",
  },
  "took-locality-back": { lt: "grąžino pasitraukusią vietovę", en: "took a locality back" },
  "took-programme-along": {
    lt: "atsisiuntė programos failą",
    en: "downloaded the programme's file",
  },
  "took-programme-in": {
    lt: "įkėlė programą iš kito serverio",
    en: "took the programme in from another server",
  },
  "withdrew-locality": { lt: "pažymėjo, kad vietovė pasitraukė", en: "withdrew a locality" },
  "handed-out-own-data": {
    lt: "išdavė žmogui jo duomenis",
    en: "handed a person their own data",
  },
  "forgot-earlier-codes": {
    lt: "ištrynė perkeltų failų kodų atspaudus",
    en: "forgot the codes of imported files",
  },
  "imported-earlier-answers": {
    lt: "perkėlė ankstesnius atsakymus",
    en: "imported earlier answers",
  },
  "imported-questionnaire": { lt: "perkėlė klausimyną", en: "imported a questionnaire" },
  "issued-cards": { lt: "išdavė kodų korteles", en: "issued code cards" },
  "issued-certificates": { lt: "išdavė pažymėjimus", en: "issued certificates" },
  "made-release": { lt: "paskelbti rezultatai", en: "released results" },
  "made-wall-link": { lt: "parengė ekrano nuorodą", en: "made a link for the wall" },
  "opened-subject-request": { lt: "užrašė žmogaus prašymą", en: "wrote down a person's request" },
  "opened-wave": { lt: "atvėrė anketą", en: "opened a wave" },
  "ordered-annex": { lt: "užsakė vertinimo priedą", en: "ordered an annex" },
  "ordered-certificates": { lt: "užsakė pažymėjimų failą", en: "ordered a file of certificates" },
  "ordered-data-package": { lt: "užsakė duomenų rinkinį", en: "ordered a data package" },
  "reissued-card": { lt: "išdavė kortelę iš naujo", en: "issued a card again" },
  "removed-demonstration": { lt: "pašalino demonstraciją", en: "removed the demonstration" },
  "revoked-certificate": { lt: "panaikino pažymėjimą", en: "revoked a certificate" },
  "searched-person": {
    lt: "ieškojo žmogaus duomenų pagal prašymą",
    en: "searched for a person's data on request",
  },
  "added-passkey": { lt: "pridėjo prieigos raktą", en: "added a passkey" },
  "asked-for-sign-in-letter": {
    lt: "paprašė prisijungimo laiško",
    en: "asked for a sign-in letter",
  },
  "began-second-factor": {
    lt: "įjungė antrąjį prisijungimo žingsnį",
    en: "turned the second step on",
  },
  "changed-password": { lt: "pakeitė slaptažodį", en: "changed the password" },
  "disabled-staff": { lt: "išjungė paskyrą", en: "disabled an account" },
  "enabled-staff": { lt: "įjungė paskyrą", en: "enabled an account" },
  "ended-other-sessions": { lt: "baigė kitas savo sesijas", en: "ended their other sessions" },
  "ended-second-factor": {
    lt: "išjungė antrąjį prisijungimo žingsnį",
    en: "turned the second step off",
  },
  "ended-session": { lt: "baigė savo sesiją", en: "ended a session of their own" },
  "ended-sessions-of-staff": { lt: "baigė kito žmogaus sesijas", en: "ended somebody's sessions" },
  "gave-role": { lt: "suteikė vaidmenį", en: "gave a role" },
  "invited-administrator": {
    lt: "pakvietė administratorių iš paties serverio",
    en: "invited an administrator from the machine itself",
  },
  "invited-staff": { lt: "pakvietė darbuotoją", en: "invited somebody to the staff" },
  "invited-staff-again": { lt: "sukūrė naują prisijungimo nuorodą", en: "made a new sign-in link" },
  "linked-institution-sign-in": {
    lt: "susiejo paskyrą su įstaigos prisijungimu",
    en: "linked an account with an institution's sign-in",
  },
  "made-administrator": { lt: "paskyrė administratorių", en: "made somebody an administrator" },
  "removed-passkey": { lt: "pašalino prieigos raktą", en: "removed a passkey" },
  "renewed-recovery-codes": { lt: "sukūrė naujus atkūrimo kodus", en: "made new recovery codes" },
  "reset-second-factor": {
    lt: "pašalino pamestas prisijungimo priemones",
    en: "removed lost ways to sign in",
  },
  "set-up-organisation": { lt: "įrengė organizaciją", en: "set up the organisation" },
  "took-role": { lt: "atėmė vaidmenį", en: "took a role away" },
  "unmade-administrator": { lt: "atšaukė administratorių", en: "unmade an administrator" },
  "used-recovery-code": { lt: "panaudojo atkūrimo kodą", en: "used a recovery code" },
  "signed-in": { lt: "prisijungė", en: "signed in" },
  "added-enrolment": {
    lt: "įrašė žmogų į dar vieną vietovę",
    en: "entered a person in one more locality",
  },
  "added-entry": {
    lt: "pridėjo įrašą prie programos duomenų",
    en: "added an entry to the programme's facts",
  },
  "added-logo": { lt: "įkėlė logotipą", en: "uploaded a logo" },
  "added-participant": { lt: "įrašė dalyvį", en: "entered a participant" },
  "added-ready-sectors": { lt: "pridėjo įprastas veiklos sritis", en: "added the usual sectors" },
  "cancelled-mailing": { lt: "atšaukė laiškus", en: "called letters off" },
  "changed-enrolment": {
    lt: "pakeitė dalyvio registraciją",
    en: "changed a participant's enrolment",
  },
  "changed-entry": {
    lt: "pakeitė įrašą programos duomenyse",
    en: "changed an entry of the programme's facts",
  },
  "changed-organisation": {
    lt: "pakeitė organizacijos duomenis",
    en: "changed the organisation's facts",
  },
  "changed-person": { lt: "pakeitė žmogaus duomenis", en: "changed a person's data" },
  "changed-programme": { lt: "pakeitė programos duomenis", en: "changed the programme's facts" },
  "changed-waves": { lt: "pakeitė pildymo laiką", en: "changed the dates of the waves" },
  "chose-quotation": { lt: "pasirinko citatą", en: "chose a quotation" },
  "closed-public-results": {
    lt: "uždarė viešą rezultatų puslapį",
    en: "closed the public page of results",
  },
  "created-mailing": { lt: "parengė laiškus", en: "prepared letters for sending" },
  "decided-selection": {
    lt: "užrašė sprendimus pagal atrankos kriterijų",
    en: "wrote down decisions by a selection criterion",
  },
  "destroyed-pairing-key": {
    lt: "sunaikintas pačių sukurtų kodų raktas",
    en: "destroyed the key of self-made codes",
  },
  "ended-code-matching": {
    lt: "baigė pačių sukurtų kodų derinimą",
    en: "ended the matching of self-made codes",
  },
  "found-two-people": {
    lt: "nustatė, kad tai du skirtingi žmonės",
    en: "found that these are two people",
  },
  "imported-participants": { lt: "įkėlė dalyvių sąrašą", en: "imported a list of participants" },
  "issued-named-cards": { lt: "išdavė vardines korteles", en: "issued cards by name" },
  "joined-codes": { lt: "sujungė du kodus", en: "joined two codes" },
  "kept-vision-file": { lt: "įkėlė vizijos dokumentą", en: "uploaded the document of a vision" },
  "made-api-token": { lt: "sukūrė prieigos raktą programoms", en: "made a token for programs" },
  "made-locality-links": {
    lt: "parengė bendras vietovių nuorodas",
    en: "made the general links of localities",
  },
  "made-programme": { lt: "sukūrė programą", en: "made the programme" },
  "marked-attendance": { lt: "pažymėjo lankomumą", en: "marked attendance" },
  "marked-setup-step": {
    lt: "pažymėjo, ar programai šio žingsnio reikia",
    en: "marked whether the programme needs a step",
  },
  "matched-codes": { lt: "suderinti pačių sukurti kodai", en: "matched self-made codes" },
  "marked-returned-letters": {
    lt: "pažymėjo, kad žmogui siųsti laiškai grįžta",
    en: "marked that letters to a person come back",
  },
  "removed-returned-mark": {
    lt: "nuėmė žymą, kad žmogui siųsti laiškai grįžta",
    en: "took the mark away that letters to a person come back",
  },
  "merged-people": {
    lt: "sujungė du to paties žmogaus įrašus",
    en: "merged two entries of one person",
  },
  "moved-entry": { lt: "pakeitė įrašų tvarką", en: "changed the order of entries" },
  "opened-public-results": {
    lt: "atvėrė viešą rezultatų puslapį",
    en: "opened the public page of results",
  },
  "prepared-mailing": {
    lt: "laiškai priskirti gavėjams",
    en: "addressed letters to their recipients",
  },
  "published-notice": { lt: "paskelbė privatumo pranešimą", en: "published a privacy notice" },
  "removed-entry": {
    lt: "pašalino įrašą iš programos duomenų",
    en: "removed an entry from the programme's facts",
  },
  "removed-vision-file": {
    lt: "pašalino vizijos dokumentą",
    en: "removed the document of a vision",
  },
  "replaced-logo": { lt: "pakeitė logotipą", en: "replaced a logo" },
  "saved-notice-draft": {
    lt: "išsaugojo privatumo pranešimo juodraštį",
    en: "saved the draft of a privacy notice",
  },
  "sent-mailing-again": { lt: "išsiuntė laiškus dar kartą", en: "sent letters again" },
  "told-codes-apart": {
    lt: "nustatė, kad du kodai – skirtingų žmonių",
    en: "found that two codes are two people's",
  },
  "uploaded-participants": {
    lt: "pateikė dalyvių sąrašo failą",
    en: "uploaded a file with participants",
  },
  "withdrew-api-token": {
    lt: "atšaukė prieigos raktą programoms",
    en: "withdrew a token for programs",
  },
  "withdrew-quotation": { lt: "atsisakė citatos", en: "withdrew a quotation" },
  "wrote-note": { lt: "parašė vertintojo pastabą", en: "wrote an evaluator's note" },
};

/** A deed in words; one that an older release wrote and nobody knows any more stands as it was written. */
export function auditActionInWords(action: string, language: Language): string {
  return actions[action]?.[language] ?? action;
}

export const knownAuditActions: readonly string[] = Object.keys(actions);

/** Reasons that the system itself gives; what a person wrote stands as it is. */
const reasons: Record<string, Record<Language, string>> = {
  "closed-after": { lt: "baigtas pildymas po mokymų", en: "the wave after the training closed" },
  "closed-followup": { lt: "baigtas vėlesnis pildymas", en: "the later wave closed" },
  "date-reached": { lt: "atėjo nustatyta diena", en: "its day came" },
  demonstration: { lt: "demonstracija", en: "demonstration" },
  "late-paper": { lt: "suvestos pavėluotos anketos", en: "late sheets were keyed in" },
  "locality-withdrawn": { lt: "pasitraukė vietovė", en: "a locality withdrew" },
  "moved-sheet": { lt: "perkelta anketa", en: "a sheet was moved" },
};

export function auditReasonInWords(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason;
}
