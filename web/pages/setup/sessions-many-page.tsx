import type { Typed } from "../../../server/domain/setup/field.ts";
import { setupTexts } from "../../texts/setup.ts";
import { Wrong } from "./extras.tsx";
import type { Option } from "./form.tsx";
import { type SetupFrame, setupPath, stepPage } from "./frame.tsx";

interface ManyProps {
  frame: SetupFrame;
  localities: readonly Option[];
  choices: Readonly<Record<"topicId" | "methodId", readonly Option[]>>;
  ticked: readonly string[];
  typed: Typed;
  mistakes: readonly string[];
}

/** A whole timetable at once: where, and one session a line. */
export function sessionsManyPage(props: ManyProps): string {
  const { frame, localities, typed } = props;
  const texts = setupTexts[frame.language];
  const many = texts.sessions;
  return stepPage({
    frame,
    step: "sessions",
    below: "many",
    children: (
      <>
        <h2>{many.manyTitle}</h2>
        <p>{many.manyLead}</p>
        <Wrong words={props.mistakes} />
        <form class="fields setup-form" method="post" action={setupPath(frame, "sessions/many")}>
          <fieldset class="setup-radios">
            <legend>{many.where}</legend>
            {localities.map(({ value, label }) => (
              <label class="setup-tick">
                <input
                  type="checkbox"
                  name="localityIds"
                  value={value}
                  checked={props.ticked.includes(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          {(["topicId", "methodId"] as const).map((name) => (
            <p>
              <label for={name}>{texts.fields.sessions[name].label}</label>
              <select id={name} name={name}>
                <option value="">{texts.noChoice}</option>
                {props.choices[name].map(({ value, label }) => (
                  <option value={value} selected={typed[name] === value}>
                    {label}
                  </option>
                ))}
              </select>
            </p>
          ))}
          <p>
            <label for="lines">{many.lines}</label>
            <span id="lines-hint" class="soft hint">
              {many.linesHint}
              <br />
              {many.example}
            </span>
            <textarea id="lines" name="lines" rows={8} aria-describedby="lines-hint">
              {typed.lines ?? ""}
            </textarea>
          </p>
          <button type="submit">{many.add}</button>
        </form>
      </>
    ),
  });
}
