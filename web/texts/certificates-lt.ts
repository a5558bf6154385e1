import type { CertificateTexts } from "./certificates.ts";
import { counted, type PluralForms } from "./numbers.ts";

const hoursLt: PluralForms = {
  one: "valanda",
  few: "valandos",
  many: "valandos",
  other: "valandų",
};
const certificatesLt: PluralForms = {
  one: "pažymėjimas",
  few: "pažymėjimai",
  many: "pažymėjimo",
  other: "pažymėjimų",
};
const participantsLt: PluralForms = {
  one: "dalyviui",
  few: "dalyviams",
  many: "dalyvio",
  other: "dalyvių",
};

export const certificateTextsLt: CertificateTexts = {
  title: "Pažymėjimai",
  lead: "Pažymėjimas išduodamas už lankomumą. Ar dalyvis pildė anketas ir ką atsakė, tam reikšmės neturi.",
  paper: {
    heading: "PAŽYMĖJIMAS",
    fileTitle: "Pažymėjimai",
    number: (number) => `Nr.\u00a0${number}`,
    took: (title, hours) =>
      hours === null
        ? `dalyvavo mokymuose „${title}“.`
        : `dalyvavo mokymuose „${title}“. Mokymų trukmė – ${hoursIn(hours)}.`,
    topics: (topics) => `Mokymų temos: ${topics.join("; ")}.`,
    issued: (place, day) => `${place}, ${day}`,
    check: "Ar pažymėjimas galioja, galima patikrinti:",
    qrAlt: "QR kodas, atveriantis pažymėjimo patikros puslapį",
  },
  template: {
    title: "Ką pažymėjime rašyti ir kam jį išduoti",
    none: "Prieš išduodami pirmąjį pažymėjimą, peržiūrėkite ir išsaugokite šias nuostatas.",
    fields: {
      titleLt: "Mokymų pavadinimas lietuviškai",
      titleEn: "Mokymų pavadinimas angliškai",
      textLt: "Papildomas tekstas lietuviškai",
      textEn: "Papildomas tekstas angliškai",
      prefix: "Numerio pradžia",
      percent: "Mažiausias lankomumas procentais",
    },
    hints: {
      titleLt: "Be kabučių; jos bus uždėtos.",
      textLt: "Pavyzdžiui, kokias kompetencijas dalyvis įgijo. Galima palikti tuščią.",
      prefix: "Po jos rašomas eilės numeris: „KI-2017-“ ir 14 sudaro „KI-2017-014“.",
      percent: "Kokią dalį savo vietovės užsiėmimų valandų dalyvis turi būti lankęs.",
    },
    mistakes: {
      titleLt: "Įrašykite pavadinimą, ne ilgesnį kaip 250 ženklų.",
      titleEn: "Pavadinimas turi būti ne ilgesnis kaip 250 ženklų.",
      textLt: "Sutrumpinkite tekstą iki 500 ženklų ir 5 eilučių.",
      textEn: "Sutrumpinkite tekstą iki 500 ženklų ir 5 eilučių.",
      prefix:
        "Tinka raidės, skaitmenys, brūkšneliai, taškai ir pasvirieji brūkšniai; pradžia negali baigtis skaitmeniu ir būti ilgesnė kaip 24 ženklai.",
      percent: "Įrašykite sveikąjį skaičių nuo 1 iki 100.",
    },
    areTopicsNamed: "Išvardyti mokymų temas",
    signatory: "Pasirašo",
    noSignatory: "organizacijos duomenyse nenurodyta, todėl parašo vietos pažymėjime nebus",
    save: "Išsaugoti nuostatas",
  },
  issue: {
    title: "Išduoti",
    rule: (percent) =>
      `Išduodama tiems, kas lankė bent ${percent} savo vietovės užsiėmimų valandų.`,
    count: (ready) =>
      ready === 0
        ? "Šiuo metu nėra kam išduoti."
        : `Pažymėjimus galima išduoti ${counted(ready, participantsLt, "lt")}.`,
    issue: "Išduoti visiems, kas gali gauti",
    waiting: (count) => `Ciklo dalyviai be galiojančio pažymėjimo: ${count}`,
    nobody: "Visi mokymų ciklo dalyviai pažymėjimus turi arba dalyvių dar nėra.",
    columns: {
      person: "Dalyvis",
      locality: "Vietovė",
      attended: "Lankomumas",
      state: "Būsena",
    },
    ready: "gali gauti",
    tooLittle: "lankė per mažai",
    revoked: "pažymėjimas panaikintas",
    again: "Išduoti iš naujo",
  },
  register: {
    title: "Registras",
    none: "Dar neišduotas nė vienas pažymėjimas.",
    columns: {
      number: "Nr.",
      name: "Vardas ir pavardė",
      locality: "Vietovė",
      title: "Pavadinimas",
      hours: "Valandos",
      day: "Išduota",
      state: "Būsena",
    },
    valid: "galioja",
    revoked: (day, reason) => `panaikintas ${day}: ${reason}`,
    paper: { lt: "PDF lietuviškai", en: "PDF angliškai" },
    revoke: "Panaikinti",
    reason: "Panaikinimo priežastis",
    reasonMissing: "Įrašykite, kodėl pažymėjimas naikinamas, pavyzdžiui, „neteisingas vardas“.",
  },
  print: {
    title: "Spausdinti visus",
    advice:
      "Visi galiojantys pažymėjimai viename faile, po vieną puslapyje. Faile yra vardai, todėl po savaitės jis ištrinamas.",
    order: { lt: "Parengti failą lietuviškai", en: "Parengti failą angliškai" },
    inProgress: "Failas rengiamas …",
    failed: "Failo parengti nepavyko. Pabandykite dar kartą.",
    file: (count, until) => `${counted(count, certificatesLt, "lt")}, laikoma iki ${until}`,
    progressTitle: "Pažymėjimai rengiami",
    back: "Grįžti į pažymėjimus",
  },
  verify: {
    title: "Pažymėjimo patikra",
    valid: "Pažymėjimas galioja",
    revoked: "Pažymėjimas panaikintas ir nebegalioja",
    number: "Nr.",
    training: "Mokymai",
    day: "Išdavimo data",
    isSomebodys: "Ar pažymėjimas priklauso šiam žmogui?",
    advice:
      "Vardas ir pavardė čia nerodomi. Įrašykite juos taip, kaip parašyta pažymėjime, ir sužinosite, ar jie sutampa su registru.",
    name: "Vardas ir pavardė",
    compare: "Palyginti",
    isSame: (name) => `Taip, pažymėjimas išduotas šiuo vardu: ${name}.`,
    isOther: "Pažymėjimas tokiu vardu neišduotas. Palyginkite su tuo, kas parašyta popieriuje.",
    nameMissing: "Įrašykite vardą ir pavardę.",
    tooManyTries:
      "Per daug vardų, kurie nesutapo. Palaukite kelias minutes ir bandykite dar kartą.",
  },
};

/** A fraction of an hour is printed with one decimal, a whole number with none. */
function hoursIn(value: number): string {
  return counted(value, hoursLt, "lt", Number.isInteger(value) ? 0 : 1);
}
