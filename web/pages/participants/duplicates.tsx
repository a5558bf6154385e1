import type { Language, Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { type ParticipantTexts, participantTexts } from "../../texts/participants.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { DoneNotice } from "./fields.tsx";

export interface LookAlike {
  id: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  localities: readonly string[];
}

export interface LookAlikePair {
  one: LookAlike;
  other: LookAlike;
  reason: keyof ParticipantTexts["duplicates"]["reasons"];
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  pairs: readonly LookAlikePair[];
  /** How many more there are than are shown. */
  more: number;
  notice?: string;
}

/** Records that look like one person's, for a person to decide. */
export function duplicatesPage(props: PageProps): string {
  const { language } = props;
  const texts = participantTexts[language];
  const path = `/programmes/${props.programme.slug}/participants`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={texts.duplicates.title}
      place="participants/duplicates"
    >
      {props.notice ? <DoneNotice>{props.notice}</DoneNotice> : null}
      <p>{texts.duplicates.lead}</p>
      <p>{texts.duplicates.keptExplained}</p>
      {props.pairs.length === 0 ? (
        <p>{texts.duplicates.none}</p>
      ) : (
        <p>{texts.duplicates.count(props.pairs.length + props.more)}</p>
      )}
      {props.pairs.map((pair) => (
        <PairBox texts={texts} path={path} pair={pair} />
      ))}
      {props.more > 0 ? <p class="soft">{texts.duplicates.more(props.more)}</p> : null}
      <p>
        <a href={path}>{texts.links.back}</a>
      </p>
    </ProgrammePage>,
  );
}

function PairBox(props: { texts: ParticipantTexts; path: string; pair: LookAlikePair }) {
  const { texts, path, pair } = props;
  const { one, other, reason } = pair;
  const hidden = (kept: LookAlike, gone: LookAlike) => (
    <form method="post" action={`${path}/merges`}>
      <input type="hidden" name="kept" value={kept.id} />
      <input type="hidden" name="gone" value={gone.id} />
      <button class="quiet" type="submit">
        {texts.duplicates.keep(nameOf(kept, gone))}
      </button>
    </form>
  );
  return (
    <section class="pair-box" aria-label={texts.duplicates.pair(one.fullName, other.fullName)}>
      <p class="soft">{texts.duplicates.reasons[reason]}</p>
      <div class="pair">
        <Record texts={texts} path={path} person={one} />
        <Record texts={texts} path={path} person={other} />
      </div>
      <div class="actions">
        {hidden(one, other)}
        {hidden(other, one)}
        <form method="post" action={`${path}/distinctions`}>
          <input type="hidden" name="one" value={one.id} />
          <input type="hidden" name="other" value={other.id} />
          <button class="quiet" type="submit">
            {texts.duplicates.distinct}
          </button>
        </form>
      </div>
    </section>
  );
}

/** Two buttons that read alike would not say which is which. */
function nameOf(person: LookAlike, other: LookAlike): string {
  if (person.fullName !== other.fullName) return person.fullName;
  const told = person.organisation || person.localities.join(", ") || person.email;
  const othersTold = other.organisation || other.localities.join(", ") || other.email;
  return told && told !== othersTold ? `${person.fullName} (${told})` : person.fullName;
}

function Record(props: { texts: ParticipantTexts; path: string; person: LookAlike }) {
  const { texts, person } = props;
  const facts = [
    [texts.fields.organisation, person.organisation],
    [texts.fields.locality, person.localities.join(", ")],
    [texts.fields.email, person.email],
    [texts.fields.phone, person.phone],
  ].filter(([, value]) => value !== "");
  return (
    <div>
      <h2>
        <a href={`${props.path}/${person.id}`}>{person.fullName}</a>
      </h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </div>
  );
}
