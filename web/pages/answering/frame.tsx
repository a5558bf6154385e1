import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../../../server/domain/text.ts";
import { type AnsweringTexts, answeringTexts } from "../../texts/answering.ts";
import { ownAnswersTexts } from "../../texts/own-answers.ts";

/** What the frame around a participant's page needs to know. */
export interface AnsweringFrame {
  language: Language;
  title: string;
  /** Whose questionnaire it is: locality and programme, shown above every page. */
  place?: { locality: string; programme: string };
  isDemonstration: boolean;
  /** Style rules, put into the page so that the first page is one answer. */
  styles: string;
  scriptUrl: string | undefined;
  /** The form that the language button saves before it switches; without one, the switch is a plain link to `path`. */
  formId?: string;
  path?: string;
  /** Whether to offer handing the device over. */
  isStarted?: boolean;
  hasMistakes?: boolean;
  /** On a lent tablet; the script then makes it ready for the next person when nobody touches it. */
  isKiosk?: boolean;
  /** A page that makes way for the next person by itself, after so many seconds. */
  secondsToNext?: number;
}

/**
 * Forms with answers carry `autocomplete="off"`: on a reload Firefox fills a form as it was left, by the places of its
 * fields. Where a question has come or gone meanwhile, it would mark another answer than the one that was given.
 */
export const formId = "anketa";

export function AnsweringPage({ frame, children }: { frame: AnsweringFrame; children?: Child }) {
  const texts = answeringTexts[frame.language];
  const title = frame.hasMistakes ? `${texts.mistakes.pageTitle}: ${frame.title}` : frame.title;
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        {frame.secondsToNext ? (
          <meta http-equiv="refresh" content={`${frame.secondsToNext};url=/k`} />
        ) : null}
        <title>{title}</title>
        <style>{raw(frame.styles)}</style>
        <link rel="icon" href="data:," />
        {frame.scriptUrl ? <script type="module" src={frame.scriptUrl} /> : null}
      </head>
      <body data-kiosk={frame.isKiosk ? "" : undefined}>
        {frame.formId ? <DefaultButton formId={frame.formId} label={texts.buttons.next} /> : null}
        <a class="skip-link" href="#content">
          {texts.skipToContent}
        </a>
        <Header frame={frame} texts={texts} />
        <main id="content">{children}</main>
        {frame.isStarted ? <Footer frame={frame} texts={texts} /> : null}
      </body>
    </html>
  );
}

/** The first button of a form is the one that Enter presses; without this it would be the language switch. */
function DefaultButton({ formId, label }: { formId: string; label: string }) {
  return (
    <button
      type="submit"
      class="visually-hidden"
      form={formId}
      name="_go"
      value="next"
      tabindex={-1}
    >
      {label}
    </button>
  );
}

function Header({ frame, texts }: { frame: AnsweringFrame; texts: AnsweringTexts }) {
  return (
    <header>
      {frame.isDemonstration ? <p class="demonstration">{texts.demonstration}</p> : null}
      <div>
        {frame.place ? (
          <p>
            <strong>{frame.place.locality}</strong>
            <span>{frame.place.programme}</span>
          </p>
        ) : (
          <p />
        )}
        <LanguageSwitch frame={frame} texts={texts} />
      </div>
    </header>
  );
}

function LanguageSwitch({ frame, texts }: { frame: AnsweringFrame; texts: AnsweringTexts }) {
  const other = frame.language === "lt" ? "en" : "lt";
  if (frame.formId) {
    return (
      <button
        type="submit"
        class="plain"
        form={frame.formId}
        name="_go"
        value={`language-${other}`}
        lang={other}
      >
        {texts.otherLanguage}
      </button>
    );
  }
  if (!frame.path) return null;
  return (
    <a class="plain" href={`${frame.path}?language=${other}`} hreflang={other} lang={other}>
      {texts.otherLanguage}
    </a>
  );
}

function Footer({ frame, texts }: { frame: AnsweringFrame; texts: AnsweringTexts }) {
  return (
    <footer>
      <a class="plain" href="/a/privacy">
        {ownAnswersTexts[frame.language].privacy.link}
      </a>
      {frame.formId ? (
        <button type="submit" class="plain" form={frame.formId} name="_go" value="leave">
          {texts.otherPerson}
        </button>
      ) : (
        <form method="post" action="/a/leave">
          <button type="submit" class="plain">
            {texts.otherPerson}
          </button>
        </form>
      )}
    </footer>
  );
}

/** What has to be looked at again, with links to the fields. */
export function MistakeSummary({
  title,
  entries,
}: {
  title: string;
  entries: readonly { href: string; text: string }[];
}) {
  return (
    <div class="summary" role="alert" tabindex={-1} id="summary">
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li>
            <a href={entry.href}>{entry.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A whole page as text, with the doctype that JSX cannot write. */
export function wholePage(page: { toString(): string }): string {
  return `<!doctype html>${page.toString()}`;
}
