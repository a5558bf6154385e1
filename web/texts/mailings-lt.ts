import type { MailingTexts } from "./mailings.ts";
import { counted, formatNumber, type PluralForms } from "./numbers.ts";

const addresses: PluralForms = {
  one: "adresas nepriimtas",
  few: "adresai nepriimti",
  many: "adreso nepriimta",
  other: "adresų nepriimta",
};
const letters: PluralForms = {
  one: "laiškas",
  few: "laiškai",
  many: "laiško",
  other: "laiškų",
};
const people: PluralForms = {
  one: "pasirinktam žmogui",
  few: "pasirinktiems žmonėms",
  many: "pasirinkto žmogaus",
  other: "pasirinktų žmonių",
};

export const mailingDrafts: MailingTexts["drafts"] = {
  invitation: {
    lt: {
      subject: "Kviečiame užpildyti anketą: {programme}",
      body: "Laba diena,\n\nkviečiame užpildyti mokymų „{programme}“ anketą ({locality}).\n\nAnketa: {link}\n\nJei puslapis paprašys kodo, įveskite kodą iš savo kortelės. Anketą galima pildyti iki {closes} Dalyvavimas savanoriškas.\n\n{organisation}",
    },
    en: {
      subject: "Please fill in the questionnaire: {programme}",
      body: "Hello,\n\nplease fill in the questionnaire of the training “{programme}” ({locality}).\n\nQuestionnaire: {link}\n\nIf the page asks for a code, type the one on your card. It is open until {closes}. Taking part is voluntary.\n\n{organisation}",
    },
  },
  reminder: {
    lt: {
      subject: "Primename apie anketą: {programme}",
      body: "Laba diena,\n\nprimename apie mokymų „{programme}“ anketą ({locality}). Jei ją jau užpildėte, ačiū – daugiau nieko daryti nereikia.\n\nAnketa: {link}\n\nNuoroda ta pati kaip anksčiau. Jei puslapis paprašys kodo, įveskite kodą iš savo kortelės. Anketą galima pildyti iki {closes} Dalyvavimas savanoriškas.\n\n{organisation}",
    },
    en: {
      subject: "A reminder of the questionnaire: {programme}",
      body: "Hello,\n\nthis is a reminder of the questionnaire of the training “{programme}” ({locality}). If you have filled it in already, thank you – there is nothing more to do.\n\nQuestionnaire: {link}\n\nThe link is the same as before. If the page asks for a code, type the one on your card. It is open until {closes}. Taking part is voluntary.\n\n{organisation}",
    },
  },
};

export const mailingTextsLt: MailingTexts = {
  title: "Kvietimai ir priminimai",
  lead: {
    register:
      "Laiške siunčiama asmeninė nuoroda, kiekvieną kartą ta pati. Bendru įstaigos adresu siunčiama bendra vietovės nuoroda, kuri paprašo kodo iš kortelės. Priminimai siunčiami tik neužpildžiusiems; kam ir kiek jų išsiųsta, nematote nei Jūs, nei kiti.",
    bowl: "Kas kurią kortelę ištraukė, nežinoma, todėl visiems siunčiama bendra vietovės nuoroda, kuri paprašo kodo iš kortelės, o priminimai siunčiami visiems.",
    "self-made":
      "Kas kokį kodą susikūrė, nežinoma, todėl visiems siunčiama bendra vietovės nuoroda, o priminimai siunčiami visiems.",
  },
  reachable: (withAddress, all) =>
    `Veikiantį el. pašto adresą turi ${formatNumber(withAddress, "lt")} iš ${formatNumber(all, "lt")} mokymų ciklo dalyvių.`,
  noMail:
    "Laiškų iš čia siųsti negalima: nenustatytas pašto serveris arba viešas šios sistemos adresas. Išdalykite korteles arba nukopijuokite nuorodas.",
  noMailOperator: "Sistemos prižiūrėtojui: reikia nuostatų SMTP_URL, MAIL_FROM ir PUBLIC_URL.",
  cards: "Spausdinti korteles",
  links: {
    title: "Vietovių nuorodos",
    lead: "Bendra vietovės nuoroda visada ta pati. Ji paprašo kodo iš kortelės, todėl ją galima siųsti visiems ir skelbti.",
    show: "Rodyti vietovių nuorodas",
    mark: "Vietovė",
  },
  form: {
    title: "Naujas laiškas",
    kind: "Kas siunčiama",
    kinds: { invitation: "Kvietimas", reminder: "Priminimas" },
    begin: { invitation: "Rašyti kvietimą", reminder: "Rašyti priminimą" },
    wave: "Kuri anketa",
    waves: {
      before: "prieš mokymus",
      after: "po mokymų",
      followup: "praėjus 3–6 mėnesiams",
    },
    locality: "Kam",
    everywhere: "visų vietovių dalyviams",
    chooseLocality: "pasirinkite vietovę",
    sendAt: "Kada siųsti",
    sendAtHint: (zone) => `Jei siųsti reikia iš karto, palikite tuščią. Laiko juosta – ${zone}.`,
    fields: {
      subjectLt: "Tema lietuviškai",
      bodyLt: "Tekstas lietuviškai",
      subjectEn: "Tema angliškai",
      bodyEn: "Tekstas angliškai",
    },
    english:
      "Jei angliško teksto nereikia, palikite abu laukus tuščius. Jei jis yra, laiške eina po lietuviško.",
    placeholders: "Vietoje žodžių riestiniuose skliaustuose kiekviename laiške įrašoma:",
    placeholderMeanings: {
      programme: "programos pavadinimas",
      organisation: "organizacija",
      locality: "vietovė",
      closes: "iki kada galima pildyti",
      link: "nuoroda",
    },
    preview: "Peržiūrėti",
    test: "Siųsti bandomąjį sau",
    send: "Siųsti",
    testSent: (address) => `Bandomasis laiškas išsiųstas adresu ${address}.`,
    testRefused:
      "Pašto serveris bandomojo laiško nepriėmė. Pabandykite vėliau arba kreipkitės į sistemos prižiūrėtoją.",
    noAddress: "Jūsų paskyroje nėra el. pašto adreso, todėl bandomojo laiško siųsti nėra kur.",
    previewTitle: "Taip atrodys laiškas",
    previewSubject: "Tema:",
    mistakesTitle: "Pataisykite:",
    faults: {
      empty: "Įrašykite tekstą.",
      "too-long": "Tekstas per ilgas: tema gali būti iki 200, laiškas – iki 5\u00a0000 ženklų.",
      "line-break": "Tema turi būti viena eilutė.",
      "no-link": "Tekste turi būti {link}: į tą vietą įrašoma nuoroda.",
      "link-in-subject": "Nuorodos į temą rašyti negalima.",
      unknown:
        "Tokio žodžio riestiniuose skliaustuose sistema nežino: pataisykite jį arba ištrinkite.",
    },
    mistakes: {
      wave: "Pasirinkite anketą, kurią dar galima pildyti.",
      locality: "Pasirinkite vietovę iš sąrašo.",
      sendAt: "Įrašykite būsimą laiką.",
    },
    chosen: (count) => `Laiškas bus siunčiamas ${counted(count, people, "lt")}.`,
    noWaves: "Nėra anketos, kurią dar būtų galima pildyti, todėl kviesti nėra į ką.",
  },
  list: {
    title: "Siuntimai",
    none: "Dar nieko nesiųsta.",
    columns: { mailing: "Laiškas", when: "Kada", state: "Būsena", act: "Veiksmai" },
    waiting: "Laukia savo laiko.",
    underWay: "Siunčiama.",
    handedOver:
      "Perduota siųsti tiems, kas tuo metu dar nebuvo užpildę. Kam, kiek ir ar apskritai kam nors, nerodoma. Ar paštas veikia, patikrinsite bandomuoju laišku sau.",
    ownOnly: "Rodomi laiškai tik Jūsų vietovėms. Laiškų visoms vietovėms iš karto čia nėra.",
    ended: "Baigta.",
    cancelled: "Atšaukta.",
    sent: (words) => `Išsiųsta: ${words}.`,
    left: (count) => `Liko: ${formatNumber(count, "lt")}.`,
    refused: (count) => `${counted(count, addresses, "lt")}.`,
    unclear: (count) =>
      `Neaišku, ar išsiųsta: ${counted(count, letters, "lt")} (siuntimas buvo nutrauktas; kad niekas negautų dukart, iš naujo nesiunčiama).`,
    givenUp: (count) => `Nepavyko išsiųsti: ${counted(count, letters, "lt")}.`,
    cancel: "Atšaukti",
    again: "Vis tiek siųsti dar kartą",
    againHint: "Kai kas gali gauti laišką dukart.",
    refusals: "Nepriimti adresai",
    created: "Laiškas įrašytas į eilę.",
    stopped: "Siuntimas atšauktas.",
    returned: "Laiškai grąžinti į eilę.",
  },
  drafts: mailingDrafts,
};
