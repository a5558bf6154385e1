interface FieldProps {
  name: string;
  id?: string;
  label: string;
  value: string;
  inputmode?: "numeric";
  mistake?: string;
}

/** A labelled line; after a mistake with the sentence that says what to do. */
export function Field({ name, id = name, label, value, inputmode, mistake }: FieldProps) {
  return (
    <p>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        maxlength={300}
        required
        inputmode={inputmode}
        autocomplete="off"
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={mistake ? `${id}-mistake` : undefined}
      />
      {mistake ? (
        <span id={`${id}-mistake`} class="mistake">
          {mistake}
        </span>
      ) : null}
    </p>
  );
}
