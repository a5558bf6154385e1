import type { Language, Text } from "../../server/domain/text.ts";
import type { IdentityMode, ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import { formatMoment } from "../texts/numbers.ts";
import { type PairingTexts, pairingTexts } from "../texts/pairing.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

/** A later code, and the earlier ones that it may belong to. */
export interface OpenMatchProps {
  wave: WaveKind;
  locality: string;
  candidates: readonly { name: string; differsIn: readonly number[] }[];
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: {
    slug: string;
    title: Text;
    kind: ProgrammeKind;
    identityMode: IdentityMode;
    timeZone: string;
  };
  counts: readonly { wave: WaveKind; locality: string; earlier: number; later: number }[];
  open: readonly OpenMatchProps[];
  /** "not-yet" while somebody can still answer somewhere. */
  end: { state: "not-yet" | "possible" } | { state: "ended"; at: Date };
  mustConfirm?: boolean;
}

/** Where an organiser decides whether two self-made codes are one person's, and sees when all traces of them go. */
export function pairingPage(props: PageProps): string {
  const { language, programme } = props;
  const texts = pairingTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="pairing"
    >
      {programme.identityMode === "self-made" ? (
        <Matching props={props} texts={texts} />
      ) : (
        <p>{texts.notHere}</p>
      )}
    </ProgrammePage>,
  );
}

interface PartProps {
  props: PageProps;
  texts: PairingTexts;
}

function Matching({ props, texts }: PartProps) {
  const { end, language, programme } = props;
  if (end.state === "ended") {
    return (
      <p class="notice-box">{texts.ended(formatMoment(end.at, language, programme.timeZone))}</p>
    );
  }
  return (
    <>
      <p>{texts.lead}</p>
      <p class="notice-box">{texts.seesNothing}</p>
      <h2>{texts.openTitle}</h2>
      <Open props={props} texts={texts} />
      <h2>{texts.countsTitle}</h2>
      <Counts props={props} texts={texts} />
      <h2>{texts.endTitle}</h2>
      {end.state === "possible" ? <End props={props} texts={texts} /> : <p>{texts.endsByItself}</p>}
    </>
  );
}

function Open({ props, texts }: PartProps) {
  if (props.open.length === 0) return <p>{texts.nothingOpen}</p>;
  return (
    <>
      <p>{texts.openLead}</p>
      {props.open.map((match, index) => (
        <section class="match">
          <h3>{texts.codeAfter(index + 1, match.locality, texts.waves[match.wave])}</h3>
          <ul>
            {match.candidates.map((candidate, at) => (
              <li>
                <Choice
                  props={props}
                  texts={texts}
                  candidate={candidate}
                  about={`${index + 1}–${at + 1}`}
                  number={at + 1}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Choice({
  props,
  texts,
  candidate,
  about,
  number,
}: PartProps & {
  candidate: OpenMatchProps["candidates"][number];
  about: string;
  number: number;
}) {
  const differing = candidate.differsIn.map((place) => texts.elements[place - 1]).join(texts.or);
  const path = `/programmes/${props.programme.slug}/pairing/${candidate.name}`;
  return (
    <form method="post" action={path} class="in-row">
      <p>
        <strong>{texts.codeBefore(number)}</strong>
        <br />
        {differing ? `${texts.differsIn} ${differing}` : texts.agreesWholly}
      </p>
      <button
        class="quiet"
        type="submit"
        name="is"
        value="same"
        aria-label={`${texts.same} (${about})`}
      >
        {texts.same}
      </button>
      <button
        class="quiet"
        type="submit"
        name="is"
        value="apart"
        aria-label={`${texts.apart} (${about})`}
      >
        {texts.apart}
      </button>
    </form>
  );
}

function Counts({ props, texts }: PartProps) {
  if (props.counts.length === 0) return <p>{texts.nothingYet}</p>;
  return (
    <section class="table-box" aria-label={texts.countsCaption} tabindex={0}>
      <table>
        <caption class="visually-hidden">{texts.countsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.locality}</th>
            <th scope="col">{texts.wave}</th>
            <th scope="col">{texts.earlierAlone}</th>
            <th scope="col">{texts.laterAlone}</th>
          </tr>
        </thead>
        <tbody>
          {props.counts.map((count) => (
            <tr>
              <th scope="row">{count.locality}</th>
              <td>{texts.waves[count.wave]}</td>
              <td>{count.earlier}</td>
              <td>{count.later}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function End({ props, texts }: PartProps) {
  const { mustConfirm } = props;
  return (
    <form method="post" action={`/programmes/${props.programme.slug}/pairing/end`} class="fields">
      <p>{texts.endLead}</p>
      {mustConfirm ? (
        <p class="mistake" id="confirm-mistake" role="alert">
          {texts.endMustConfirm}
        </p>
      ) : null}
      <label>
        <input
          type="checkbox"
          name="confirm"
          value="yes"
          aria-invalid={mustConfirm ? "true" : undefined}
          aria-describedby={mustConfirm ? "confirm-mistake" : undefined}
        />
        <span>{texts.endConfirm}</span>
      </label>
      <button type="submit">{texts.end}</button>
    </form>
  );
}
