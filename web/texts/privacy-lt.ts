import { counted, formatDay } from "./numbers.ts";
import type { PrivacyTexts } from "./privacy.ts";

const ltRow = (one: string, few: string, other: string) => (count: number) =>
  counted(count, { one, few, other }, "lt");

export const privacyLt: PrivacyTexts = {
  title: "Duomenų apsauga",
  lead: "Ką saugote, kiek laiko, kas prašė savo duomenų ir kas su duomenimis dirbo.",
  requests: "Žmonių prašymai",
  requestsOpen: (open) =>
    open === 0
      ? "Neatsakytų prašymų nėra."
      : `Neatsakyta: ${counted(open, { one: "prašymas", few: "prašymai", many: "prašymo", other: "prašymų" }, "lt")}.`,
  audit: "Veiksmų žurnalas",
  exports: "Parengtų failų registras",
  documents: "Dokumentai",
  documentNames: {
    "processing-record": "Duomenų tvarkymo veiklos įrašas",
    "impact-assessment": "Trumpas poveikio duomenų apsaugai vertinimas",
  },
  documentsAdvice:
    "Šie dokumentai parengiami iš programos duomenų. Perskaitykite, papildykite, jei reikia, ir pasirašykite: už juos atsako organizacija.",
  datesTitle: "Iki kada saugoma",
  datesLead:
    "Šios dienos turi sutapti su tuo, ką žadėjote privatumo pranešime. Atėjus dienai duomenys sunaikinami savaime; kol bent vienoje vietovėje dar galima pildyti, palaukiama.",
  dates: {
    key: "Kodų sąrašo sunaikinimo diena",
    answers: "Atskirų atsakymų sunaikinimo diena",
    people: "Žmonių sąrašo sunaikinimo diena",
  },
  datesAdvice: {
    key: "Nuo tada niekas nebegali susieti atsakymų su žmogumi. Rezultatai lieka tokie pat.",
    answers: "Lieka tik paskelbti grupių rezultatai.",
    people:
      "Vardai, lankomumas ir pažymėjimai. Nuo tada pažymėjimų tikrumo patikrinti nebebus galima.",
  },
  saveDates: "Išsaugoti dienas",
  dateMistake: "Parašykite datą, pvz., 2027-06-30, arba palikite tuščią.",
  dateOrder: "Ši diena turi būti ne ankstesnė už programos pabaigą.",
  fixed: "Jau sunaikinta.",
  dryRunTitle: "Kas būtų sunaikinta dabar",
  dryRunLead: "Tik suskaičiuota: nieko dar neliečiama.",
  kinds: {
    key: "Kodų sąrašas",
    answers: "Atskiri atsakymai",
    people: "Žmonių sąrašas",
  },
  states: {
    "no-date": () => "diena nenustatyta",
    waiting: (date) => `bus sunaikinta ${formatDay(date, "lt")}`,
    "held-up": (date) =>
      `turėjo būti sunaikinta ${formatDay(date, "lt")}; laukiama, kol pasibaigs paskutinis pildymas`,
    due: () => "bus sunaikinta per kelias minutes",
    done: () => "sunaikinta",
  },
  data: "Duomenys",
  whatGoes: "Kiek",
  when: "Kada",
  rows: {
    "answers.access_code": ltRow("kodas", "kodai", "kodų"),
    "answers.entry": ltRow(
      "nuoroda ar kodo įrašas",
      "nuorodos ir kodų įrašai",
      "nuorodų ir kodų įrašų",
    ),
    "answers.response": ltRow("atsakymų lapas", "atsakymų lapai", "atsakymų lapų"),
    "answers.score": ltRow("skalės balas", "skalių balai", "skalių balų"),
    "answers.cell": ltRow("suskaičiuota grupė", "suskaičiuotos grupės", "suskaičiuotų grupių"),
    "answers.settled_answers": ltRow(
      "suskaičiuotų atsakymų lentelė",
      "suskaičiuotų atsakymų lentelės",
      "suskaičiuotų atsakymų lentelių",
    ),
    "identity.card_holder": ltRow(
      "įrašas, kieno kortelė",
      "įrašai, kieno kortelės",
      "įrašų, kieno kortelės",
    ),
    "identity.person": ltRow("žmogus", "žmonės", "žmonių"),
    "identity.enrolment": ltRow("registracija", "registracijos", "registracijų"),
    "identity.attendance": ltRow("lankomumo įrašas", "lankomumo įrašai", "lankomumo įrašų"),
    "identity.certificate": ltRow("pažymėjimas", "pažymėjimai", "pažymėjimų"),
    export_file: ltRow("parengtas failas", "parengti failai", "parengtų failų"),
  },
  nothing: "nieko nėra",
  destroyNow: {
    key: "Sunaikinti kodų sąrašą dabar",
    answers: "Sunaikinti atskirus atsakymus dabar",
    people: "Sunaikinti žmonių sąrašą dabar",
  },
  destroyWarning: {
    key: "Atšaukti negalima. Kortelės ir nuorodos nustos veikti, dalyviai nebematys savo atsakymų, o Jūs nebegalėsite rasti konkretaus žmogaus atsakymų. Paskelbti rezultatai nesikeis. Anksčiau padarytas atsargines kopijas turite sunaikinti patys.",
    answers:
      "Atšaukti negalima. Atskirų atsakymų nebeliks, todėl nebebus galima nei skelbti patikslintų rezultatų, nei rengti duomenų rinkinių. Jau paskelbti rezultatai ir priedai lieka.",
    people:
      "Atšaukti negalima. Nebeliks vardų, lankomumo ir pažymėjimų registro, todėl pažymėjimų tikrumo patikrinti nebebus galima.",
  },
  dataRoleNeeded:
    "Sunaikinti anksčiau, negu ateis diena, gali tik už duomenis atsakingas žmogus. Šį vaidmenį suteikia administratorius komandos puslapyje.",
  heldUp: "Sunaikinti bus galima, kai visose vietovėse pasibaigs paskutinės anketos pildymas.",
  confirmLabel: (slug) => `Kad tai neįvyktų netyčia, įrašykite programos adreso pabaigą: ${slug}`,
  confirmMistake: "Įrašyta kitaip, negu parodyta. Nieko nesunaikinta: įrašykite dar kartą.",
  reason: "Priežastis",
  reasonMistake: "Parašykite priežastį: ji lieka veiksmų žurnale.",
  proofs: "Sunaikinimo aktai",
  noProofs: "Dar nieko nesunaikinta.",
  proofTitle: "Duomenų sunaikinimo aktas",
  proofOf: {
    key: "Kodų sąrašo sunaikinimas",
    answers: "Atskirų atsakymų sunaikinimas",
    people: "Žmonių sąrašo sunaikinimas",
  },
  proofLead: {
    key: "Sunaikinti įrašai, kieno kokia kortelė, visi kodai ir nuorodos. Atsakymams suteikti nauji atsitiktiniai porų ženklai, kurie niekur nebuvo nei spausdinti, nei siųsti. Todėl nė vieno atsakymo nebegalima susieti su žmogumi.",
    answers:
      "Sunaikinti visi atskiri atsakymų lapai, jų balai ir pagal juos suskaičiuotos grupės. Paskelbti grupių rezultatai liko tokie pat.",
    people: "Sunaikinti žmonių vardai, kontaktai, registracijos, lankomumas ir pažymėjimai.",
  },
  proofDone: (moment, who) =>
    who === null
      ? `Sunaikinta ${moment}, atėjus nustatytai dienai.`
      : `Sunaikinta ${moment} Sunaikino: ${who}.`,
  proofHash: "Akto kontrolinė suma (SHA-256); ta pati įrašyta veiksmų žurnale",
  proofLimits:
    "Aktas apima šios sistemos duomenų bazę. Anksčiau padarytos atsarginės kopijos ir išduoti duomenų rinkiniai į jį neįeina: juos sunaikina tie, kas juos turi.",
  print: "Spausdinti",
  noticesTitle: "Privatumo pranešimo versijos",
  noticeVersion: (number, day) => `${number} versija, paskelbta ${formatDay(day, "lt")}`,
  noticeHash: "Kontrolinė suma",
  consentsTitle: "Sutikimai",
  consentsLead:
    "Neprivalomi sutikimai pateiktuose atsakymų lapuose. Iš anksto nė vienas nebuvo pažymėtas.",
  consentCount: (given, asked) => `sutiko ${given} iš ${asked}`,
};
