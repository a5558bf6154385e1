import type { Problem, ProblemCode } from "../../server/domain/problem.ts";
import type { Language } from "../../server/domain/text.ts";
import { siteTexts } from "../texts/site.ts";
import { document, Layout } from "./layout.tsx";

/** A refusal as a page: what happened and what to do next, in the reader's language. */
export function problemPage({
  language,
  code,
  detail = {},
  styleUrl,
}: {
  language: Language;
  code: ProblemCode;
  detail?: Problem["detail"];
  styleUrl: string;
}): string {
  const { title, advice } = siteTexts[language].problems[code];
  const frame = { language, title, styleUrl, isSignedIn: false, isDemonstration: false };
  return document(
    <Layout frame={frame}>
      <h1>{title}</h1>
      <p>{advice}</p>
      {code === "data-role-needed" && detail.place === "/team" ? (
        <p>
          <a href="/team">{siteTexts[language].team}</a>
        </p>
      ) : null}
      <p>
        {code === "sign-in-needed" ? (
          <a class="button" href="/sign-in">
            {siteTexts[language].signIn}
          </a>
        ) : (
          <a class="button" href="/">
            {siteTexts[language].toStart}
          </a>
        )}
      </p>
    </Layout>,
  );
}
