import { inLanguage, type Language } from "../../server/domain/text.ts";
import type { StaffRole } from "../../server/domain/words.ts";
import { movingTexts } from "../texts/moving.ts";
import { formatPeriod } from "../texts/numbers.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { setupTexts } from "../texts/setup.ts";
import { document, Layout } from "./layout.tsx";
import type { ProgrammeProps } from "./programme.tsx";

interface ListProps {
  language: Language;
  styleUrl: string;
  programmes: (ProgrammeProps & { roles: StaffRole[] })[];
  /** Whether the reader may make a new one. */
  canStart: boolean;
  isAdministrator: boolean;
}

/** The programmes in which somebody has a role. */
export function programmesPage(props: ListProps): string {
  const { language, styleUrl, programmes, canStart, isAdministrator } = props;
  const texts = programmeTexts[language];
  const frame = {
    language,
    title: texts.programmes,
    styleUrl,
    path: "/programmes",
    isSignedIn: true,
    isDemonstration: false,
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.programmes}</h1>
      {canStart && programmes.length === 0 ? <p>{texts.firstProgramme}</p> : null}
      {canStart ? (
        <p>
          <a class="button" href="/programmes/new">
            {setupTexts[language].start.link}
          </a>
        </p>
      ) : null}
      {isAdministrator ? (
        <p>
          <a href="/programmes/arrival">{movingTexts[language].arrive.link}</a>
        </p>
      ) : null}
      {programmes.length === 0 && !canStart ? <p>{texts.noProgrammes}</p> : null}
      <ul class="programme-list">
        {programmes.map((programme) => (
          <li>
            <h2>
              <a href={`/programmes/${programme.slug}`}>{inLanguage(programme.title, language)}</a>
            </h2>
            <p class="soft">
              {[
                texts.kinds[programme.kind],
                formatPeriod(programme.startsOn, programme.endsOn, language),
                programme.roles.map((role) => texts.roles[role]).join(", "),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Layout>,
  );
}
