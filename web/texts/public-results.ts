import type { Language } from "../../server/domain/text.ts";
import { counted } from "./numbers.ts";

/** Words of the page of results that everybody may see, and of the desk where it is opened and closed. */
export interface PublicResultsTexts {
  subtitle: string;
  description(title: string): string;
  aboutTitle: string;
  ranBy(organisation: string): string;
  involved(people: number, places: string): string;
  involvedFew(places: string): string;
  cycle(people: number): string;
  cycleFew: string;
  certified(people: number): string;
  allCertified: string;
  headline: string;
  headlineLead(pairs: number): string;
  noHeadline: string;
  beforeAfter(before: string, after: string, change: string): string;
  /** Instead of the means where they are withheld. */
  changeOnly(change: string): string;
  tableTitle: string;
  notes: readonly string[];
  threshold: string;
  releaseLine(number: number, day: string): string;
  moreInfo: string;
  resultsLink: string;
  desk: {
    title: string;
    lead: string;
    noRelease: string;
    isOpen(day: string): string;
    isClosed: string;
    newer(shown: number, newest: number): string;
    open: string;
    openNewer: string;
    close: string;
    preview: string;
    previewNotice: string;
    fragmentTitle: string;
    fragmentLead: string;
    fragmentHtml: string;
    fragmentText: string;
    address: string;
  };
}

const peopleLt = { one: "žmogus", few: "žmonės", many: "žmogaus", other: "žmonių" };

const lt: PublicResultsTexts = {
  subtitle: "Mokymų rezultatai",
  description: (title) => `Kas pasikeitė po mokymų: ${title}.`,
  aboutTitle: "Apie projektą",
  ranBy: (organisation) => `Projektą vykdė ${organisation}.`,
  involved: (count, places) =>
    `Į projekto veiklas įsitraukė ${counted(count, peopleLt, "lt")} ${places}.`,
  involvedFew: (places) => `Į projekto veiklas įsitraukė mažiau negu dešimt žmonių ${places}.`,
  cycle: (count) => `Mokymų cikle dalyvavo ${counted(count, peopleLt, "lt")}.`,
  cycleFew: "Mokymų cikle dalyvavo mažiau negu dešimt žmonių.",
  certified: (count) => `Pažymėjimus gavo ${counted(count, peopleLt, "lt")}.`,
  allCertified: "Pažymėjimus gavo visi mokymų ciklo dalyviai.",
  headline: "Kas pasikeitė",
  headlineLead: (pairs) =>
    `Lyginami tik tų pačių žmonių, anketas užpildžiusių ir prieš mokymus, ir po jų, atsakymai (žmonių: ${pairs}). 0 – žemiausias, 100 – aukščiausias galimas įvertinimas.`,
  noHeadline: "Skelbtinų rezultatų dar nėra: atsakė per mažai žmonių.",
  beforeAfter: (before, after, change) => `${before} → ${after} (${change})`,
  changeOnly: (change) => `pokytis ${change}`,
  tableTitle: "Tie patys skaičiai lentelėje",
  notes: [
    "Palyginimo grupės nebuvo: matyti, kas pasikeitė, bet ne dėl ko.",
    "Įsivertinimas yra pačių dalyvių nuomonė.",
  ],
  threshold: "Rodomos tik grupės, kuriose atsakė bent dešimt žmonių.",
  releaseLine: (number, day) => `Rezultatų paskelbimas Nr.\u00a0${number}, ${day}`,
  moreInfo: "Daugiau apie projektą",
  resultsLink: "Visi paskelbti rezultatai",
  desk: {
    title: "Viešas rezultatų puslapis",
    lead: "Puslapį su pagrindiniais rezultatais gali matyti visi, kas žino adresą, ir paieškos sistemos. Jame yra tik viešam rodymui skirti skaičiai: bent dešimties žmonių grupės, be vardų.",
    noRelease:
      "Rezultatų dar nėra. Jie paskelbiami, kai bent vienoje vietovėje baigiamas anketos po mokymų pildymas.",
    isOpen: (day) => `Puslapis atvertas visiems nuo ${day}`,
    isClosed: "Puslapis nėra atvertas: atvėrus jo adresą, rašoma, kad tokio puslapio nėra.",
    newer: (shown, newest) =>
      `Puslapyje rodomas paskelbimas Nr.\u00a0${shown}, o naujausias yra Nr.\u00a0${newest}.`,
    open: "Atverti visiems",
    openNewer: "Rodyti naujausią paskelbimą",
    close: "Užverti puslapį",
    preview: "Peržiūrėti puslapį",
    previewNotice: "Tai peržiūra: puslapis dar gali būti neatvertas.",
    fragmentTitle: "Tekstas Jūsų svetainei",
    fragmentLead: "Nukopijuokite į savo svetainę; skaičiai paimti iš to paties paskelbimo.",
    fragmentHtml: "Svetainės kodas (HTML)",
    fragmentText: "Paprastas tekstas",
    address: "Adresas",
  },
};

const peopleEn = { one: "person", other: "people" };

const en: PublicResultsTexts = {
  subtitle: "Results of the training",
  description: (title) => `What changed after the training: ${title}.`,
  aboutTitle: "About the project",
  ranBy: (organisation) => `The project was run by ${organisation}.`,
  involved: (count, places) =>
    `${counted(count, peopleEn, "en")} took part in the project's activities (${places}).`,
  involvedFew: (places) =>
    `Fewer than ten people took part in the project's activities (${places}).`,
  cycle: (count) => `${counted(count, peopleEn, "en")} took part in the training cycle.`,
  cycleFew: "Fewer than ten people took part in the training cycle.",
  certified: (count) => `${counted(count, peopleEn, "en")} received certificates.`,
  allCertified: "All participants of the training cycle received certificates.",
  headline: "What changed",
  headlineLead: (pairs) =>
    `These are the answers of the same ${counted(pairs, peopleEn, "en")}, who filled in questionnaires both before and after the training. 0 is the lowest and 100 the highest possible rating.`,
  noHeadline: "There are no results to publish yet: too few people have answered.",
  beforeAfter: (before, after, change) => `${before} → ${after} (${change})`,
  changeOnly: (change) => `change ${change}`,
  tableTitle: "The same numbers as a table",
  notes: [
    "There was no comparison group: one sees what changed, not why.",
    "Self-ratings are the participants' own view.",
  ],
  threshold: "Only groups in which at least ten people answered are shown.",
  releaseLine: (number, day) => `Release of results No. ${number}, ${day}.`,
  moreInfo: "More about the project",
  resultsLink: "All published results",
  desk: {
    title: "Public page of results",
    lead: "A page with the main results is there for everybody who knows its address, and for search engines. It holds figures meant for the public only: groups of at least ten people, no names.",
    noRelease:
      "There are no results yet. They are released when a wave after the training has closed in at least one locality.",
    isOpen: (day) => `The page has been open to everybody since ${day}.`,
    isClosed: "The page is not open: at its address it says that there is no such page.",
    newer: (shown, newest) => `The page shows release No. ${shown}; the newest is No. ${newest}.`,
    open: "Open it to everybody",
    openNewer: "Show the newest release",
    close: "Close the page",
    preview: "See the page",
    previewNotice: "This is a preview: the page may not be open yet.",
    fragmentTitle: "Text for your own site",
    fragmentLead: "Copy it to your site; its numbers come from the same release.",
    fragmentHtml: "Code for a web page (HTML)",
    fragmentText: "Plain text",
    address: "Address",
  },
};

export const publicResultsTexts: Record<Language, PublicResultsTexts> = { lt, en };
