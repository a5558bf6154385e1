import type { Typed } from "../../../server/domain/setup/field.ts";
import { setupTexts } from "../../texts/setup.ts";
import { Note } from "./extras.tsx";
import { type SetupFrame, setupPath } from "./frame.tsx";

interface DecisionsProps {
  frame: SetupFrame;
  criterionId: string;
  localities: readonly { id: string; name: string }[];
  typed: Typed;
  /** Localities whose decision lacks its day. */
  mistakes: readonly string[];
}

/** What was decided about each locality by one criterion. */
export function Decisions(props: DecisionsProps) {
  const { frame, criterionId, localities } = props;
  const texts = setupTexts[frame.language];
  if (localities.length === 0) return <Note text={texts.criteria.noLocalities} />;
  return (
    <section>
      <h2>{texts.criteria.decisions}</h2>
      <form
        class="fields setup-form"
        method="post"
        action={setupPath(frame, `criteria/${criterionId}/decisions`)}
      >
        {localities.map((locality) => (
          <DecisionFields props={props} locality={locality} />
        ))}
        <button type="submit">{texts.buttons.save}</button>
      </form>
    </section>
  );
}

function DecisionFields({
  props,
  locality: { id, name },
}: {
  props: DecisionsProps;
  locality: { id: string; name: string };
}) {
  const { criteria } = setupTexts[props.frame.language];
  const { typed } = props;
  const isWrong = props.mistakes.includes(id);
  const met = typed[`met-${id}`] ?? "open";
  return (
    <fieldset class="in-row">
      <legend>{name}</legend>
      <div>
        <label for={`met-${id}`}>{criteria.question}</label>
        <select id={`met-${id}`} name={`met-${id}`}>
          {(["open", "yes", "no"] as const).map((value) => (
            <option value={value} selected={value === met}>
              {criteria.met[value]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={`decidedOn-${id}`}>{criteria.decidedOn}</label>
        <input
          type="date"
          id={`decidedOn-${id}`}
          name={`decidedOn-${id}`}
          value={typed[`decidedOn-${id}`] ?? ""}
          aria-invalid={isWrong ? "true" : undefined}
          aria-describedby={isWrong ? `decidedOn-${id}-mistake` : undefined}
        />
        {isWrong ? (
          <span id={`decidedOn-${id}-mistake`} class="mistake">
            {criteria.dayMissing}
          </span>
        ) : null}
      </div>
      <div class="grow">
        <label for={`evidence-${id}`}>{criteria.evidence}</label>
        <input
          class="wide"
          id={`evidence-${id}`}
          name={`evidence-${id}`}
          value={typed[`evidence-${id}`] ?? ""}
          autocomplete="off"
        />
      </div>
    </fieldset>
  );
}
