import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind, WaveKind } from "../../../server/domain/words.ts";
import { attendanceTexts, type Lacking } from "../../texts/attendance.ts";
import { formatPercent } from "../../texts/numbers.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { LocalityNav, type ShownMark } from "./attendance.tsx";

interface CompletionRow {
  enrolmentId: string;
  fullName: string;
  marks: readonly ShownMark[];
  present: number;
  meant: number;
  /** Of one, of the hours meant for the person, cut to whole percents. */
  share: number;
  hasCard: boolean;
  hasCertificate: boolean;
  /** For each wave that is told of. */
  handedIn: readonly HandedIn[];
}

/** Somebody without a card cannot have handed a sheet in. */
type HandedIn = "handed-in" | "not-yet" | "no-card";

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  localities: readonly { key: string; nominative: string }[];
  locality: { key: string; nominative: string };
  sessions: readonly { title: Text; group: string | null; heldOn: string }[];
  rows: readonly CompletionRow[];
  lacking: Lacking | "all";
  /** The waves whose notice says that the organiser sees who has handed a sheet in. */
  wavesTold: readonly WaveKind[];
  /** Only where cards are noted against names. */
  knowsCards: boolean;
  canWrite: boolean;
  isNobodyChosen: boolean;
}

/** Person by session, card and certificate; those who lack something can be chosen and helped at once. */
export function completionPage(props: PageProps): string {
  const { language, locality } = props;
  const texts = attendanceTexts[language];
  const home = `/programmes/${props.programme.slug}`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={texts.completion.title}
      place="completion"
    >
      {props.isNobodyChosen ? (
        <p class="notice-box wrong" role="alert">
          {texts.completion.nobodyChosen}
        </p>
      ) : null}
      <p>{texts.completion.lead}</p>
      <p class="soft">
        {props.wavesTold.length > 0 ? texts.completion.answersTold : texts.completion.noAnswers}
      </p>
      {props.knowsCards ? null : <p class="soft">{texts.completion.noRecord}</p>}
      <LocalityNav path={`${home}/completion`} label={texts.localities} {...props} />
      <LackingNav props={props} />
      {props.rows.length === 0 ? (
        <p>{texts.completion.none}</p>
      ) : (
        <form method="post" action={`${home}/localities/${locality.key}/cards`}>
          <Matrix props={props} />
          <p class="soft">{texts.completion.legend}</p>
          {props.knowsCards ? (
            <p class="soft" id="print-hint">
              {texts.completion.printHint}
            </p>
          ) : null}
          <p class="actions">
            {props.knowsCards ? (
              <button type="submit" aria-describedby="print-hint">
                {texts.completion.printCards}
              </button>
            ) : null}
            {props.canWrite ? (
              <button class="quiet" type="submit" formaction={`${home}/mailings/chosen`}>
                {texts.completion.write}
              </button>
            ) : null}
          </p>
        </form>
      )}
    </ProgrammePage>,
  );
}

function LackingNav({ props }: { props: PageProps }) {
  const { show, lacking } = attendanceTexts[props.language].completion;
  const choices = ["all", "card", "certificate", "attendance"] as const;
  const offered = choices.filter((choice) => choice !== "card" || props.knowsCards);
  const address = (choice: string) =>
    `/programmes/${props.programme.slug}/completion?locality=${props.locality.key}&lacking=${choice}`;
  return (
    <nav class="tabs" aria-label={show}>
      <span>{`${show}:`}</span>
      {offered.map((choice) => (
        <a href={address(choice)} aria-current={choice === props.lacking ? "page" : undefined}>
          {lacking[choice]}
        </a>
      ))}
    </nav>
  );
}

function Matrix({ props }: { props: PageProps }) {
  const { language } = props;
  const texts = attendanceTexts[language];
  const { columns } = texts.completion;
  return (
    <section class="table-box" aria-label={texts.completion.title} tabindex={0}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{columns.person}</th>
            <th scope="col">{columns.choose}</th>
            {props.knowsCards ? <th scope="col">{columns.card}</th> : null}
            <th scope="col">{columns.certificate}</th>
            {props.wavesTold.map((kind) => (
              <th scope="col" class="wrapping">
                {texts.completion.waves[kind]}
              </th>
            ))}
            <th scope="col">{columns.attended}</th>
            {props.sessions.map(({ title, group, heldOn }) => (
              <th scope="col">
                {heldOn}
                <span class="soft hint">{texts.session(inLanguage(title, language), group)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row props={props} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ props, row }: { props: PageProps; row: CompletionRow }) {
  const { language } = props;
  const texts = attendanceTexts[language].completion;
  const has = (isSo: boolean) => (isSo ? texts.has : <strong>{texts.hasNot}</strong>);
  return (
    <tr>
      <th scope="row">{row.fullName}</th>
      <td>
        <label class="box">
          <input
            type="checkbox"
            name="enrolment"
            value={row.enrolmentId}
            checked={props.lacking !== "all"}
            aria-label={texts.choose(row.fullName)}
          />
        </label>
      </td>
      {props.knowsCards ? <td>{has(row.hasCard)}</td> : null}
      <td>{has(row.hasCertificate)}</td>
      {row.handedIn.map((state) => (
        <td>
          {state === "not-yet" ? <strong>{texts.sheets[state]}</strong> : texts.sheets[state]}
        </td>
      ))}
      <td>{texts.attended(row.present, row.meant, formatPercent(row.share, language))}</td>
      {row.marks.map((mark) => (
        <td class="sign">
          <Sign mark={mark} language={language} />
        </td>
      ))}
    </tr>
  );
}

function Sign({ mark, language }: { mark: ShownMark; language: Language }) {
  const texts = attendanceTexts[language].completion;
  const told = {
    present: ["✓", texts.there],
    absent: ["–", texts.notThere],
    unmarked: ["·", texts.unknown],
  } as const;
  const [sign, words] = mark ? told[mark] : (["·", texts.notMeant] as const);
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{words}</span>
    </>
  );
}
