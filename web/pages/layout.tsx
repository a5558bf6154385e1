import type { Child } from "hono/jsx";
import type { Language } from "../../server/domain/text.ts";
import { siteTexts } from "../texts/site.ts";
import { signedInPerson } from "./signed-in-person.ts";

/** What the frame of a staff page needs to know. */
export interface Frame {
  language: Language;
  title: string;
  /** What search engines may say of the page. */
  description?: string;
  /** Address of the style sheet, and of the page's script where it has one. */
  styleUrl: string;
  scriptUrl?: string;
  /** Seconds after which the page asks for itself again, where it waits for something and no script does it better. */
  refreshSeconds?: number;
  /** The page's own address, for the language switch; without it none is offered. */
  path?: string;
  /** Whether somebody is signed in: then the menu is shown. */
  isSignedIn: boolean;
  /** Whether the page shows invented data; it then says so. */
  isDemonstration: boolean;
}

/** The frame around every page for organisers and evaluators. */
export function Layout({ frame, children }: { frame: Frame; children?: Child }) {
  const texts = siteTexts[frame.language];
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${frame.title} · ${texts.product}`}</title>
        {frame.description ? <meta name="description" content={frame.description} /> : null}
        <link rel="stylesheet" href={frame.styleUrl} />
        <link rel="icon" href="data:," />
        {frame.refreshSeconds ? (
          <noscript>
            <meta http-equiv="refresh" content={String(frame.refreshSeconds)} />
          </noscript>
        ) : null}
        {frame.scriptUrl ? <script type="module" src={frame.scriptUrl} /> : null}
      </head>
      <body>
        <a class="skip-link" href="#content">
          {texts.skipToContent}
        </a>
        <header>
          {frame.isDemonstration ? <p class="demonstration">{texts.demonstration}</p> : null}
          <div class="site-header">
            <a class="brand" href="/">
              {texts.product}
            </a>
            <SiteMenu frame={frame} />
          </div>
        </header>
        <main id="content" class="site-main">
          {children}
        </main>
      </body>
    </html>
  );
}

function SiteMenu({ frame }: { frame: Frame }) {
  const texts = siteTexts[frame.language];
  const other = frame.language === "lt" ? "en" : "lt";
  return (
    <nav aria-label={texts.menu}>
      {frame.isSignedIn ? <OwnMenu frame={frame} /> : null}
      {frame.path ? (
        <a href={`${frame.path}?language=${other}`} hreflang={other} lang={other}>
          {texts.otherLanguage}
        </a>
      ) : null}
      {frame.isSignedIn ? (
        <form method="post" action="/sign-out">
          <button class="quiet" type="submit">
            {texts.signOut}
          </button>
        </form>
      ) : null}
    </nav>
  );
}

/** Programmes, the team for who administers it, and one's own account under one's own name. */
function OwnMenu({ frame }: { frame: Frame }) {
  const texts = siteTexts[frame.language];
  const person = signedInPerson();
  return (
    <>
      <a href="/programmes">{texts.programmes}</a>
      {person?.isAdministrator ? <a href="/team">{texts.team}</a> : null}
      <a href="/account">{person?.displayName ?? texts.account}</a>
    </>
  );
}

/** A whole page as text, with the doctype that JSX cannot write. */
export function document(page: { toString(): string }): string {
  return `<!doctype html>${page.toString()}`;
}
