import { questionnaireDocumentSchema } from "../../server/domain/questionnaire/document.ts";
import content from "./culture-identity.questionnaire.json" with { type: "json" };
import { demoLogos } from "./logos.ts";
import { dayInWords, fillNotice } from "./notice.ts";
import type { ProgrammeFacts } from "./programme.ts";

/** The organisation that ran the programme of 2017. */
export const demoOrganisation = {
  name: "Ateities visuomenės institutas",
  legal_form: "VšĮ",
  website: "http://www.futuresoc.com",
};

const funders = [
  {
    name: { lt: "Lietuvos kultūros taryba", en: "Lithuanian Council for Culture" },
    nameGenitive: { lt: "Lietuvos kultūros tarybos", en: "the Lithuanian Council for Culture" },
    share: "",
  },
  {
    name: {
      lt: "Lietuvos Respublikos kultūros ministerija",
      en: "Ministry of Culture of the Republic of Lithuania",
    },
    nameGenitive: {
      lt: "Lietuvos Respublikos kultūros ministerijos",
      en: "the Ministry of Culture of the Republic of Lithuania",
    },
    share: "",
  },
];

/** The programme of the first real case, in the words of its own public text. Its answers are invented elsewhere. */
export function demoFacts(now: Date): ProgrammeFacts {
  return {
    slug: "kulturos-inovacijos-2017",
    kind: "demo",
    title: {
      lt: "Kvalifikacijos kėlimo regionuose projektas apie kultūros inovacijas, jų sklaidą ir vietovių identiteto stiprinimą",
      en: "Professional development in the regions: culture innovation, its dissemination and stronger identity of localities",
    },
    contractTitle: {
      lt: "Kultūros produktų / paslaugų kokybės ir prieinamumo didinimas, ugdant regionų kultūros darbuotojų kompetencijas: kultūrinės inovacijos ir jų sklaida, kuriant kultūrinį regiono identitetą",
      en: "Raising the quality and accessibility of culture products / services by developing the competences of culture workers in the regions: culture innovation and its dissemination in creating the cultural identity of a region",
    },
    goal: {
      lt: "Stiprinti atrinktų vietovių savitumą, formuoti norimą identitetą, skatinti tarpsektorinį bendradarbiavimą ir kartu kurti inovatyvias koncepcijas, kurių dėka vietovės galėtų tapti žinomomis Lietuvoje ir Europoje.",
      en: "To strengthen what is distinctive of the selected localities, form the identity they want, encourage cross-sector collaboration and create together innovative concepts through which the localities could become known in Lithuania and Europe.",
    },
    startsOn: "2017-01-02",
    endsOn: "2017-06-30",
    moreInfoUrl:
      "http://www.futuresoc.com/projektas/kvalifikacijos-kelimo-regionuose-projektas-apie-kulturos-inovacijas-sklaida-ir-vietoviu-identiteto-stiprinima/",
    evaluatorName: "Demonstracinis vertintojas",
    funders,
    logos: demoLogos,
    localities: [
      { key: "prienai", names: ["Prienai", "Prienų", "Prienuose"], coordinates: [54.633, 23.942] },
      {
        key: "pagegiai",
        names: ["Pagėgiai", "Pagėgių", "Pagėgiuose"],
        coordinates: [55.133, 21.906],
      },
      { key: "silute", names: ["Šilutė", "Šilutės", "Šilutėje"], coordinates: [55.349, 21.483] },
      {
        key: "ignalina",
        names: ["Ignalina", "Ignalinos", "Ignalinoje"],
        coordinates: [55.35, 26.164],
      },
      { key: "trakai", names: ["Trakai", "Trakų", "Trakuose"], coordinates: [54.638, 24.934] },
    ],
    sectors,
    topics,
    methods: [{ lt: "Dizaino mąstymas (angl. design thinking)", en: "Design thinking" }],
    criteria: [
      {
        lt: "Vietovėje susibūrusi motyvuota, realiems darbams nusiteikusi bendraminčių grupė",
        en: "A motivated group of like-minded people in the locality, ready for real work",
      },
    ],
    indicators: [
      {
        name: {
          lt: "Į projekto veiklas įsitraukę žmonės",
          en: "People involved in the project's activities",
        },
        unit: { lt: "asmenys", en: "people" },
        definition: {
          lt: "Žmonės, dalyvavę bent vienoje projekto veikloje; kiekvienas skaičiuojamas vieną kartą",
          en: "People who took part in at least one of the project's activities; each is counted once",
        },
        planned: null,
        reached: 77,
      },
      {
        name: {
          lt: "Pažymėjimus gavę mokymų ciklo dalyviai",
          en: "Participants of the training cycle who were certified",
        },
        unit: { lt: "asmenys", en: "people" },
        definition: {
          lt: "Kvalifikacijos kėlimo cikle dalyvavę ir pažymėjimus gavę žmonės",
          en: "People who took part in the training cycle and received a certificate",
        },
        planned: null,
        reached: 64,
      },
    ],
    notice: fillNotice({
      controller_name: "VšĮ Ateities visuomenės institutas",
      controller_code: "000000000",
      controller_address: "Demonstracinė g. 1",
      controller_email: "demo@example.org",
      evaluator_name: { lt: "Demonstracinis vertintojas", en: "Demonstration evaluator" },
      funders: {
        lt: "Lietuvos kultūros taryba, Lietuvos Respublikos kultūros ministerija",
        en: "Lithuanian Council for Culture, Ministry of Culture of the Republic of Lithuania",
      },
      k: "5",
      key_destroy_date: dayInWords("2018-06-30"),
      answers_delete_date: dayInWords("2020-06-30"),
      more_info_url: "http://www.futuresoc.com",
    }),
    questionnaire: questionnaireDocumentSchema.parse(content),
    waves: {
      before: { opensAt: day("2017-01-09"), closesAt: day("2017-02-28") },
      after: { opensAt: day("2017-05-08"), closesAt: day("2017-06-23") },
      followup: {
        opensAt: day("2017-10-02"),
        closesAt: new Date(now.getTime() + 365 * 86_400_000),
      },
    },
  };
}

function day(date: string): Date {
  return new Date(`${date}T06:00:00Z`);
}

const topics: ProgrammeFacts["topics"] = [
  { title: { lt: "Kultūros inovacijos", en: "Culture innovation" }, scaleKey: "INOV" },
  {
    title: {
      lt: "Sklaida ir pasiteisinančios kultūros rinkodaros strategijos",
      en: "Dissemination and proven strategies of culture marketing",
    },
    scaleKey: "SKLD",
  },
  {
    title: {
      lt: "Vietovės identiteto stiprinimas",
      en: "Strengthening the identity of a locality",
    },
    scaleKey: "IDEN",
  },
  {
    title: {
      lt: "Senamiesčio / centrinės miesto dalies įveiklinimas per tarpsektorinį bendradarbiavimą",
      en: "Activating the old town / central part of a town through cross-sector collaboration",
    },
    scaleKey: "ERDV",
  },
  { title: { lt: "Kultūriniai renginiai", en: "Cultural events" } },
  {
    title: {
      lt: "Sėkmingas kūrybinis bendradarbiavimas Vilniaus mieste ir šios praktikos perkėlimas į regioną",
      en: "Successful creative collaboration in the city of Vilnius and the transfer of this practice to the region",
    },
    scaleKey: "BEND",
  },
];

const sectors: ProgrammeFacts["sectors"] = [
  {
    key: "culture-centre",
    label: { lt: "Kultūros centras", en: "Culture centre" },
    broadKey: "culture",
  },
  {
    key: "culture-other",
    label: { lt: "Kita kultūros įstaiga", en: "Other culture institution" },
    broadKey: "culture",
  },
  { key: "municipality", label: { lt: "Savivalda", en: "Local government" }, broadKey: "public" },
  {
    key: "education",
    label: { lt: "Švietimo įstaiga", en: "Educational institution" },
    broadKey: "public",
  },
  {
    key: "lag",
    label: { lt: "Vietos veiklos grupė", en: "Local action group" },
    broadKey: "community",
  },
  {
    key: "community",
    label: { lt: "Bendruomeninė organizacija", en: "Community organisation" },
    broadKey: "community",
  },
  { key: "business", label: { lt: "Verslas", en: "Business" }, broadKey: "community" },
  { key: "artist", label: { lt: "Meno kūryba", en: "Artistic work" }, broadKey: "culture" },
];
