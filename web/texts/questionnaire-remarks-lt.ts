import type { Remark, RemarkCode } from "../../server/domain/questionnaire/remarks.ts";
import type { WaveKind } from "../../server/domain/words.ts";
import { counted } from "./numbers.ts";
import type { QuestionnaireTexts } from "./questionnaires.ts";

const waves: Record<WaveKind, string> = {
  before: "prieš mokymus",
  after: "po mokymų",
  followup: "praėjus 3–6 mėnesiams",
};
const languages: Record<string, string> = { lt: "lietuviškai", en: "angliškai" };
const waveOf = (name: string | undefined) => waves[name as WaveKind] ?? name ?? "";
const minutes = (count: string | undefined) =>
  counted(
    Number(count),
    { one: "minutę", few: "minutes", many: "minutės", other: "minučių" },
    "lt",
  );

type Say = string | ((remark: Remark) => string);

const sentences: Record<RemarkCode, Say> = {
  "no-sections": "klausimyne nėra nė vienos dalies",
  "no-items": "klausimyne nėra nė vieno klausimo",
  "section-empty": "dalyje nėra klausimų",
  "wave-empty": "šiame etape nieko neklausiama",
  "item-without-wave": "nepasirinkta, kada klausiama",
  "options-too-few": "reikia bent dviejų atsakymų variantų",
  "points-too-few": "reikia bent dviejų taškų",
  "scale-empty": "skalėje nėra klausimų",
  "correct-missing": "nepažymėtas teisingas atsakymas",
  "answer-set-missing": "nepasirinkta atsakymų skalė",
  "groups-too-few": "reikia bent dviejų grupių, kiekvienoje – bent vieno atsakymo",
  unfinished: "dar neužbaigta",
  "no-wave": "nėra nė vieno etapo",
  repeated: ({ key }) => `„${key}“ kartojasi`,
  "section-unknown": ({ key }) => `nėra dalies ${key}`,
  "item-unknown": ({ key }) => `nėra klausimo ${key}`,
  "wave-missing": ({ key }) => `klausimyne nėra etapo „${waveOf(key)}“`,
  "item-not-placed": ({ detail }) => `nė viena dalis jo neklausia etape „${waveOf(detail)}“`,
  "item-placed-twice": ({ detail }) => `klausiamas dukart etape „${waveOf(detail)}“`,
  "answer-set-unknown": ({ key }) => `nėra atsakymų skalės ${key}`,
  "correct-unknown": "teisingo atsakymo nėra tarp variantų",
  "option-reserved": ({ key }) => `varianto negalima vadinti „${key}“`,
  "minimum-above-maximum": "mažiausia riba didesnė už didžiausią",
  "more-than-there-are": ({ detail }) => `variantų tik ${detail}, o prašoma pasirinkti daugiau`,
  "looks-back-wrongly": ({ key }) =>
    `negali žvelgti atgal į ${key}: reikia kito teiginio su ta pačia atsakymų skale tuose pačiuose etapuose`,
  "rule-looks-ahead": ({ key }) =>
    `sąlyga remiasi klausimu ${key}, kurio tame etape prieš tai neklausiama`,
  "rule-value-missing": "sąlygoje nenurodyta, su kuo lyginti",
  "rule-value-unknown": ({ key }) => `sąlyga lygina su „${key}“, bet tokio atsakymo nėra`,
  "rule-does-not-fit": "tokia sąlyga šiam klausimui netinka",
  "scale-item-kind": ({ key }) => `klausimo ${key} į tokią skalę įtraukti negalima`,
  "scale-ranges-differ": "klausimų atsakymų ribos skiriasi, todėl vidurkio apskaičiuoti negalima",
  "scale-waves-differ":
    "klausimai pateikiami skirtinguose etapuose, todėl balų lyginti nebūtų galima",
  "reversed-outside-scale": ({ key }) => `${key} skaičiuojamas atvirkščiai, bet skalei nepriklauso`,
  "knowledge-reversed": "žinių klausimai atvirkščiai neskaičiuojami",
  "minimum-above-items": "prašoma daugiau atsakymų, negu skalėje yra klausimų",
  "scale-too-long":
    "skalėje per daug klausimų: kai jų 37 ar daugiau, balų tiksliai apskaičiuoti nebeįmanoma",
  "breakdown-item-kind": ({ key }) => `${key} nėra vieno pasirinkimo klausimas`,
  "breakdown-value-unknown": ({ key }) => `nėra atsakymo „${key}“`,
  "language-missing": ({ key }) => `trūksta teksto ${languages[key ?? ""] ?? key}`,
  "language-unknown": ({ key }) => `klausimyne nėra kalbos „${key}“`,
  unreachable: "jokie atsakymai neatitinka sąlygos, todėl klausimo niekas nepamatys",
  "scale-not-in-both":
    "klausiama ne abiejuose etapuose – prieš mokymus ir po jų, todėl pokyčio nebus",
  "item-not-in-both": "klausiama tik prieš mokymus arba tik po jų, todėl pokyčio nebus",
  "scale-reversed": ({ detail }) =>
    `atvirkščiai skaičiuojama: ${detail}. Patikrinkite, ar šie teiginiai suformuluoti neigiamai`,
  "scale-mostly-reversed":
    "daugiau kaip pusė klausimų skaičiuojama atvirkščiai: gal supainiota kryptis?",
  "scale-one-direction":
    "visi teiginiai tos pačios krypties: įprotis sutikti atrodys kaip kompetencija. Pagalvokite apie vieną kitą neigiamą teiginį",
  "scale-short": "iš vieno klausimo balas nepatikimas",
  "points-uneven": "tarpai tarp taškų skaičių nevienodi, o vidurkis juos laiko vienodais",
  "correct-always-same": ({ detail }) =>
    `visų žinių klausimų teisingas atsakymas toje pačioje vietoje (Nr.\u00a0${detail}): sukeiskite arba rodykite maišyta tvarka`,
  "text-long": ({ detail }) =>
    `tekstas ilgas (ženklų: ${detail}), telefone jis netilps šalia atsakymų`,
  "wave-long": ({ detail }) => `pildyti reikės apie ${minutes(detail)}: daugelis nebaigs`,
  "minutes-too-few": ({ detail }) =>
    `dalyviams žadama mažiau laiko, negu prireiks: apie ${minutes(detail)}`,
};

export const remarksLt: QuestionnaireTexts["remarks"] = {
  levels: { error: "Klaidos", warning: "Pagalvokite", note: "Žinotina" },
  say(remark) {
    const sentence = sentences[remark.code];
    return typeof sentence === "string" ? sentence : sentence(remark);
  },
};
