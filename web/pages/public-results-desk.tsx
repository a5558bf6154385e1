import type { Language, Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { formatMoment } from "../texts/numbers.ts";
import { publicResultsTexts } from "../texts/public-results.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

interface DeskProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; timeZone: string };
  /** The number of the newest release; null while there is none. */
  newest: number | null;
  open: { releaseNumber: number; since: Date } | null;
  /** Where everybody finds the page. */
  address: string;
  fragment: { html: string; text: string } | null;
}

/** Where an organiser opens the public page, closes it again, and copies its words for their own site. */
export function publicResultsDeskPage(props: DeskProps): string {
  const { language, programme, newest } = props;
  const texts = publicResultsTexts[language].desk;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="public-results"
    >
      <p>{texts.lead}</p>
      {newest === null ? (
        <p class="notice-box">{texts.noRelease}</p>
      ) : (
        <OpenOrClosed props={props} newest={newest} />
      )}
      {props.fragment ? <Fragments props={props} fragment={props.fragment} /> : null}
    </ProgrammePage>,
  );
}

function OpenOrClosed({ props, newest }: { props: DeskProps; newest: number }) {
  const { language, programme, open, address } = props;
  const texts = publicResultsTexts[language].desk;
  const base = `/programmes/${programme.slug}/public-results`;
  const isBehind = open !== null && open.releaseNumber < newest;
  return (
    <section>
      {open ? (
        <p class="notice-box">
          {texts.isOpen(formatMoment(open.since, language, programme.timeZone))}
          <br />
          {`${texts.address}: `}
          <a href={`/r/${programme.slug}`}>{address}</a>
        </p>
      ) : (
        <p class="notice-box">{texts.isClosed}</p>
      )}
      {isBehind ? <p>{texts.newer(open.releaseNumber, newest)}</p> : null}
      <div class="actions">
        <a class="button quiet" href={`${base}/preview`}>
          {texts.preview}
        </a>
        {open === null || isBehind ? (
          <form method="post" action={base}>
            <button type="submit">{open === null ? texts.open : texts.openNewer}</button>
          </form>
        ) : null}
        {open ? (
          <form method="post" action={`${base}/withdrawal`}>
            <button class="quiet" type="submit">
              {texts.close}
            </button>
          </form>
        ) : null}
      </div>
    </section>
  );
}

function Fragments({
  props,
  fragment,
}: {
  props: DeskProps;
  fragment: { html: string; text: string };
}) {
  const texts = publicResultsTexts[props.language].desk;
  const fields = [
    { id: "fragment-html", label: texts.fragmentHtml, value: fragment.html },
    { id: "fragment-text", label: texts.fragmentText, value: fragment.text },
  ];
  return (
    <section class="fields">
      <h2>{texts.fragmentTitle}</h2>
      <p>{texts.fragmentLead}</p>
      {fields.map(({ id, label, value }) => (
        <p>
          <label for={id}>{label}</label>
          <textarea id={id} rows={8} readonly>
            {value}
          </textarea>
        </p>
      ))}
    </section>
  );
}
