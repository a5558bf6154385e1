import type {
  Item,
  QuestionnaireDraft,
  Section,
} from "../../../server/domain/questionnaire/document.ts";
import type { Remark } from "../../../server/domain/questionnaire/remarks.ts";
import type { RemovedKind } from "../../../server/domain/questionnaire/removal.ts";
import { inLanguage, type Text } from "../../../server/domain/text.ts";
import { formKinds } from "../../texts/questionnaires.ts";
import { textsOf } from "./form.tsx";
import { type EditorFrame, editorPath } from "./frame.tsx";

export interface OutlineProps {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  remarks: readonly Remark[];
  focus: string | undefined;
  removedKind?: RemovedKind;
}

/** The sections and their items in order, each with what can be done to it. */
export function Outline({ frame, draft, remarks, focus }: OutlineProps) {
  const texts = textsOf(frame);
  return (
    <>
      {draft.sections.length === 0 ? <p class="notice-box">{texts.editor.empty}</p> : null}
      {draft.sections.map((section, at) => (
        <SectionBlock
          frame={frame}
          draft={draft}
          section={section}
          isFirst={at === 0}
          isLast={at === draft.sections.length - 1}
          remarks={remarks}
          focus={focus}
        />
      ))}
      <p>
        <a class="button quiet" href={`${editorPath(frame)}/sections/new`}>
          {texts.section.add}
        </a>
      </p>
    </>
  );
}

interface BlockProps extends Omit<OutlineProps, "removedKind"> {
  section: Section;
  isFirst: boolean;
  isLast: boolean;
}

function SectionBlock(props: BlockProps) {
  const { frame, draft, section, isFirst, isLast, focus } = props;
  const texts = textsOf(frame);
  const items = section.items.flatMap((key) => draft.items.find((one) => one.key === key) ?? []);
  const title = inLanguage(section.title, frame.language) || section.key;
  return (
    <section class="part" id={`section-${section.key}`} aria-labelledby={`title-${section.key}`}>
      <header>
        <h2 id={`title-${section.key}`}>
          <a href={`${editorPath(frame)}/sections/${section.key}`}>{title}</a>
          <Missing frame={frame} draft={draft} texts={[section.title, section.stem]} />
        </h2>
        <p class="soft">{texts.purposes[section.purpose]}</p>
        <Tools
          frame={frame}
          focus={focus}
          of={`section ${section.key}`}
          name={title}
          isFirst={isFirst}
          isLast={isLast}
        />
      </header>
      <ol class="items">
        {items.map((item, at) => (
          <ItemLine
            {...props}
            item={item}
            isStart={isFirst && at === 0}
            isEnd={isLast && at === items.length - 1}
          />
        ))}
      </ol>
      <AddItem frame={frame} section={section} />
    </section>
  );
}

function ItemLine({
  frame,
  draft,
  section,
  item,
  remarks,
  focus,
  isStart,
  isEnd,
}: BlockProps & { item: Item; isStart: boolean; isEnd: boolean }) {
  const texts = textsOf(frame);
  const text = inLanguage(item.text, frame.language);
  const at = draft.items.indexOf(item);
  const own = remarks.filter(({ path }) => new RegExp(`^items\\[${at}\\](\\.|$)`).test(path));
  const errors = own.filter(({ level }) => level === "error").length;
  return (
    <li id={`item-${item.key}`} class={errors > 0 ? "has-errors" : undefined}>
      <div class="item-words">
        <a href={`${editorPath(frame)}/items/${item.key}`}>{text || texts.untitled}</a>
        <Missing frame={frame} draft={draft} texts={wordingsOf(item)} />
        <span class="facts-line soft">
          <b>{item.key}</b>
          {` · ${[texts.kinds[item.kind], ...marksOf(frame, draft, item)].join(" · ")}`}
        </span>
        {own.length > 0 ? (
          <span class={errors > 0 ? "remark-count wrong" : "remark-count"}>
            {texts.editor.allRemarks(own.length)}
          </span>
        ) : null}
      </div>
      <Tools
        frame={frame}
        focus={focus}
        of={`item ${item.key} ${section.key}`}
        name={`${item.key} ${text}`}
        isFirst={isStart}
        isLast={isEnd}
        canCopy
      />
    </li>
  );
}

function marksOf(frame: EditorFrame, draft: QuestionnaireDraft, item: Item): string[] {
  const texts = textsOf(frame);
  const scales = draft.scales.filter((scale) => scale.items.includes(item.key));
  const isReversed = scales.some((scale) => scale.reversed.includes(item.key));
  return [
    item.waves.map((wave) => texts.shortWaves[wave]).join(", ") || texts.editor.inNoWave,
    scales.length > 0 ? texts.editor.inScales(scales.map(({ key }) => key).join(", ")) : "",
    isReversed ? texts.scale.isReversed : "",
    item.isRequired ? texts.editor.isRequired : "",
    item.showIf ? texts.editor.hasRule : "",
  ].filter(Boolean);
}

/** Every wording of an item that participants would miss in a language. */
function wordingsOf(item: Item): (Text | undefined)[] {
  const options = "options" in item ? item.options.map(({ label }) => label) : [];
  return [item.text, item.help, ...options];
}

function Missing({
  frame,
  draft,
  texts: wordings,
}: {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  texts: readonly (Text | undefined)[];
}) {
  const said = wordings.filter((text) => text && Object.values(text).some((words) => words.trim()));
  const lacking = draft.languages.filter((language) =>
    said.some((text) => !text?.[language]?.trim()),
  );
  if (lacking.length === 0) return null;
  return (
    <span class="missing">{textsOf(frame).editor.lacks(lacking.join(", ").toUpperCase())}</span>
  );
}

interface ToolsProps {
  frame: EditorFrame;
  focus: string | undefined;
  /** What the buttons are about, as the form says it. */
  of: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
  canCopy?: boolean;
}

/** Buttons to move, copy and delete; the one pressed last has the focus again when the page comes back. */
export function Tools({ frame, focus, of, name, isFirst, isLast, canCopy }: ToolsProps) {
  const texts = textsOf(frame);
  const deeds = [
    ["up", "↑", texts.up, isFirst],
    ["down", "↓", texts.down, isLast],
    ...(canCopy ? ([["copy", undefined, texts.copy, false]] as const) : []),
    ["remove", "✕", texts.remove, false],
  ] as const;
  // At the end of the way its button is off, so the other one keeps the place.
  const turned = { up: "down", down: "up" } as Record<string, string>;
  const offNow = deeds.find(([deed, , , isOff]) => isOff && focus === toolId(deed, of))?.[0];
  const wanted = offNow ? toolId(turned[offNow]!, of) : focus;
  return (
    <span class="tools">
      {deeds.map(([deed, sign, words, isOff]) => (
        <button
          class="tool"
          type="submit"
          form="structure"
          name="do"
          value={`${deed} ${of}`}
          id={toolId(deed, of)}
          aria-label={`${words}: ${name}`}
          title={words}
          disabled={isOff}
          autofocus={wanted === toolId(deed, of)}
        >
          {sign ?? <CopySign />}
        </button>
      ))}
    </span>
  );
}

/** Drawn, as few fonts have a sign for it. */
function CopySign() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <rect x="2" y="2" width="11" height="11" rx="2" />
      <path d="M7 13v3a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-3" />
    </svg>
  );
}

export function toolId(deed: string, of: string): string {
  return `${deed}-${of.replace(/ /g, "-")}`;
}

function AddItem({ frame, section }: { frame: EditorFrame; section: Section }) {
  const texts = textsOf(frame);
  const id = `kind-${section.key}`;
  return (
    <form class="add-item fields in-row" method="get" action={`${editorPath(frame)}/items/new`}>
      <input type="hidden" name="section" value={section.key} />
      <label class="visually-hidden" for={id}>
        {texts.item.kind}
      </label>
      <select id={id} name="kind">
        {formKinds.map((kind) => (
          <option value={kind}>{texts.kinds[kind]}</option>
        ))}
      </select>
      <button class="quiet" type="submit">
        {texts.item.add}
      </button>
      <a
        href={`${editorPath(frame)}/statements/new?section=${section.key}`}
        aria-label={`${texts.parts.addStatements}: ${inLanguage(section.title, frame.language) || section.key}`}
      >
        {texts.parts.addStatements}
      </a>
    </form>
  );
}
