interface FileFieldProps {
  label: string;
  hint: string;
  /** What the browser offers to choose, such as ".xlsx,.csv"; the server looks at the file itself. */
  accept: string;
  /** Why the file that was sent cannot be used. */
  mistake: string | undefined;
}

/** The one file of a form. */
export function FileField({ label, hint, accept, mistake }: FileFieldProps) {
  return (
    <p>
      <label for="file">{label}</label>
      <span id="file-hint" class="soft hint">
        {hint}
      </span>
      <input
        id="file"
        name="file"
        type="file"
        accept={accept}
        aria-describedby={mistake ? "file-mistake file-hint" : "file-hint"}
        aria-invalid={mistake ? "true" : undefined}
      />
      {mistake ? (
        <span id="file-mistake" class="mistake">
          {mistake}
        </span>
      ) : null}
    </p>
  );
}
