import { inLanguage, type Language } from "../../../server/domain/text.ts";
import type { NoticeStatement } from "../../../server/domain/words.ts";
import { type NoticeGap, setupTexts } from "../../texts/setup.ts";
import { Wrong } from "./extras.tsx";
import { type SetupFrame, setupPath, stepPage } from "./frame.tsx";

interface NoticePageProps {
  frame: SetupFrame;
  modeLabel: string;
  /** The version in force, told in a line. */
  published: string | null;
  hasDraft: boolean;
  canStartOver: boolean;
  missing: readonly { gap: NoticeGap; step: string }[];
  /** The text by language, as it is typed. */
  typed: Readonly<Record<string, string>>;
  languages: readonly Language[];
  statements: readonly NoticeStatement[];
  mistakes: readonly string[];
  /** Null where there is no list of cards by name, so that nobody could see it. */
  isWhoAnsweredTold: boolean | null;
  isSaved: boolean;
}

/** The privacy notice: what is published, and a draft of the next version that may be saved or published. */
export function noticeSetupPage(props: NoticePageProps): string {
  const { frame } = props;
  const texts = setupTexts[frame.language];
  return stepPage({
    frame,
    step: "notice",
    children: (
      <>
        <Wrong words={props.mistakes} />
        {props.isSaved ? (
          <p class="notice-box" role="status">
            {texts.saved}
          </p>
        ) : null}
        <p>
          <strong>{props.published ?? texts.notice.none}</strong>
        </p>
        <p>{texts.notice.fits(props.modeLabel)}</p>
        {props.missing.length > 0 ? <MissingFacts props={props} /> : null}
        <Draft props={props} />
        {props.canStartOver ? <StartOver frame={frame} /> : null}
      </>
    ),
  });
}

function MissingFacts({ props: { frame, missing } }: { props: NoticePageProps }) {
  const texts = setupTexts[frame.language].notice;
  return (
    <div class="notice-box">
      <p>{texts.missing}</p>
      <ul>
        {missing.map(({ gap, step }) => (
          <li>
            <a href={setupPath(frame, step)}>{texts.missingParts[gap]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Draft({ props }: { props: NoticePageProps }) {
  const { frame, typed, languages } = props;
  const all = setupTexts[frame.language];
  const texts = all.notice;
  return (
    <section>
      <h2>{texts.edit}</h2>
      {props.hasDraft ? <p>{texts.draft}</p> : null}
      <form class="fields setup-form" method="post" action={setupPath(frame, "notice")}>
        <p id="text-hint" class="soft hint">
          {texts.textHint}
        </p>
        {languages.map((language) => (
          <p>
            <label for={`text-${language}`}>{`${texts.textLabel} (${all.inLanguage[
              language
            ].toLocaleLowerCase(frame.language)})`}</label>
            <textarea
              class="tall"
              id={`text-${language}`}
              name={`text-${language}`}
              lang={language}
              rows={18}
              aria-describedby="text-hint"
              aria-invalid={props.mistakes.length > 0 ? "true" : undefined}
            >
              {typed[language] ?? ""}
            </textarea>
          </p>
        ))}
        {props.isWhoAnsweredTold === null ? null : (
          <p>
            <label class="tick">
              <input
                type="checkbox"
                name="whoAnswered"
                value="yes"
                checked={props.isWhoAnsweredTold}
                aria-describedby="who-answered-hint"
              />
              {texts.whoAnswered}
            </label>
            <span id="who-answered-hint" class="soft hint">
              {texts.whoAnsweredHint}
            </span>
          </p>
        )}
        <p>{texts.statements}:</p>
        <ul>
          {props.statements.map((statement) => (
            <li>{inLanguage(statement.text, frame.language)}</li>
          ))}
        </ul>
        <p class="soft">{texts.publishAdvice}</p>
        <div class="actions">
          <button type="submit" name="go" value="publish">
            {texts.publish}
          </button>
          <button class="quiet" type="submit" name="go" value="save">
            {texts.saveDraft}
          </button>
        </div>
      </form>
    </section>
  );
}

function StartOver({ frame }: { frame: SetupFrame }) {
  const texts = setupTexts[frame.language].notice;
  return (
    <details>
      <summary>{texts.startOver}</summary>
      <p>{texts.startOverAdvice}</p>
      <form method="post" action={setupPath(frame, "notice/template")}>
        <button class="quiet" type="submit">
          {texts.startOver}
        </button>
      </form>
    </details>
  );
}
