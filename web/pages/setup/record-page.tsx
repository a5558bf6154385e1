import type { Child } from "hono/jsx";
import type { RecordStep } from "../../../server/domain/setup/entry-fields.ts";
import { type FrozenBecause, setupTexts } from "../../texts/setup.ts";
import { FieldRows, type FormProps, MistakeSummary } from "./form.tsx";
import { type SetupFrame, setupPath, stepPage } from "./frame.tsx";

interface RecordPageProps {
  frame: SetupFrame;
  step: RecordStep;
  form: FormProps;
  isSaved: boolean;
  /** Set where the reader may look and not change: the facts are then text. */
  readOnly?: FrozenBecause;
  children?: Child;
}

/** A step that holds one record: a form, or its facts as text. */
export function recordPage(props: RecordPageProps): string {
  const { frame, step, form, readOnly } = props;
  const texts = setupTexts[frame.language];
  return stepPage({
    frame,
    step,
    children: (
      <>
        <MistakeSummary form={form} />
        {props.isSaved ? (
          <p class="notice-box" role="status">
            {texts.saved}
          </p>
        ) : null}
        {readOnly ? (
          <Facts form={form} because={readOnly} />
        ) : (
          <form class="fields setup-form" method="post" action={setupPath(frame, step)}>
            <FieldRows form={form} />
            <button type="submit">{texts.buttons.save}</button>
          </form>
        )}
        {props.children}
      </>
    ),
  });
}

function Facts({ form, because }: { form: FormProps; because: FrozenBecause }) {
  return (
    <>
      <p class="notice-box">{setupTexts[form.language].frozen[because]}</p>
      <dl class="facts">
        {Object.keys(form.fields).map((name) => (
          <>
            <dt>{form.texts[name]?.label}</dt>
            <dd>{form.typed[name] || "–"}</dd>
          </>
        ))}
      </dl>
    </>
  );
}
