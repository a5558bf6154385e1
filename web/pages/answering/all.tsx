import type { Part } from "../../../server/domain/questionnaire/parts.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { type FormState, textsOf } from "./field.tsx";
import { type AnsweringFrame, AnsweringPage, formId, wholePage } from "./frame.tsx";
import { Items } from "./items.tsx";
import {
  Introduction,
  NoticeBefore,
  type NoticeProps,
  StatementMistakes,
  Statements,
} from "./notice.tsx";
import { Conflict, Mistakes } from "./part.tsx";

/** The whole questionnaire on one page, for wide screens, quick hands and printers. */
export interface AllPageProps {
  frame: AnsweringFrame;
  state: FormState;
  parts: readonly Part[];
  notice: NoticeProps;
  /** Once begun, what was agreed to is settled and not asked again. */
  hasBegun: boolean;
  seen?: string;
  conflict?: "shown" | "hidden";
  /** A copy for the device to keep, without anybody's answers. */
  isBlank?: boolean;
}

export function allPage({
  frame,
  state,
  parts,
  notice,
  hasBegun,
  seen,
  conflict,
  isBlank,
}: AllPageProps): string {
  const texts = textsOf(state);
  const title = inLanguage(notice.wave?.title ?? {}, state.language);
  const hasMistakes = state.mistakes.length + notice.missing.length > 0;
  return wholePage(
    <AnsweringPage frame={{ ...frame, title, formId, isStarted: true, hasMistakes }}>
      <Conflict state={state} conflict={conflict} />
      <StatementMistakes props={notice} />
      <Mistakes state={state} items={parts.flatMap((part) => part.items)} />
      <h1>{title}</h1>
      <Introduction props={notice} />
      {hasBegun ? null : <NoticeBefore props={notice} />}
      <form
        id={formId}
        method="post"
        action="/a/all"
        novalidate
        autocomplete="off"
        data-blank={isBlank ? "" : undefined}
      >
        {seen === undefined ? null : <input type="hidden" name="_seen" value={seen} />}
        {hasBegun ? null : <Statements props={notice} />}
        {parts.map((part) => (
          <section aria-labelledby={`part-${part.section.key}`}>
            <h2 id={`part-${part.section.key}`}>
              {inLanguage(part.section.title, state.language)}
            </h2>
            {part.section.stem ? (
              <p class="stem">{inLanguage(part.section.stem, state.language)}</p>
            ) : null}
            <Items state={state} items={part.items} />
          </section>
        ))}
        <div class="buttons">
          <button type="submit" name="_go" value="next">
            {texts.buttons.submit}
          </button>
        </div>
      </form>
    </AnsweringPage>,
  );
}
