import type { IdentityMode } from "../../server/domain/words.ts";
import type { PrivacyDocumentTexts, PrivacyFacts } from "./privacy-documents.ts";

const unset = "diena dar nenustatyta";

const pairing: Record<IdentityMode, string> = {
  register:
    "Kortelės su atsitiktiniu kodu pažymimos dalyvių sąraše, todėl atsakymai pažymėti pseudonimais: su žmogumi juos gali susieti tik tas, kas turi sąrašą.",
  bowl: "Kortelės su atsitiktiniu kodu traukiamos nežiūrint, sąrašo, kas kurią gavo, nėra. Atsakymus su žmogumi gali susieti tik pats kortelės turėtojas.",
  "self-made":
    "Dalyvis kodą susikuria iš šešių tik jam žinomų dalykų. Saugomos tik slaptu raktu iš kodo apskaičiuotos ženklų eilutės (maišos reikšmės); baigus siejimą, raktas ir eilutės sunaikinami.",
};

const keyRow = (facts: PrivacyFacts) =>
  facts.mode === "register"
    ? [["Kodų sąrašas (kas kurią kortelę turi)", facts.keyDestroyOn || unset]]
    : [["Kodai ir nuorodos", facts.keyDestroyOn || unset]];

export const privacyDocumentsLt: PrivacyDocumentTexts = {
  record: {
    title: "Duomenų tvarkymo veiklos įrašas",
    sections: (facts) => [
      {
        title: "Duomenų valdytojas",
        paragraphs: [
          [facts.organisation, facts.contact].filter(Boolean).join(", "),
          `Programa: ${facts.programme}. Laikotarpis: ${facts.period}.`,
        ],
      },
      {
        title: "Kokiais tikslais ir kokiu pagrindu tvarkoma",
        paragraphs: [
          "Mokymams organizuoti, lankomumui ir pažymėjimams (sutartis su dalyviu ar jo darboviete, BDAR 6 straipsnio 1 dalies b arba f punktas).",
          "Mokymų naudai įvertinti ir atsiskaityti finansuotojams (teisėtas interesas, BDAR 6 straipsnio 1 dalies f punktas).",
          "Atvirų atsakymų žodžiams cituoti (sutikimas, BDAR 6 straipsnio 1 dalies a punktas); sutikimą galima bet kada atšaukti.",
        ],
      },
      {
        title: "Kieno ir kokie duomenys",
        paragraphs: [
          `Mokymų dalyviai ir kiti įsitraukę žmonės; šiuo metu sąraše jų yra ${facts.involved}.`,
          "Pagal vardą: vardas ir pavardė, darbovietė, kontaktai, vietovė, grupė, veiklos sritis, lankomumas, pažymėjimai; jei nurodė patys, lytis ir amžiaus grupė.",
          "Pagal kodą: anketų atsakymai prieš mokymus, po jų ir vėliau. Vardo anketoje neklausiama, IP adresas su atsakymais nesaugomas.",
          pairing[facts.mode],
        ],
      },
      {
        title: "Kas mato",
        paragraphs: [
          `Vertintojas${facts.evaluator ? ` (${facts.evaluator})` : ""} ir finansuotojai${facts.funders ? ` (${facts.funders})` : ""} – tik paskelbtus grupių rezultatus; jei grupėje žmonių mažiau negu ${facts.threshold}, jos rezultatų nerodoma.`,
          "Organizatorius – dalyvių sąrašą ir bendrus skaičius. Atskirus atsakymus be vardų – tik už duomenis atsakingas žmogus, nurodęs priežastį; kiekvienas toks atvejis įrašomas.",
          "Į trečiąsias šalis ar tarptautinėms organizacijoms duomenys neperduodami. Išorinių paslaugų, sekimo ar reklamos sistema nenaudoja.",
        ],
      },
      {
        title: "Kiek saugoma",
        paragraphs: [],
        table: {
          head: ["Duomenys", "Iki kada"],
          rows: [
            ...keyRow(facts),
            ["Atskiri atsakymai", facts.answersDeleteOn || unset],
            ["Žmonių sąrašas, lankomumas, pažymėjimai", facts.peopleDeleteOn || unset],
            ["Paskelbti grupių rezultatai ir ataskaita", "su projekto dokumentais"],
          ],
        },
      },
      {
        title: "Saugumo priemonės",
        paragraphs: [
          "Vardai ir atsakymai saugomi atskirai; juos sujungti gali tik tam skirtas veiksmas, kiekvieną kartą įrašomas į veiksmų žurnalą. Žurnalo pakeisti negalima.",
          "Nuorodos ir slaptažodžiai duomenų bazėje saugomi tik maišos pavidalu. Prieiga suteikiama pagal vaidmenis programoje. Ryšys šifruojamas, kai svetainės adresas prasideda https.",
          "Atėjus nustatytai dienai duomenys sunaikinami savaime ir surašomas sunaikinimo aktas.",
          facts.notice === null
            ? "Privatumo pranešimas dar nepaskelbtas."
            : `Dalyviams rodoma privatumo pranešimo ${facts.notice} versija.`,
        ],
      },
    ],
  },
  assessment: {
    title: "Trumpas poveikio duomenų apsaugai vertinimas",
    sections: (facts) => [
      {
        title: "Kas daroma",
        paragraphs: [
          `${facts.organisation} vertina mokymų „${facts.programme}“ naudą: dalyviai tą pačią anketą pildo prieš mokymus, po jų ir praėjus 3–6 mėnesiams, o rezultatai skaičiuojami pagal vietoves.`,
          pairing[facts.mode],
        ],
      },
      {
        title: "Ar tai būtina ir proporcinga",
        paragraphs: [
          "Pokyčio negalima sužinoti nesusiejus to paties žmogaus atsakymų, todėl anketos siejamos kodu. Vardo tam nereikia ir anketoje jo neklausiama.",
          "Klausiama tik to, kas įeina į vertinimą. Lytis ir amžius imami iš registracijos ir skelbiami tik visai programai.",
          "Dalyvavimas savanoriškas; nuo atsakymų nepriklauso nei mokymai, nei pažymėjimas.",
        ],
      },
      {
        title: "Rizika ir priemonės",
        paragraphs: [],
        table: {
          head: ["Kas galėtų nutikti", "Kas daroma", "Likusi rizika"],
          rows: [
            [
              "Mažoje vietovėje kas nors atpažįstamas iš rezultatų",
              `Mažesnių negu ${facts.threshold} žmonių grupių rezultatai nerodomi; skaičiai suapvalinami taip, kad nieko nebūtų galima išskaičiuoti nei atimant, nei lyginant paskelbimus`,
              "maža",
            ],
            [
              "Darbdavys sužino, kas ką atsakė",
              facts.isWhoAnsweredTold
                ? "Darbdavys prieigos neturi; kas anketą pateikė, mato tik organizatorius, nes tai pasakyta pranešime, o kiekvienas pažiūrėjimas įrašomas; kas ką atsakė, nemato ir jis"
                : "Darbdavys prieigos neturi; ekrane rodomi tik apytiksliai skaičiai, niekada – kas neatsakė",
              "maža",
            ],
            [
              "Kodų sąrašas patenka ne į tas rankas",
              facts.mode === "register"
                ? "Sąrašas saugomas atskirai nuo atsakymų ir sunaikinamas nustatytą dieną"
                : "Sąrašo nėra",
              facts.mode === "register" ? "vidutinė, kol sąrašas saugomas" : "maža",
            ],
            [
              "Atvirame atsakyme kas nors aprašytas taip, kad atpažįstamas",
              "Atviri atsakymai rodomi tik nuo dešimties, sumaišyti; cituojama tik rašiusiajam sutikus ir atsakingam žmogui peržiūrėjus",
              "maža",
            ],
            [
              "Prarandami ar nuteka serverio duomenys",
              "Atsarginės kopijos, šifruotas ryšys, prieigos pagal vaidmenis, veiksmų žurnalas",
              "vidutinė: priklauso nuo serverio priežiūros",
            ],
          ],
        },
      },
      {
        title: "Išvada",
        paragraphs: [
          "Duomenys netvarkomi dideliu mastu, specialių kategorijų (BDAR 9 straipsnio) duomenų netvarkoma, sprendimų dėl žmonių automatiškai nepriimama. Likusi rizika nedidelė, kol laikomasi nustatytų saugojimo terminų.",
          "Organizacijos papildymai ir sprendimas: ______________________________",
        ],
      },
    ],
  },
};
