import type { Child } from "hono/jsx";
import type { EntryStep } from "../../../server/domain/setup/entry-fields.ts";
import { setupTexts } from "../../texts/setup.ts";
import { FieldRows, type FormProps, MistakeSummary } from "./form.tsx";
import { type SetupFrame, setupPath, stepPage } from "./frame.tsx";

/** One entry of a list as it is told in a line or two. */
export interface EntryLine {
  id: string;
  heading: string;
  detail: string;
}

interface EntriesProps {
  frame: SetupFrame;
  step: EntryStep;
  entries: readonly EntryLine[];
  isOrdered: boolean;
  /** Whether the organiser said that the programme does without; null where it cannot do without. */
  isNotNeeded: boolean | null;
  /** The form for a new entry, where one is added by a form. */
  form: FormProps | null;
  before?: Child;
  after?: Child;
}

/** A step that holds a list: what is there, in its order, and a form for one more. */
export function entriesPage(props: EntriesProps): string {
  const { frame, step, form, entries } = props;
  const texts = setupTexts[frame.language];
  return stepPage({
    frame,
    step,
    children: (
      <>
        {form ? <MistakeSummary form={form} /> : null}
        {props.before}
        {entries.length === 0 ? <Nothing props={props} /> : <EntryList props={props} />}
        {form ? (
          <section>
            <h2>{texts.list.addTitle}</h2>
            <form class="fields setup-form" method="post" action={setupPath(frame, step)}>
              <FieldRows form={form} />
              <button type="submit">{texts.buttons.add}</button>
            </form>
          </section>
        ) : null}
        {props.after}
      </>
    ),
  });
}

function Nothing({ props }: { props: EntriesProps }) {
  const { buttons, list, states } = setupTexts[props.frame.language];
  if (props.isNotNeeded === null) return <p>{list.none}</p>;
  const label = props.isNotNeeded ? buttons.neededAfterAll : buttons.notNeeded;
  return (
    <div class="actions">
      <p>{props.isNotNeeded ? states["not-needed"] : list.none}</p>
      <form method="post" action={`${setupPath(props.frame, props.step)}/need`}>
        <input type="hidden" name="isNeeded" value={props.isNotNeeded ? "yes" : "no"} />
        <button class="quiet" type="submit">
          {label}
        </button>
      </form>
    </div>
  );
}

function EntryList({ props }: { props: EntriesProps }) {
  const { frame, step, entries } = props;
  const texts = setupTexts[frame.language];
  return (
    <section>
      <h2>{texts.list.entries}</h2>
      <ol class="setup-entries">
        {entries.map((entry, index) => (
          <li>
            <div>
              <a href={`${setupPath(frame, step)}/${entry.id}`}>{entry.heading}</a>
              {entry.detail === "" ? null : <span class="soft detail">{entry.detail}</span>}
            </div>
            {props.isOrdered ? (
              <div class="moves">
                {index > 0 ? <Move props={props} entry={entry} direction="up" /> : null}
                {index < entries.length - 1 ? (
                  <Move props={props} entry={entry} direction="down" />
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface MoveProps {
  props: EntriesProps;
  entry: EntryLine;
  direction: "up" | "down";
}

function Move({ props, entry, direction }: MoveProps) {
  const label = setupTexts[props.frame.language].buttons[direction];
  return (
    <form method="post" action={`${setupPath(props.frame, props.step)}/${entry.id}/order`}>
      <input type="hidden" name="direction" value={direction} />
      <button class="quiet" type="submit" aria-label={`${label}: ${entry.heading}`}>
        {direction === "up" ? "↑" : "↓"}
      </button>
    </form>
  );
}

interface EntryProps {
  frame: SetupFrame;
  step: EntryStep;
  id: string;
  heading: string;
  form: FormProps;
  isSaved: boolean;
  /** Why it cannot be removed, or null where it can; `in-use` after a try that the data itself refused. */
  removal: "possible" | "in-use" | { because: string };
  before?: Child;
  after?: Child;
}

/** One entry: its form, and its removal folded away. */
export function entryPage(props: EntryProps): string {
  const { frame, step, id, form } = props;
  const texts = setupTexts[frame.language];
  const path = `${setupPath(frame, step)}/${id}`;
  return stepPage({
    frame,
    step,
    below: id,
    children: (
      <>
        <h2>{props.heading}</h2>
        <MistakeSummary form={form} />
        {props.isSaved ? (
          <p class="notice-box" role="status">
            {texts.saved}
          </p>
        ) : null}
        {props.before}
        <form class="fields setup-form" method="post" action={path}>
          <FieldRows form={form} />
          <button type="submit">{texts.buttons.save}</button>
        </form>
        {props.after}
        <Removal props={props} path={path} />
      </>
    ),
  });
}

function Removal({ props, path }: { props: EntryProps; path: string }) {
  const { list, buttons } = setupTexts[props.frame.language];
  const { removal } = props;
  if (typeof removal === "object") return <p class="soft">{removal.because}</p>;
  return (
    <details class="removal" open={removal === "in-use"}>
      <summary>{list.lastTitle}</summary>
      {removal === "in-use" ? (
        <p class="notice-box wrong" role="alert">
          {list.inUse}
        </p>
      ) : null}
      <form method="post" action={`${path}/removal`}>
        <button class="quiet" type="submit">
          {buttons.remove}
        </button>
      </form>
    </details>
  );
}
