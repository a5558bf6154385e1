import type { Child } from "hono/jsx";

interface FieldProps {
  /** Also the field's id on the page, unless another is given. */
  name: string;
  id?: string;
  label: string;
  hint?: string;
  mistake?: string;
  type?: "text" | "email" | "password" | "tel";
  value?: string;
  autocomplete?: string;
  inputmode?: "numeric" | "email" | "tel";
  maxlength?: number;
}

/** One line to be typed, with its hint and its mistake told to everybody. Passwords never come back into a page. */
export function Field(props: FieldProps) {
  const { name, hint, mistake, type = "text" } = props;
  const id = props.id ?? name;
  const described = [hint ? `${id}-hint` : "", mistake ? `${id}-mistake` : ""];
  return (
    <p>
      <label for={id}>{props.label}</label>
      {hint ? (
        <span id={`${id}-hint`} class="soft hint">
          {hint}
        </span>
      ) : null}
      <input
        id={id}
        name={name}
        type={type}
        value={type === "password" ? undefined : props.value}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={described.filter((one) => one !== "").join(" ") || undefined}
      />
      {mistake ? (
        <span id={`${id}-mistake`} class="mistake">
          {mistake}
        </span>
      ) : null}
    </p>
  );
}

export interface Mistake {
  /** Where the field stands on the page. */
  id: string;
  words: string;
}

/** What is to be mended, before the forms: each line leads to its field. */
export function MistakeSummary({
  title,
  mistakes,
}: {
  title: string;
  mistakes: readonly Mistake[];
}) {
  if (mistakes.length === 0) return null;
  return (
    <div class="notice-box wrong" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {mistakes.map(({ id, words }) => (
          <li>
            <a href={`#${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function News({ children }: { children?: Child }) {
  return (
    <p class="notice-box" role="status">
      {children}
    </p>
  );
}
