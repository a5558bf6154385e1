import type { Child } from "hono/jsx";

interface FieldProps {
  id: string;
  /** The name it is sent under, if that is not its id. */
  name?: string;
  label: string;
  value: string;
  hint?: string;
  mistake?: string;
}

/** One line to type in, with its hint above and its mistake below. */
export function TextField(
  props: FieldProps & {
    type?: "text" | "email" | "tel";
    inputmode?: "numeric" | "search";
    maxlength?: number;
    size?: number;
  },
) {
  return (
    <FieldFrame {...props}>
      <input
        {...markedAs(props)}
        type={props.type === "email" ? "text" : props.type}
        inputmode={props.type === "email" ? "email" : props.inputmode}
        value={props.value}
        maxlength={props.maxlength}
        size={props.size}
        autocomplete="off"
      />
    </FieldFrame>
  );
}

/** A choice of one from a list. */
export function SelectField(
  props: FieldProps & { options: readonly { value: string; label: string }[] },
) {
  return (
    <FieldFrame {...props}>
      <select {...markedAs(props)}>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Several lines to type in. */
export function TextArea(props: FieldProps & { rows: number }) {
  return (
    <FieldFrame {...props}>
      <textarea {...markedAs(props)} rows={props.rows}>
        {props.value}
      </textarea>
    </FieldFrame>
  );
}

function FieldFrame(props: FieldProps & { children?: Child }) {
  const { id } = props;
  return (
    <p>
      <label for={id}>{props.label}</label>
      {props.hint ? (
        <span id={`${id}-hint`} class="soft hint">
          {props.hint}
        </span>
      ) : null}
      {props.children}
      {props.mistake ? (
        <span id={`${id}-mistake`} class="mistake">
          {props.mistake}
        </span>
      ) : null}
    </p>
  );
}

function markedAs({ id, name, hint, mistake }: FieldProps) {
  const described = [mistake ? `${id}-mistake` : "", hint ? `${id}-hint` : ""];
  return {
    id,
    name: name ?? id,
    "aria-invalid": mistake ? ("true" as const) : undefined,
    "aria-describedby": described.filter((part) => part !== "").join(" ") || undefined,
  };
}

/** All mistakes of a form at its top, each leading to its field. */
export function MistakeSummary({
  title,
  mistakes,
}: {
  title: string;
  mistakes: readonly { id: string; text: string }[];
}) {
  if (mistakes.length === 0) return null;
  return (
    <div class="notice-box wrong" role="alert">
      <p>{title}</p>
      <ul>
        {mistakes.map(({ id, text }) => (
          <li>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was just done, told at the top of the page. */
export function DoneNotice({ children }: { children?: Child }) {
  return (
    <p class="notice-box" role="status">
      {children}
    </p>
  );
}
