import type { Language } from "../../server/domain/text.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { counted } from "./numbers.ts";

type MoveWhy = "mistyped" | "unknown" | "no-sheet" | "not-paper" | "has-sheet" | "same-code";

/** Words of the page for what came late or went wrong. Each deed says what it does to results before it is done. */
export interface CorrectionTexts {
  title: string;
  lead: string;
  reason: string;
  reasonMistake: string;
  wave: string;
  locality: string;
  waves: Record<WaveKind, string>;
  late: {
    title: string;
    advice: string;
    effect: (threshold: number) => string;
    days: string;
    daysMistake: (most: number) => string;
    take: string;
    none: string;
    open: (until: string) => string;
    end: string;
    endAdvice: string;
  };
  move: {
    title: string;
    advice: string;
    from: string;
    to: string;
    check: string;
    whys: Record<MoveWhy, string>;
    planTitle: string;
    plan: (wave: string, from: string, to: string) => string;
    effectSame: (threshold: number) => string;
    effectOther: (from: string, to: string, threshold: number) => string;
    confirm: string;
    done: string;
  };
  withdrawal: {
    title: string;
    advice: string;
    effect: string;
    effectReleased: string;
    withdraw: (locality: string) => string;
    withdrawn: (day: string) => string;
    takeBack: (locality: string) => string;
    onlyOne: string;
    add: string;
    addAdvice: string;
  };
}

const ltPeople = (count: number) =>
  counted(count, { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" }, "lt");

/** After a verb that takes the accusative: "apims bent 5 žmones". */
const ltPeopleReached = (count: number) =>
  counted(count, { one: "žmogų", few: "žmones", many: "žmogaus", other: "žmonių" }, "lt");

const lt: CorrectionTexts = {
  title: "Vėlavo arba pateko ne ten",
  lead: "Čia taisoma tai, kas nutiko ne laiku ar ne taip. Prie kiekvieno veiksmo parašyta, ką jis pakeis rezultatuose.",
  reason: "Priežastis",
  reasonMistake: "Parašykite priežastį: ji lieka veiksmų žurnale.",
  wave: "Anketa",
  locality: "Vietovė",
  waves: { before: "prieš mokymus", after: "po mokymų", followup: "praėjus 3–6 mėnesiams" },
  late: {
    title: "Pavėluotos popierinės anketos",
    advice:
      "Jei pildymas vietovėje jau baigtas, o popierinės anketos atėjo vėliau, leiskite jas dar suvesti. Internetu pildyti nebebus galima.",
    effect: (threshold) =>
      `Jau paskelbti rezultatai nesikeičia. Kai suvedimą baigsite, nauji rezultatai bus paskelbti tik tada, jei prisidėjo ne mažiau kaip ${ltPeople(threshold)}; kitaip anketos lieka saugomos ir bus suskaičiuotos, kai jų pakaks.`,
    days: "Kiek dienų leisti",
    daysMistake: (most) => `Parašykite dienų skaičių nuo 1 iki ${most}.`,
    take: "Leisti suvesti",
    none: "Nė vienoje vietovėje pildymas dar nebaigtas.",
    open: (until) => `galima suvesti iki ${until}`,
    end: "Baigti suvedimą",
    endAdvice: "Baigus suvedimą, patikrinama, ar galima skelbti naujus rezultatus.",
  },
  move: {
    title: "Anketa suvesta ne tuo kodu",
    advice:
      "Popierinė anketa perkeliama iš kodo, kuriuo ji suvesta per klaidą, prie to, kuris ant jos užrašytas.",
    from: "Kodas, kuriuo suvesta",
    to: "Kodas, prie kurio reikia perkelti",
    check: "Patikrinti, kas bus",
    whys: {
      mistyped: "Kodas įrašytas su klaida: patikrinkite raides.",
      unknown: "Tokio kodo šioje programoje nėra: patikrinkite, ar įrašėte taip, kaip lape.",
      "no-sheet":
        "Šiuo kodu tokios anketos nepateikta: patikrinkite kodą ir tai, kurią anketą pasirinkote.",
      "not-paper": "Šiuo kodu atsakė pats dalyvis: perkelti galima tik suvestą popierinę anketą.",
      "has-sheet": "Šiuo kodu anketa jau yra: patikrinkite, ar tikrai tas kodas.",
      "same-code": "Abu kodai tie patys: įrašykite du skirtingus.",
    },
    planTitle: "Kas bus padaryta",
    plan: (wave, from, to) => `Anketa ${wave} bus perkelta: ${from} → ${to}.`,
    effectSame: (threshold) =>
      `Vietovė ta pati. Gali pasikeisti, kurios anketos sudaro poras; paskelbti rezultatai pasikeis tik tada, kai pasikeitimas apims bent ${ltPeopleReached(threshold)}.`,
    effectOther: (from, to, threshold) =>
      `Anketa pereis iš vietovės ${from} į vietovę ${to}. Abiejų vietovių paskelbti rezultatai pasikeis tik tada, kai kurioje nors iš jų pasikeitimas apims bent ${ltPeopleReached(threshold)}.`,
    confirm: "Perkelti anketą",
    done: "Anketa perkelta.",
  },
  withdrawal: {
    title: "Vietovė pridedama arba pasitraukia",
    advice:
      "Pasitraukusios vietovės duomenys lieka, bet ji nebepildo anketų ir neįeina nei į naujus rezultatus, nei į bendrus skaičius.",
    effect: "Rezultatų dar nepaskelbta, todėl niekas kitas nepasikeis.",
    effectReleased:
      "Ankstesni rezultatai lieka tokie, kokie paskelbti. Tuoj pat bus paskelbti nauji, be šios vietovės; jei iš abiejų skirtumo būtų galima ką nors sužinoti apie kelis žmones, bendras skaičius nebus rodomas. Grąžinti vietovės tada nebebus galima.",
    withdraw: (locality) => `Pasitraukia: ${locality}`,
    withdrawn: (day) => `pasitraukė ${day}`,
    takeBack: (locality) => `Grąžinti: ${locality}`,
    onlyOne: "Vienintelė vietovė pasitraukti negali.",
    add: "Pridėti vietovę",
    addAdvice:
      "Nauja vietovė turi savo pildymo laiką. Jos rezultatai atsiras, kai joje pasibaigs pildymas po mokymų; kitų vietovių paskelbti rezultatai nesikeis, bendras skaičius pasikeis.",
  },
};

const enPeople = (count: number) => counted(count, { one: "person", other: "people" }, "en");

const en: CorrectionTexts = {
  title: "Late or in the wrong place",
  lead: "What came late or went wrong is put right here. Each action says beforehand what it does to results.",
  reason: "Reason",
  reasonMistake: "Give a reason: it stays in the audit log.",
  wave: "Questionnaire",
  locality: "Locality",
  waves: {
    before: "before the training",
    after: "after the training",
    followup: "3–6 months later",
  },
  late: {
    title: "Late questionnaires on paper",
    advice:
      "Where a locality has closed and sheets on paper came afterwards, let them still be keyed in. It stays closed online.",
    effect: (threshold) =>
      `Released results do not change. When you end the keying, new results are released only if at least ${enPeople(threshold)} came with it; otherwise the sheets are kept, and counted once there are enough of them.`,
    days: "For how many days",
    daysMistake: (most) => `Write a number of days from 1 to ${most}.`,
    take: "Let them be keyed in",
    none: "No locality has closed yet.",
    open: (until) => `can be keyed in until ${until}`,
    end: "End the keying",
    endAdvice: "Ending the keying checks whether new results can be released.",
  },
  move: {
    title: "A sheet keyed to the wrong code",
    advice:
      "A sheet on paper is moved from the code to which it was keyed by mistake to the one that is written on it.",
    from: "Code it was keyed to",
    to: "Code it belongs to",
    check: "See what would happen",
    whys: {
      mistyped: "The code is mistyped: check its letters.",
      unknown: "There is no such code in this programme: check that it is as on the sheet.",
      "no-sheet":
        "Nothing was submitted under this code: check the code and which questionnaire you chose.",
      "not-paper": "The participant answered under this code: only a keyed-in sheet can be moved.",
      "has-sheet": "There is a sheet under this code already: check that it is the right one.",
      "same-code": "Both codes are the same: type two different ones.",
    },
    planTitle: "What will be done",
    plan: (wave, from, to) => `The sheet ${wave} will be moved: ${from} → ${to}.`,
    effectSame: (threshold) =>
      `The locality stays the same. Which sheets make pairs may change; released results change only once at least ${enPeople(threshold)} differ.`,
    effectOther: (from, to, threshold) =>
      `The sheet goes from ${from} to ${to}. Released results of either change only once at least ${enPeople(threshold)} differ there.`,
    confirm: "Move the sheet",
    done: "The sheet was moved.",
  },
  withdrawal: {
    title: "A locality joins or withdraws",
    advice:
      "Data of a locality that withdrew stay, but it answers no more questionnaires and counts neither in new results nor in totals.",
    effect: "No results have been released yet, so nothing else changes.",
    effectReleased:
      "Earlier results stay as they were released. New ones follow at once without this locality; where their difference would tell something about a few people, the total is not shown. The locality can then no longer be taken back.",
    withdraw: (locality) => `Withdraw: ${locality}`,
    withdrawn: (day) => `withdrew on ${day}`,
    takeBack: (locality) => `Take back: ${locality}`,
    onlyOne: "The only locality cannot withdraw.",
    add: "Add a locality",
    addAdvice:
      "A new locality has its own times. Its results appear when its wave after the training closes; results of other localities stay as released, the total changes.",
  },
};

export const correctionTexts: Record<Language, CorrectionTexts> = { lt, en };
