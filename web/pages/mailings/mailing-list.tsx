import type { Language } from "../../../server/domain/text.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { type MailingKind, mailingTexts } from "../../texts/mailings.ts";
import { formatNumber } from "../../texts/numbers.ts";

/** A mailing as an organiser may see it. */
export interface ShownMailing {
  id: string;
  kind: MailingKind;
  wave: WaveKind;
  locality: string | null;
  subject: string;
  when: string;
  progress: Progress;
  canCallOff: boolean;
}

export type OpenState = "waiting" | "under-way" | "ended" | "cancelled";

/** How far it came; without numbers where these would tell who has answered. */
type Progress =
  | { state: "waiting" | "handed-over" | "cancelled" }
  | { state: OpenState; counts: Counts; refusals: readonly Refusal[] };

interface Counts {
  sent: number;
  left: number;
  refused: number;
  unclear: number;
  givenUp: number;
}

interface Refusal {
  personId: string;
  fullName: string;
  email: string;
  reply: string;
}

interface ListProps {
  language: Language;
  path: string;
  mailings: readonly ShownMailing[];
  isWhole: boolean;
}

/** All mailings, the latest first. */
export function MailingList(props: ListProps) {
  const texts = mailingTexts[props.language].list;
  return (
    <section>
      <h2>{texts.title}</h2>
      {props.isWhole ? null : <p class="soft">{texts.ownOnly}</p>}
      {props.mailings.length === 0 ? <p>{texts.none}</p> : null}
      <ul class="session-list">
        {props.mailings.map((mailing) => (
          <li>
            <Line props={props} mailing={mailing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ props, mailing }: { props: ListProps; mailing: ShownMailing }) {
  const { language, path } = props;
  const texts = mailingTexts[language];
  const { kinds, waves, everywhere } = texts.form;
  const name = `${kinds[mailing.kind]}, ${waves[mailing.wave]}: ${mailing.locality ?? everywhere}`;
  const { progress } = mailing;
  const refusals = "counts" in progress ? progress.refusals : [];
  return (
    <>
      <h3>{name}</h3>
      <p class="soft">
        {mailing.when}
        <br />
        {mailing.subject}
      </p>
      <p>{wordsOf(language, progress).join(" ")}</p>
      {refusals.length > 0 ? <Refusals props={props} refusals={refusals} /> : null}
      {mailing.canCallOff ? (
        <form method="post" action={`${path}/${mailing.id}/cancellation`}>
          <button class="quiet" type="submit" aria-label={`${texts.list.cancel}: ${name}`}>
            {texts.list.cancel}
          </button>
        </form>
      ) : null}
      {isBroken(progress) ? (
        <form method="post" action={`${path}/${mailing.id}/again`}>
          <p class="soft">{texts.list.againHint}</p>
          <button class="quiet" type="submit" aria-label={`${texts.list.again}: ${name}`}>
            {texts.list.again}
          </button>
        </form>
      ) : null}
    </>
  );
}

/** Whether letters are left over that only a person may send again. */
function isBroken(progress: Progress): boolean {
  if (!("counts" in progress) || progress.state !== "ended") return false;
  return progress.counts.unclear + progress.counts.givenUp > 0;
}

function wordsOf(language: Language, progress: Progress): string[] {
  const texts = mailingTexts[language].list;
  const states = {
    waiting: texts.waiting,
    "under-way": texts.underWay,
    "handed-over": texts.handedOver,
    ended: texts.ended,
    cancelled: texts.cancelled,
  };
  const { state } = progress;
  if (!("counts" in progress)) return [states[state]];
  const { sent, left, refused, unclear, givenUp } = progress.counts;
  return [
    states[state],
    state === "waiting" ? "" : texts.sent(formatNumber(sent, language)),
    left > 0 ? texts.left(left) : "",
    refused > 0 ? texts.refused(refused) : "",
    unclear > 0 ? texts.unclear(unclear) : "",
    givenUp > 0 ? texts.givenUp(givenUp) : "",
  ].filter((words) => words !== "");
}

function Refusals({ props, refusals }: { props: ListProps; refusals: readonly Refusal[] }) {
  const texts = mailingTexts[props.language].list;
  const people = props.path.replace(/mailings$/, "participants");
  return (
    <details>
      <summary>{`${texts.refusals}: ${refusals.length}`}</summary>
      <ul>
        {refusals.map(({ personId, fullName, email, reply }) => (
          <li>
            <a href={`${people}/${personId}`}>{fullName}</a>
            {`, ${email}`}
            <span class="soft hint">{reply}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
