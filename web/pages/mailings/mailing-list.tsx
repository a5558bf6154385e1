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
  state: "waiting" | "under-way" | "ended" | "cancelled";
  /** Exact, or in steps where exact counts would tell how many have answered. */
  sent: { low: number; high: number } | number;
  /** Undefined where it would tell too much. */
  left: number | undefined;
  refused: number;
  unclear: number;
  givenUp: number;
  refusals: readonly { personId: string; fullName: string; email: string; reply: string }[];
}

interface ListProps {
  language: Language;
  path: string;
  mailings: readonly ShownMailing[];
}

/** All mailings, the latest first. */
export function MailingList(props: ListProps) {
  const texts = mailingTexts[props.language].list;
  return (
    <section>
      <h2>{texts.title}</h2>
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
  const canCancel = mailing.state === "waiting" || mailing.state === "under-way";
  const isBroken = mailing.unclear + mailing.givenUp > 0 && mailing.state === "ended";
  return (
    <>
      <h3>{name}</h3>
      <p class="soft">
        {mailing.when}
        <br />
        {mailing.subject}
      </p>
      <p>{stateOf(language, mailing).join(" ")}</p>
      {mailing.refusals.length > 0 ? <Refusals props={props} mailing={mailing} /> : null}
      {canCancel ? (
        <form method="post" action={`${path}/${mailing.id}/cancellation`}>
          <button class="quiet" type="submit" aria-label={`${texts.list.cancel}: ${name}`}>
            {texts.list.cancel}
          </button>
        </form>
      ) : null}
      {isBroken ? (
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

function stateOf(language: Language, mailing: ShownMailing): string[] {
  const texts = mailingTexts[language].list;
  const { sent, left, refused, unclear, givenUp } = mailing;
  const states = {
    waiting: texts.waiting,
    "under-way": texts.underWay,
    ended: texts.ended,
    cancelled: texts.cancelled,
  };
  const count =
    typeof sent === "number" ? formatNumber(sent, language) : texts.between(sent.low, sent.high);
  return [
    states[mailing.state],
    mailing.state === "waiting" ? "" : texts.sent(count),
    left ? texts.left(left) : "",
    refused > 0 ? texts.refused(refused) : "",
    unclear > 0 ? texts.unclear(unclear) : "",
    givenUp > 0 ? texts.givenUp(givenUp) : "",
  ].filter((words) => words !== "");
}

function Refusals({ props, mailing }: { props: ListProps; mailing: ShownMailing }) {
  const texts = mailingTexts[props.language].list;
  const people = props.path.replace(/mailings$/, "participants");
  return (
    <details>
      <summary>{`${texts.refusals}: ${mailing.refusals.length}`}</summary>
      <ul>
        {mailing.refusals.map(({ personId, fullName, email, reply }) => (
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
