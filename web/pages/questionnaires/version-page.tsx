import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { wavesOf } from "../../../server/domain/questionnaire/draft.ts";
import { partsOf } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { textsOf } from "./form.tsx";
import { Done, type EditorFrame, editorDocument, editorPath, listPath } from "./frame.tsx";

export interface VersionPageProps {
  frame: EditorFrame;
  version: {
    number: number;
    document: QuestionnaireDocument;
    contentHash: string;
    publishedAt: Date;
    equivalentItems: Record<string, string>;
  };
  /** The waves that ask by this version, and whether the programme has any wave yet. */
  waves: readonly WaveKind[];
  hasWaves: boolean;
  hasDraft: boolean;
  done: string | undefined;
}

/** A published version: what it asks, its hash, and which of its items may be compared with the version before. */
export function versionPage(props: VersionPageProps): string {
  const { frame, version } = props;
  const all = textsOf(frame);
  const texts = all.version;
  const moment = formatMoment(version.publishedAt, frame.language, frame.programme.timeZone);
  const place = `/versions/${version.number}`;
  const used = props.waves.map((wave) => all.waves[wave]).join(", ");
  return editorDocument(
    frame,
    { title: texts.title(version.number), place },
    <>
      <Done words={props.done} />
      <dl class="facts">
        <dt>{texts.published}</dt>
        <dd>{moment}</dd>
        <dt>{texts.usedIn}</dt>
        <dd>{used || "–"}</dd>
        <dt>{texts.hash}</dt>
        <dd class="hash">{version.contentHash}</dd>
      </dl>
      <div class="actions">
        <a class="button" href={`${editorPath(frame)}${place}/preview`}>
          {all.editor.preview}
        </a>
        {props.hasDraft ? (
          <a href={editorPath(frame)}>{all.list.draft}</a>
        ) : (
          <form method="post" action={`${editorPath(frame)}/draft`}>
            <button class="quiet" type="submit">
              {all.list.newDraft}
            </button>
          </form>
        )}
        <a href={`${editorPath(frame)}/export`}>{all.list.toElsewhere}</a>
        {props.hasWaves ? (
          <a href={`${listPath(frame)}#waves`}>{texts.assign}</a>
        ) : (
          <a href={`/programmes/${frame.programme.slug}/setup/waves`}>{texts.setDates}</a>
        )}
      </div>
      {version.number > 1 ? <Comparable {...props} /> : null}
      {wavesOf(version.document).map((wave) => (
        <Asked frame={frame} document={version.document} wave={wave} />
      ))}
    </>,
  );
}

function Comparable({ frame, version }: VersionPageProps) {
  const texts = textsOf(frame).version;
  const { equivalentItems, document, number } = version;
  const asked = document.items.filter(({ kind }) => kind !== "information");
  const others = asked.filter(({ key }) => !(key in equivalentItems)).map(({ key }) => key);
  return (
    <>
      <h2>{texts.comparable(number - 1)}</h2>
      <p>{texts.comparableLead(asked.length - others.length, asked.length)}</p>
      {others.length > 0 ? <p>{texts.notComparable(others.join(", "))}</p> : null}
    </>
  );
}

function Asked({
  frame,
  document,
  wave,
}: {
  frame: EditorFrame;
  document: QuestionnaireDocument;
  wave: WaveKind;
}) {
  const texts = textsOf(frame);
  return (
    <details>
      <summary>{texts.version.asked(texts.waves[wave])}</summary>
      {partsOf(document, { wave, isNewcomer: true }).map(({ section, items }) => (
        <>
          <h3>{inLanguage(section.title, frame.language)}</h3>
          <ol>
            {items.map((item) => (
              <li>
                {inLanguage(item.text, frame.language)}
                <span class="soft">{` (${item.key})`}</span>
              </li>
            ))}
          </ol>
        </>
      ))}
    </details>
  );
}
