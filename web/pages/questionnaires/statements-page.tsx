import { wavesOf } from "../../../server/domain/questionnaire/draft.ts";
import {
  newScale,
  ratingScales,
} from "../../../server/domain/questionnaire/forms/statement-lines.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { Select, Tick, textsOf, Wording } from "./form.tsx";
import { editorDocument } from "./frame.tsx";
import { answerSetChoices } from "./item-page.tsx";
import { PartForm, type PartPageProps } from "./part-pages.tsx";

const shownLines = 12;

/** A list of statements, pasted: what they share is chosen once. */
export function statementsPage(props: PartPageProps): string {
  const { frame, view, draft } = props;
  const texts = textsOf(view);
  const words = texts.parts.statements;
  const place = "/statements/new";
  const sections = draft.sections.map(
    (section) => [section.key, inLanguage(section.title, view.language) || section.key] as const,
  );
  const scales = ratingScales(draft).map(
    ({ key, title }) => [key, `${key}: ${inLanguage(title, view.language)}`] as const,
  );
  const sets = answerSetChoices(view, draft);
  return editorDocument(
    frame,
    { title: words.title, place },
    <>
      <p class="soft">{words.lead}</p>
      <PartForm props={props} place={place}>
        <Wording
          view={view}
          name="lines"
          label={words.lines}
          hint={view.languages.length > 1 ? words.linesHint : undefined}
          rows={shownLines}
        />
        <Select
          view={view}
          name="answerSet"
          label={texts.item.answerSet}
          hint={sets.length === 0 ? texts.item.noAnswerSet : undefined}
          choices={[["", texts.item.choose], ...sets]}
        />
        <fieldset class="ticks" id="wave">
          <legend>{texts.item.waves}</legend>
          {wavesOf(draft).map((wave) => (
            <Tick view={view} name="wave" value={wave} label={texts.waves[wave]} />
          ))}
        </fieldset>
        <Select view={view} name="section" label={texts.item.section} choices={sections} />
        <Select
          view={view}
          name="scale"
          label={words.scale}
          hint={words.scaleHint}
          choices={[["", words.noScale], [newScale, words.newScale], ...scales]}
        />
      </PartForm>
    </>,
  );
}
