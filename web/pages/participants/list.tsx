import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { formatDay, formatNumber } from "../../texts/numbers.ts";
import { type ParticipantTexts, participantTexts } from "../../texts/participants.ts";
import { returnedTexts } from "../../texts/returned-letters.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { DoneNotice } from "./fields.tsx";
import { Pages, SearchForm, type SearchProps } from "./list-search.tsx";

interface ListedParticipant {
  personId: string;
  fullName: string;
  organisation: string;
  email: string;
  phone: string;
  isContactShared: boolean;
  /** Letters to the address come back. */
  isReturned: boolean;
  locality: string;
  group: string | null;
  sector: Text | null;
  role: keyof ParticipantTexts["roles"];
  withdrawnOn: string | null;
}

interface CountedPeople {
  locality: string | null;
  involved: number;
  cycleParticipants: number;
  certified: number;
}

interface PageProps extends SearchProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  counts: { localities: readonly CountedPeople[]; whole: CountedPeople };
  found: { enrolments: number; people: number };
  participants: readonly ListedParticipant[];
  page: number;
  pages: number;
  isNarrowed: boolean;
  notice?: string;
}

/** The list of participants: how many, who, and the ways to add to it. */
export function participantsPage(props: PageProps): string {
  const { language } = props;
  const texts = participantTexts[language];
  const home = `/programmes/${props.programme.slug}`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={props.programme}
      title={texts.title}
      place="participants"
    >
      {props.notice ? <DoneNotice>{props.notice}</DoneNotice> : null}
      <p>{texts.lead}</p>
      <p class="actions">
        <a class="button" href={`${home}/participants/import`}>
          {texts.links.import}
        </a>
        <a class="button quiet" href={`${home}/participants/new`}>
          {texts.links.add}
        </a>
        <a href={`${home}/participants/duplicates`}>{texts.links.duplicates}</a>
        <a href={`${home}/attendance`}>{texts.links.attendance}</a>
        <a href={`${home}/completion`}>{texts.links.completion}</a>
      </p>
      <Counts props={props} />
      <h2 id="list">{texts.search.title}</h2>
      <SearchForm props={props} />
      <Found props={props} />
    </ProgrammePage>,
  );
}

function Counts({ props }: { props: PageProps }) {
  const { language, counts } = props;
  const texts = participantTexts[language].counts;
  const { whole } = counts;
  const columns = ["involved", "cycleParticipants", "certified"] as const;
  const sum = (column: (typeof columns)[number]) =>
    counts.localities.reduce((total, row) => total + row[column], 0);
  const isMore = columns.some((column) => sum(column) > whole[column]);
  const cells = (row: CountedPeople) =>
    columns.map((column) => <td class="number">{formatNumber(row[column], language)}</td>);
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.sentence(whole.involved, whole.certified)}</p>
      <details>
        <summary>{texts.byLocality}</summary>
        <section class="table-box" aria-label={texts.title} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.columns.locality}</th>
                {columns.map((column) => (
                  <th scope="col" class="number wrapping">
                    {texts.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.localities.map((row) => (
                <tr>
                  <th scope="row">{row.locality}</th>
                  {cells(row)}
                </tr>
              ))}
              <tr class="total">
                <th scope="row">{texts.whole}</th>
                {cells(whole)}
              </tr>
            </tbody>
          </table>
        </section>
        {isMore ? <p>{texts.moreThanWhole}</p> : null}
        <p class="soft">{texts.definition}</p>
      </details>
    </section>
  );
}

function Found({ props }: { props: PageProps }) {
  const texts = participantTexts[props.language];
  const path = `/programmes/${props.programme.slug}/participants`;
  if (props.found.enrolments === 0) {
    return (
      <p role="status">
        {props.isNarrowed ? texts.search.none : texts.search.empty}{" "}
        {props.isNarrowed ? <a href={path}>{texts.search.all}</a> : null}
      </p>
    );
  }
  return (
    <>
      <p role="status">
        {texts.search.found(props.found.enrolments, props.found.people)}{" "}
        {props.isNarrowed ? <a href={path}>{texts.search.all}</a> : null}
      </p>
      <ParticipantTable props={props} />
      <Pages props={props} />
    </>
  );
}

function ParticipantTable({ props }: { props: PageProps }) {
  const { language, participants } = props;
  const texts = participantTexts[language];
  const { columns } = texts.list;
  const path = `/programmes/${props.programme.slug}/participants`;
  return (
    <section class="table-box" aria-label={texts.title} tabindex={0}>
      <table class="stacked">
        <thead>
          <tr>
            {[columns.person, columns.locality, columns.sector, columns.role, columns.contact].map(
              (title) => (
                <th scope="col">{title}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {participants.map((row) => (
            <tr>
              <th scope="row">
                <a href={`${path}/${row.personId}`}>{row.fullName}</a>
                {row.organisation ? <span class="soft hint">{row.organisation}</span> : null}
              </th>
              <td>{row.group ? `${row.locality}, ${row.group}` : row.locality}</td>
              <td>{row.sector ? inLanguage(row.sector, language) : null}</td>
              <td>
                {texts.roles[row.role]}
                {row.withdrawnOn ? (
                  <span class="soft hint">
                    {texts.list.withdrawn(formatDay(row.withdrawnOn, language))}
                  </span>
                ) : null}
              </td>
              <td class="contact">
                {row.email}
                {row.isContactShared && row.email ? (
                  <span class="soft hint">{texts.list.shared}</span>
                ) : null}
                {row.isReturned ? (
                  <strong class="hint">{returnedTexts[language].listed}</strong>
                ) : null}
                {row.phone ? <span class="hint">{row.phone}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
