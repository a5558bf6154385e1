import type { Language, Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { movingTexts } from "../texts/moving.ts";
import { FileField } from "./file-field.tsx";
import { document, Layout } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

/** Takes a programme along in one file. */
export function leavingPage(props: {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  isReasonMissing?: boolean;
}): string {
  const { language, programme, isReasonMissing } = props;
  const texts = movingTexts[language].leave;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="move"
    >
      <p>{texts.lead}</p>
      <p>{texts.holds}</p>
      <p>{texts.holdsNot}</p>
      <p class="notice-box">{texts.care}</p>
      <form class="fields" method="post" action={`/programmes/${programme.slug}/move`}>
        <p>
          <label for="reason">{texts.reason}</label>
          <input
            id="reason"
            name="reason"
            maxlength={300}
            required
            aria-invalid={isReasonMissing ? "true" : undefined}
            aria-describedby={isReasonMissing ? "reason-mistake" : undefined}
          />
          {isReasonMissing ? (
            <span id="reason-mistake" class="mistake">
              {texts.reasonMistake}
            </span>
          ) : null}
        </p>
        <p>
          <button type="submit">{texts.make}</button>
        </p>
      </form>
    </ProgrammePage>,
  );
}

/** Takes a programme in from another installation. */
export function arrivalPage(props: {
  language: Language;
  styleUrl: string;
  mistake?: "missing" | "broken" | "already-here";
}): string {
  const { language, styleUrl, mistake } = props;
  const texts = movingTexts[language].arrive;
  const frame = {
    language,
    title: texts.title,
    styleUrl,
    path: "/programmes/arrival",
    isSignedIn: true,
    isDemonstration: false,
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <form
        class="fields"
        method="post"
        action="/programmes/arrival/upload"
        enctype="multipart/form-data"
      >
        <FileField
          label={texts.file}
          hint={texts.larger}
          accept=".gz,application/gzip"
          mistake={mistake && texts.mistakes[mistake]}
        />
        <p>
          <button type="submit">{texts.take}</button>
        </p>
      </form>
    </Layout>,
  );
}
