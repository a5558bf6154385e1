import { Hono } from "hono";
import {
  findNoticeDraft,
  listNoticeVersions,
  type NoticeWording,
} from "../../../db/queries/notices.ts";
import { getOrganisationRecord } from "../../../db/queries/organisation-record.ts";
import { listFunders } from "../../../db/queries/programmes.ts";
import { getProgrammeRecord } from "../../../db/queries/setup-programme.ts";
import { noticeSetupPage } from "../../../web/pages/setup/notice-page.tsx";
import {
  type NoticeFacts,
  noticeGap,
  noticeStatements,
  noticeTemplate,
} from "../../../web/texts/notice-template.ts";
import { formatDay } from "../../../web/texts/numbers.ts";
import { type NoticeGap, setupTexts } from "../../../web/texts/setup.ts";
import { fitWhoAnswered, isSameText } from "../../../web/texts/who-answered.ts";
import { calendarDay } from "../../domain/response/calendar-day.ts";
import { cleanText } from "../../domain/response/clean-text.ts";
import { inLanguage, languages, type Text } from "../../domain/text.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, type Doing, frameOf, getDoing, languagesOf, setupAddress } from "./desk.ts";
import { publishNotice, saveNoticeDraft } from "./publish-notice.ts";

const path = "/programmes/:slug/setup/notice";
const longestNotice = 20_000;

/** The privacy notice: from the template of the mode to a published version. */
export function noticeRoutes(desk: Desk): Hono<StaffEnv> {
  const { db } = desk;
  const routes = new Hono<StaffEnv>();

  routes.get(path, async (c) => {
    const isSaved = c.req.query("saved") === "1";
    return c.html(await showNotice(desk, await getDoing(desk, c), { isSaved, mistakes: [] }));
  });

  routes.post(path, async (c) => {
    const doing = await getDoing(desk, c);
    const sent = await c.req.parseBody();
    const typed = readText(sent, doing);
    const { identityMode } = await getProgrammeRecord(db, doing.programme.id);
    const isWhoAnsweredTold = identityMode === "register" && sent.whoAnswered === "yes";
    const wording = { text: fitWhoAnswered(typed, isWhoAnsweredTold), isWhoAnsweredTold };
    const isPublishing = sent.go === "publish";
    const mistakes = isPublishing ? mistakesOf(typed, wording, doing) : [];
    if (mistakes.length > 0) {
      return c.html(await showNotice(desk, doing, { isSaved: false, mistakes, wording }), 422);
    }
    await (isPublishing ? publishNotice(db, wording, doing) : saveNoticeDraft(db, wording, doing));
    return c.redirect(setupAddress(doing, "notice?saved=1"), 303);
  });

  routes.post(`${path}/template`, async (c) => {
    const doing = await getDoing(desk, c);
    const facts = await gatherFacts(desk, doing);
    await saveNoticeDraft(db, { text: templates(facts), isWhoAnsweredTold: false }, doing);
    return c.redirect(setupAddress(doing, "notice"), 303);
  });

  return routes;
}

function readText(sent: Record<string, unknown>, { programme }: Doing): Text {
  return Object.fromEntries(
    languagesOf(programme).map((language) => {
      const words = sent[`text-${language}`];
      return [language, cleanText(typeof words === "string" ? words : "").slice(0, longestNotice)];
    }),
  );
}

/** A sentence that had to be put in or taken out is read by a person before it is published. */
function mistakesOf(
  typed: Text,
  { text, isWhoAnsweredTold }: NoticeWording,
  { language }: Doing,
): string[] {
  const texts = setupTexts[language].notice;
  const wordings = Object.values(typed);
  const fitted = texts.whoAnsweredFitted[isWhoAnsweredTold ? "told" : "untold"];
  return [
    ...(isSameText(typed, text) ? [] : [fitted]),
    ...(wordings.some((wording) => wording === "") ? [texts.empty] : []),
    ...(wordings.some((wording) => wording.includes(noticeGap)) ? [texts.gapLeft] : []),
  ];
}

async function showNotice(
  desk: Desk,
  doing: Doing,
  {
    isSaved,
    mistakes,
    wording,
  }: { isSaved: boolean; mistakes: readonly string[]; wording?: NoticeWording },
): Promise<string> {
  const { language, programme } = doing;
  const facts = await gatherFacts(desk, doing);
  const draft = await findNoticeDraft(desk.db, programme.id);
  const [last] = await listNoticeVersions(desk.db, programme.id);
  const isStillTrue = last?.identityMode === facts.mode;
  const fresh = { text: templates(facts), isWhoAnsweredTold: false };
  const shown = wording ?? draft ?? (isStillTrue ? last : undefined) ?? fresh;
  const texts = setupTexts[language];
  return noticeSetupPage({
    frame: frameOf(desk, doing),
    modeLabel: texts.options.identityMode[facts.mode].label,
    published: last
      ? texts.notice.published(
          last.number,
          formatDay(calendarDay(last.publishedAt, programme.timeZone), language),
        )
      : null,
    hasDraft: draft !== undefined,
    canStartOver: draft !== undefined || last !== undefined,
    missing: missingFacts(facts),
    typed: shown.text,
    isWhoAnsweredTold: facts.mode === "register" ? shown.isWhoAnsweredTold : null,
    languages: languagesOf(programme),
    statements: noticeStatements,
    mistakes,
    isSaved,
  });
}

function templates(facts: NoticeFacts): Text {
  return Object.fromEntries(
    languages.map((language) => [language, noticeTemplate(facts, language)]),
  );
}

async function gatherFacts({ db }: Desk, { programme }: Doing): Promise<NoticeFacts> {
  const record = await getProgrammeRecord(db, programme.id);
  const organisation = await getOrganisationRecord(db, programme.organisationId);
  const funders = await listFunders(db, programme.id);
  const { code, address, email } = organisation;
  const name = [organisation.legalForm, organisation.name].filter(Boolean).join(" ");
  const namesOf = (language: string) =>
    funders.map((funder) => inLanguage(funder.name, language)).join(", ");
  return {
    mode: record.identityMode,
    controller: { name, code, address, email },
    evaluator: record.evaluatorName,
    funders: Object.fromEntries(languages.map((language) => [language, namesOf(language)])),
    threshold: record.threshold,
    keyDestroyOn: record.keyDestroyOn,
    answersDeleteOn: record.answersDeleteOn,
    moreInfoUrl: record.moreInfoUrl,
    isWhoAnsweredTold: false,
  };
}

function missingFacts(facts: NoticeFacts): { gap: NoticeGap; step: string }[] {
  const { code, address, email } = facts.controller;
  const gaps: [boolean, NoticeGap, string][] = [
    [[code, address, email].includes(""), "controller", "organisation"],
    [facts.evaluator === "", "evaluator", "basics"],
    [facts.funders.lt === "", "funders", "funders"],
    [facts.keyDestroyOn === null || facts.answersDeleteOn === null, "retention", "identity"],
  ];
  return gaps.filter(([isMissing]) => isMissing).map(([, gap, step]) => ({ gap, step }));
}
