import type { Typed } from "../../../server/domain/setup/field.ts";
import type { Language, Text } from "../../../server/domain/text.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { setupTexts } from "../../texts/setup.ts";
import { type SetupFrame, setupPath } from "./frame.tsx";

// What some steps have besides their list and form.

/** Something to know before going on. */
export function Note({ text }: { text: string }) {
  return <p class="notice-box">{text}</p>;
}

/** Why localities stay as they are, and where adding or withdrawing one is weighed with what it does to results. */
export function FixedLocalities({ frame }: { frame: SetupFrame }) {
  const texts = setupTexts[frame.language].localities;
  return (
    <p class="notice-box">
      {`${texts.frozen} `}
      <a href={`/programmes/${frame.programme.slug}/corrections`}>{texts.elsewhere}</a>
    </p>
  );
}

export function Wrong({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div class="notice-box wrong" role="alert">
      <ul>
        {words.map((word) => (
          <li>{word}</li>
        ))}
      </ul>
    </div>
  );
}

interface ManyProps {
  frame: SetupFrame;
  typed: Typed;
  mistakes: readonly string[];
}

/** Several localities at once, one name a line. */
export function ManyLocalities({ frame, typed, mistakes }: ManyProps) {
  const texts = setupTexts[frame.language].localities;
  const isWrong = mistakes.length > 0;
  return (
    <details open={isWrong}>
      <summary>{texts.manyTitle}</summary>
      <Wrong words={mistakes} />
      <form class="fields setup-form" method="post" action={setupPath(frame, "localities/many")}>
        <p>
          <label for="names">{texts.manyLabel}</label>
          <span id="names-hint" class="soft hint">
            {texts.manyHint}
          </span>
          <textarea
            id="names"
            name="names"
            rows={5}
            aria-describedby="names-hint"
            aria-invalid={isWrong ? "true" : undefined}
          >
            {typed.names ?? ""}
          </textarea>
        </p>
        <button type="submit">{texts.addMany}</button>
      </form>
    </details>
  );
}

/** The usual list of sectors, offered while there is none. */
export function ReadySectors({ frame }: { frame: SetupFrame }) {
  const texts = setupTexts[frame.language].sectors;
  return (
    <form class="notice-box" method="post" action={setupPath(frame, "sectors/ready")}>
      <p>{texts.ready}</p>
      <button class="quiet" type="submit">
        {texts.addReady}
      </button>
    </form>
  );
}

interface LogoUploadProps {
  frame: SetupFrame;
  /** The address the file goes to, below the set-up. */
  place: string;
  title: string;
  /** Descriptions are asked for with a new logo; another picture keeps those there are. */
  typed: Typed | null;
  mistakes: readonly string[];
}

/** A file and, for a new logo, its descriptions. */
export function LogoUpload({ frame, place, title, typed, mistakes }: LogoUploadProps) {
  const texts = setupTexts[frame.language];
  return (
    <section>
      <h2>{title}</h2>
      <Wrong words={mistakes} />
      <form
        class="fields setup-form"
        method="post"
        enctype="multipart/form-data"
        action={setupPath(frame, place)}
      >
        <p>
          <label for="file">{texts.logos.upload}</label>
          <span id="file-hint" class="soft hint">
            {texts.logos.hint}
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".svg,.png,image/svg+xml,image/png"
            aria-describedby="file-hint"
          />
        </p>
        {typed ? <AltInputs language={frame.language} typed={typed} /> : null}
        <button type="submit">{texts.buttons.upload}</button>
      </form>
    </section>
  );
}

function AltInputs({ language, typed }: { language: Language; typed: Typed }) {
  const texts = setupTexts[language];
  const { label, hint } = texts.fields.logos.alt;
  return (
    <fieldset class="setup-pair">
      <legend>{label}</legend>
      <p class="soft hint">{hint}</p>
      <div class="pair-inputs">
        {(["lt", "en"] as const).map((one) => (
          <div>
            <label for={`alt-${one}`}>{texts.inLanguage[one]}</label>
            <input
              class="wide"
              id={`alt-${one}`}
              name={`alt-${one}`}
              lang={one}
              value={typed[`alt-${one}`] ?? ""}
              autocomplete="off"
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The row of logos as pages and documents show it. */
export function LogoPreview({
  frame,
  logos,
}: {
  frame: SetupFrame;
  logos: readonly { id: string; alt: Text }[];
}) {
  if (logos.length === 0) return null;
  return (
    <section>
      <h2>{setupTexts[frame.language].logos.preview}</h2>
      <div class="logo-row">
        {logos.map(({ id, alt }) => (
          <img
            src={`/programmes/${frame.programme.slug}/logos/${id}`}
            alt={inLanguage(alt, frame.language)}
          />
        ))}
      </div>
    </section>
  );
}

/** How many sessions there are, and the way to enter many at once. */
export function SessionsSummary({ frame, total }: { frame: SetupFrame; total: string }) {
  const texts = setupTexts[frame.language].sessions;
  return (
    <p>
      {`${total}. `}
      <a href={setupPath(frame, "sessions/many")}>{texts.manyTitle}</a>
    </p>
  );
}

interface DocumentProps {
  frame: SetupFrame;
  step: "visions" | "publicity";
  id: string;
  fileName: string | null;
  mistakes: readonly string[];
}

/** The document of a vision or publicity record: the one there is, and the way to put another in its place. */
export function EntryDocument({ frame, step, id, fileName, mistakes }: DocumentProps) {
  const texts = setupTexts[frame.language];
  const words = texts[step];
  const path = setupPath(frame, `${step}/${id}`);
  return (
    <section>
      <h2>{words.file}</h2>
      <Wrong words={mistakes} />
      {fileName ? (
        <div class="actions">
          <a href={`/programmes/${frame.programme.slug}/${step}/${id}/file`}>{fileName}</a>
          <form method="post" action={`${path}/file-removal`}>
            <button class="quiet" type="submit">
              {words.removeFile}
            </button>
          </form>
        </div>
      ) : (
        <p>{words.none}</p>
      )}
      <form
        class="fields setup-form"
        method="post"
        enctype="multipart/form-data"
        action={`${path}/upload`}
      >
        <p>
          <label for="file">{words.file}</label>
          <span id="file-hint" class="soft hint">
            {words.hint}
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".pdf,.png,.jpg,.jpeg"
            aria-describedby="file-hint"
          />
        </p>
        <button type="submit">{texts.buttons.upload}</button>
      </form>
    </section>
  );
}
